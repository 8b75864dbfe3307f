using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Reporting.Drawing;
using ScottPlot;

namespace InterdictionSim.Reporting.Plots;

/// <summary>Map of the yearly flow of heroin over the network, with a close-up of the busiest border country.</summary>
public sealed class FlowMap : IPlot
{
    private const float SideWidth = 440;
    private const float Gap = 16;
    private const float LegendHeight = 236;

    /// <inheritdoc/>
    public string Title => "Flow of heroin";

    /// <inheritdoc/>
    public string Meaning => "Which way the loads go, how much each stretch carries, and where the posts stand.";

    /// <inheritdoc/>
    public bool Applies(RunResults results) =>
        results.Replications.Count > 0 && results.Scenario.World.Places.Count > 1 && results.Replications.Any(r => r.LinkKgPerYear.Any(kg => kg > 0));

    /// <inheritdoc/>
    public Picture Draw(PlotContext context)
    {
        var results = context.Results;
        var world = results.Scenario.World;
        var outlines = Outlines.Read(context.OutlinesPath);
        var layer = new FlowLayer(results, outlines);
        var picture = new Picture(
            $"{Title}, kg a year: mean of {Words.Replications(results)}",
            "Width of a line in proportion to the flow between two places, less what comes back; the arrow head shows its direction. Grey: hardly used.",
            Words.Origin(results, Periods.Of(results)) + (outlines.Count > 0 ? " Outlines: Natural Earth; towns: GeoNames (CC BY 4.0)." : ""));
        var body = picture.Body;
        var focus = Focus(world);
        var main = new PixelRect(body.Left, body.Right - SideWidth - Gap, body.Bottom, body.Top);
        var frame = MainFrame(layer, outlines, main);
        var inset = focus is null ? null : InsetFrame(world, focus, body.Height - LegendHeight - Panel.HeadingHeight);
        var map = picture.Add(main, "");
        layer.Draw(map, frame, crossingNames: false, closeUp: inset);
        var side = body.Right - SideWidth;
        if (inset is not null)
        {
            var area = new PixelRect(side, body.Right, body.Bottom - LegendHeight, body.Top);
            AddCloseUpFrame(map, frame, inset);
            layer.Draw(picture.Add(area, $"Close-up: {Words.Country(focus!)}"), inset, crossingNames: true, closeUp: null);
        }

        AddLegend(picture.Add(new PixelRect(side, body.Right, body.Bottom, body.Bottom - LegendHeight), ""), layer);
        return picture;
    }

    /// <summary>The transit country with the most border crossings, which a map of the whole cannot show; null where none has three.</summary>
    internal static string? Focus(World world) => world.Places
        .Where(p => p.Kind is PlaceKind.CrossingOfficial or PlaceKind.CrossingGreenBorder)
        .Where(p => !HomeCountries(world).Contains(p.Country))
        .GroupBy(p => p.Country).Where(g => g.Count() >= 3)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>Flow of a legend line: 1, 2 or 5 times a power of ten, not above the value.</summary>
    internal static double RoundDown(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return value / power >= 5 ? 5 * power : value / power >= 2 ? 2 * power : power;
    }

    private static HashSet<string> HomeCountries(World world)
    {
        var homes = world.Organisations.SelectMany(o => o.Homes.Keys).ToHashSet();
        return [.. world.Places.Where(p => homes.Contains(p.Id)).Select(p => p.Country)];
    }

    // As much as flows need, and no more than the outlines cover.
    private static MapFrame MainFrame(FlowLayer layer, IReadOnlyList<Outline> outlines, PixelRect area)
    {
        var (west, east, south, north) = Box(layer.UsedPlaces.Select(p => new Coordinates(p.LongitudeDegrees, p.LatitudeDegrees)), margin: 1.2);
        if (outlines.Count == 0)
            return new MapFrame(west, east, south, north, area.Width, area.Height);
        var land = Box(outlines.SelectMany(o => o.Rings).SelectMany(ring => ring), margin: 0);
        return new MapFrame(Math.Max(west, land.West), Math.Min(east, land.East), Math.Max(south, land.South), Math.Min(north, land.North), area.Width, area.Height)
            .Within(land.West, land.East, land.South, land.North);
    }

    private static (double West, double East, double South, double North) Box(IEnumerable<Coordinates> points, double margin)
    {
        var all = points.ToArray();
        return (all.Min(p => p.X) - margin, all.Max(p => p.X) + margin, all.Min(p => p.Y) - margin, all.Max(p => p.Y) + margin);
    }

    private static MapFrame InsetFrame(World world, string focus, float height)
    {
        var places = world.Places.Where(p => p.Country == focus).ToArray();
        return new MapFrame(
            places.Min(p => p.LongitudeDegrees) - 0.8,
            places.Max(p => p.LongitudeDegrees) + 0.4,
            places.Min(p => p.LatitudeDegrees) - 0.5,
            places.Max(p => p.LatitudeDegrees) + 0.4,
            SideWidth,
            height);
    }

    private static void AddCloseUpFrame(Plot map, MapFrame frame, MapFrame inset)
    {
        var (west, east) = inset.Longitudes;
        var box = map.Add.Rectangle(frame.At(west, 0).X, frame.At(east, 0).X, inset.Limits.Bottom, inset.Limits.Top);
        box.FillColor = Colors.Transparent;
        box.LineColor = Theme.Ink;
        box.LineWidth = 1.2f;
        var corner = frame.At(west, inset.Limits.Bottom);
        Theme.AddText(map, "close-up", corner.X, corner.Y, Theme.Ink, Alignment.UpperLeft, Theme.NoteSize, halo: true);
    }

    private static void AddLegend(Plot plot, FlowLayer layer)
    {
        plot.HideAxesAndGrid();
        plot.Layout.Fixed(new PixelPadding(0));
        // Pixels from the upper left corner.
        plot.Axes.SetLimits(0, SideWidth, LegendHeight, 0);
        var y = 24.0;
        foreach (var kg in new[] { RoundDown(layer.LargestKgPerYear), RoundDown(layer.LargestKgPerYear / 5), RoundDown(layer.LargestKgPerYear / 50) })
        {
            var line = plot.Add.Line(4, y, 64, y);
            line.LineWidth = layer.WidthPixels(kg);
            line.LineColor = FlowLayer.FlowColor(byAir: false).WithAlpha(0.62);
            line.MarkerSize = 0;
            Theme.AddText(plot, $"{Words.Number(kg)} kg/yr by land", 76, y, Theme.Ink, Alignment.MiddleLeft);
            y += 26;
        }

        var air = plot.Add.Line(4, y, 64, y);
        air.LineWidth = 2;
        air.LineColor = FlowLayer.FlowColor(byAir: true);
        air.LinePattern = LinePattern.Dashed;
        air.MarkerSize = 0;
        Theme.AddText(plot, "by air (same scale of widths)", 76, y, Theme.Ink, Alignment.MiddleLeft);
        y += 28;
        FlowLayer.AddPost(plot, new Coordinates(34, y), PostKind.Checkpoint);
        Theme.AddText(plot, "checkpoint: stops and searches vehicles", 76, y, Theme.Ink, Alignment.MiddleLeft);
        y += 24;
        FlowLayer.AddPost(plot, new Coordinates(34, y), PostKind.Patrol);
        Theme.AddText(plot, "patrol: walks a stretch of green border", 76, y, Theme.Ink, Alignment.MiddleLeft);
        y += 24;
        plot.Add.Marker(34, y, MarkerShape.FilledCircle, 6, Theme.Ink);
        Theme.AddText(plot, "place; bold: market outside the region", 76, y, Theme.Ink, Alignment.MiddleLeft);
    }
}
