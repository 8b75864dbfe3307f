using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Which part of the earth a map shows and how degrees become pixels of its area; longitudes shrink with the middle latitude's cosine.</summary>
internal sealed class MapFrame
{
    private readonly double cosine;

    private MapFrame(double cosine, double pixelsPerDegree, AxisLimits limits)
    {
        this.cosine = cosine;
        PixelsPerDegree = pixelsPerDegree;
        Limits = limits;
    }

    /// <summary>The smallest frame of the area's shape that holds the box.</summary>
    public MapFrame(double west, double east, double south, double north, double widthPixels, double heightPixels)
    {
        cosine = Math.Cos((south + north) / 2 * Math.PI / 180);
        var degreesPerPixel = Math.Max((east - west) * cosine / widthPixels, (north - south) / heightPixels);
        PixelsPerDegree = 1 / degreesPerPixel;
        var middle = (west + east) / 2 * cosine;
        var equator = (south + north) / 2;
        Limits = new AxisLimits(
            middle - widthPixels * degreesPerPixel / 2,
            middle + widthPixels * degreesPerPixel / 2,
            equator - heightPixels * degreesPerPixel / 2,
            equator + heightPixels * degreesPerPixel / 2);
    }

    /// <summary>Limits of the chart's axes.</summary>
    public AxisLimits Limits { get; }

    /// <summary>Pixels of a degree of latitude.</summary>
    public double PixelsPerDegree { get; }

    /// <summary>West and east edge, degrees.</summary>
    public (double West, double East) Longitudes => (Limits.Left / cosine, Limits.Right / cosine);

    /// <summary>The same frame moved into the box, as far as it is not larger.</summary>
    public MapFrame Within(double west, double east, double south, double north)
    {
        var right = Shift(Limits.Left, Limits.Right, west * cosine, east * cosine);
        var up = Shift(Limits.Bottom, Limits.Top, south, north);
        return new MapFrame(cosine, PixelsPerDegree, new AxisLimits(Limits.Left + right, Limits.Right + right, Limits.Bottom + up, Limits.Top + up));

        static double Shift(double low, double high, double least, double most) => low < least ? least - low : high > most ? most - high : 0;
    }

    /// <summary>Where a point of the earth stands on the chart.</summary>
    public Coordinates At(double longitude, double latitude) => new(longitude * cosine, latitude);

    /// <summary>A ring on the chart without the points that could not be told apart; empty where it lies outside.</summary>
    public Coordinates[] Ring(Coordinates[] ring)
    {
        var kept = new List<Coordinates>(ring.Length);
        foreach (var degrees in ring)
        {
            var point = At(degrees.X, degrees.Y);
            if (kept.Count == 0 || Math.Max(Math.Abs(point.X - kept[^1].X), Math.Abs(point.Y - kept[^1].Y)) * PixelsPerDegree > 0.8)
                kept.Add(point);
        }

        var outside = kept.All(p => p.X < Limits.Left) || kept.All(p => p.X > Limits.Right) || kept.All(p => p.Y < Limits.Bottom) || kept.All(p => p.Y > Limits.Top);
        return outside || kept.Count < 3 ? [] : [.. kept];
    }

    /// <summary>Whether a point of the earth lies in the frame.</summary>
    public bool Holds(double longitude, double latitude)
    {
        var point = At(longitude, latitude);
        return point.X >= Limits.Left && point.X <= Limits.Right && point.Y >= Limits.Bottom && point.Y <= Limits.Top;
    }

    /// <summary>The part of a straight line that lies in the frame; null where none does.</summary>
    public (Coordinates From, Coordinates To)? Visible(Coordinates from, Coordinates to)
    {
        var (enters, leaves) = (0.0, 1.0);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        foreach (var (run, room) in ((double, double)[])
            [
                (-dx, from.X - Limits.Left),
                (dx, Limits.Right - from.X),
                (-dy, from.Y - Limits.Bottom),
                (dy, Limits.Top - from.Y),
            ])
        {
            if (run < 0)
                enters = Math.Max(enters, room / run);
            else if (run > 0)
                leaves = Math.Min(leaves, room / run);
            else if (room < 0)
                return null;
        }

        return enters > leaves ? null : (At(enters), At(leaves));

        Coordinates At(double share) => new(from.X + share * dx, from.Y + share * dy);
    }

    /// <summary>Pixels from the left and from the top.</summary>
    public (double X, double Y) Pixel(Coordinates point) => ((point.X - Limits.Left) * PixelsPerDegree, (Limits.Top - point.Y) * PixelsPerDegree);

    /// <summary>The point at those pixels from the left and from the top.</summary>
    public Coordinates Point(double x, double y) => new(Limits.Left + x / PixelsPerDegree, Limits.Top - y / PixelsPerDegree);
}
