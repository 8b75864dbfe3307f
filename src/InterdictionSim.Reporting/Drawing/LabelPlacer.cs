namespace InterdictionSim.Reporting.Drawing;

/// <summary>Finds room for names beside points so that no two overlap; whoever asks first is served first.</summary>
internal sealed class LabelPlacer(double width, double height)
{
    private readonly List<(double Left, double Top, double Right, double Bottom)> taken = [];

    /// <summary>Keeps names off a rectangle.</summary>
    public void Block(double left, double top, double right, double bottom) => taken.Add((left, top, right, bottom));

    /// <summary>Upper left corner for a text of that size beside the point, or null where no room is left.</summary>
    public (double Left, double Top)? Place(double x, double y, double textWidth, double textHeight, double distance)
    {
        return FirstFree(
            [
                (x + distance, y - textHeight / 2),
                (x - distance - textWidth, y - textHeight / 2),
                (x - textWidth / 2, y - distance - textHeight),
                (x - textWidth / 2, y + distance),
                (x + distance * 0.7, y - distance * 0.7 - textHeight),
                (x + distance * 0.7, y + distance * 0.7),
                (x - distance * 0.7 - textWidth, y - distance * 0.7 - textHeight),
                (x - distance * 0.7 - textWidth, y + distance * 0.7),
            ],
            textWidth,
            textHeight);
    }

    /// <summary>Upper left corner for a text of that size on the point or close to it, or null where no room is left.</summary>
    public (double Left, double Top)? PlaceOn(double x, double y, double textWidth, double textHeight)
    {
        double[] steps = [0, 1, -1, 2, -2];
        return FirstFree(
            [.. steps.SelectMany(right => steps.Select(down => (x - textWidth / 2 + right * 14, y - textHeight / 2 + down * 12)))],
            textWidth,
            textHeight);
    }

    private (double Left, double Top)? FirstFree((double, double)[] corners, double textWidth, double textHeight)
    {
        foreach (var (left, top) in corners)
        {
            var fits = left >= 2 && top >= 2 && left + textWidth <= width - 2 && top + textHeight <= height - 2;
            if (!fits || taken.Any(t => left < t.Right && left + textWidth > t.Left && top < t.Bottom && top + textHeight > t.Top))
                continue;
            taken.Add((left, top, left + textWidth, top + textHeight));
            return (left, top);
        }

        return null;
    }
}
