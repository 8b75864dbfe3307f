using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>The network with its flows, drawn onto charts of any frame at one scale of widths.</summary>
internal sealed class FlowLayer
{
    public const double WidestPixels = 15;

    /// <summary>Flows below this share of the largest are drawn as unused.</summary>
    private const double LeastShare = 0.0005;

    /// <summary>Thinner lines get no arrow head.</summary>
    private const double LeastHeadPixels = 0.81;

    private const double TextHeight = 15;

    private static readonly Color land = Color.FromHex("#FBFAF5");
    private static readonly Color border = Color.FromHex("#B9B5A8");
    private static readonly Color countryName = Color.FromHex("#8F8B7D");
    private static readonly Color unused = Color.FromHex("#CFCBC0");

    private readonly World world;
    private readonly Flows flows;
    private readonly IReadOnlyList<Outline> outlines;
    private readonly List<Stream> streams;

    public FlowLayer(RunResults results, IReadOnlyList<Outline> outlines)
    {
        world = results.Scenario.World;
        flows = new Flows(results);
        this.outlines = outlines;
        streams = [.. Streams(world, flows)];
        LargestKgPerYear = streams.Select(s => s.KgPerYear).DefaultIfEmpty(0).Max();
    }

    /// <summary>Largest flow between two neighbouring places, kg/yr.</summary>
    public double LargestKgPerYear { get; }

    /// <summary>Places that flows begin, pass or end at.</summary>
    public IEnumerable<Place> UsedPlaces => streams.Where(IsUsed).SelectMany(s => (Place[])[s.From, s.To]);

    public static Color FlowColor(bool byAir) => byAir ? Theme.Purple : Theme.Vermilion;

    /// <summary>Width of a line that stands for a flow, pixels; in proportion, but never too thin to see.</summary>
    public float WidthPixels(double kgPerYear) => (float)Math.Max(0.8, WidestPixels * kgPerYear / LargestKgPerYear);

    /// <summary>Draws land, links and flows, posts, and as many names as fit, the busiest places first; a close-up's part of the map stays without names.</summary>
    public void Draw(Plot plot, MapFrame frame, bool crossingNames, MapFrame? closeUp)
    {
        plot.HideAxesAndGrid();
        plot.Layout.Fixed(new PixelPadding(0));
        plot.DataBackground.Color = Color.FromHex("#E9F0F4");
        plot.Axes.SetLimits(frame.Limits);
        foreach (var ring in outlines.SelectMany(o => o.Rings).Select(frame.Ring).Where(ring => ring.Length > 0))
        {
            var country = plot.Add.Polygon(ring);
            country.FillColor = land;
            country.LineColor = border;
            country.LineWidth = 1;
        }

        foreach (var stream in streams)
            DrawStream(plot, frame, stream);
        DrawPosts(plot, frame);
        DrawNames(plot, frame, crossingNames, closeUp);
    }

    /// <summary>Net flows between points of the map: all land links between two places as one line, air apart; the thinnest first.</summary>
    internal static IEnumerable<Stream> Streams(World world, Flows flows)
    {
        var places = world.Places.ToDictionary(p => p.Id);
        // The two banks of a crossing stand at one point, and several links may join the same two points.
        return world.Links
            .Select(link => (A: places[link.From], B: places[link.To], Air: link.Mode == LinkMode.Air))
            .Where(link => Spot(link.A) != Spot(link.B))
            .Distinct()
            .Select(link => flows.KgPerYear(link.A.Id, link.B.Id) >= flows.KgPerYear(link.B.Id, link.A.Id) ? link : link with { A = link.B, B = link.A })
            .GroupBy(link => (From: Spot(link.A), To: Spot(link.B), link.Air))
            .Select(g => new Stream(g.First().A, g.First().B, g.Key.Air, g.Sum(link => flows.NetKgPerYear(link.A.Id, link.B.Id))))
            .OrderBy(s => s.KgPerYear).ThenBy(s => s.From.Id, StringComparer.Ordinal).ThenBy(s => s.To.Id, StringComparer.Ordinal);

        static (double, double) Spot(Place place) => (place.LongitudeDegrees, place.LatitudeDegrees);
    }

    private bool IsUsed(Stream stream) => stream.KgPerYear > LeastShare * LargestKgPerYear;

    private void DrawStream(Plot plot, MapFrame frame, Stream stream)
    {
        var used = IsUsed(stream);
        if (Visible(frame, stream) is not { } visible || (!used && stream.ByAir))
            return;
        var line = plot.Add.Line(visible.From, visible.To);
        line.MarkerSize = 0;
        line.LineWidth = used ? WidthPixels(stream.KgPerYear) : 1;
        line.LineColor = used ? FlowColor(stream.ByAir).WithAlpha(0.62) : unused;
        if (stream.ByAir)
            line.LinePattern = LinePattern.Dashed;
        if (used)
            DrawHead(plot, frame, visible.From, visible.To, line.LineWidth, FlowColor(stream.ByAir));
    }

    private static (Coordinates From, Coordinates To)? Visible(MapFrame frame, Stream stream) => frame.Visible(
        frame.At(stream.From.LongitudeDegrees, stream.From.LatitudeDegrees),
        frame.At(stream.To.LongitudeDegrees, stream.To.LatitudeDegrees));

    // A head in the middle of the line: at the end, heads of several flows into one town would cover each other.
    private static void DrawHead(Plot plot, MapFrame frame, Coordinates from, Coordinates to, double width, Color color)
    {
        var length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
        var size = (4 + 0.75 * width) / frame.PixelsPerDegree;
        if (length < 1.6 * size || width < LeastHeadPixels)
            return;
        var (dx, dy) = ((to.X - from.X) / length, (to.Y - from.Y) / length);
        var (x, y) = (from.X + 0.55 * (to.X - from.X), from.Y + 0.55 * (to.Y - from.Y));
        var head = plot.Add.Polygon(
        [
            new Coordinates(x + dx * size, y + dy * size),
            new Coordinates(x - dx * size * 0.5 - dy * size * 0.75, y - dy * size * 0.5 + dx * size * 0.75),
            new Coordinates(x - dx * size * 0.5 + dy * size * 0.75, y - dy * size * 0.5 - dx * size * 0.75),
        ]);
        head.FillColor = color;
        head.LineWidth = 0;
    }

    private void DrawPosts(Plot plot, MapFrame frame)
    {
        var places = world.Places.ToDictionary(p => p.Id);
        var spots = world.Posts.Where(post => places.ContainsKey(post.Place)).Select(post => (post.Kind, Place: places[post.Place]))
            .Select(post => (post.Kind, Inland: !IsCrossing(post.Place), post.Place.LongitudeDegrees, post.Place.LatitudeDegrees)).Distinct();
        foreach (var (kind, inland, longitude, latitude) in spots.Where(spot => frame.Holds(spot.LongitudeDegrees, spot.LatitudeDegrees)))
        {
            var (x, y) = frame.Pixel(frame.At(longitude, latitude));
            // In a town, beside the town's own dot.
            var aside = inland ? 6 : 0;
            AddPost(plot, frame.Point(x - aside, y + aside), kind);
        }
    }

    /// <summary>Draws the mark of a post.</summary>
    public static void AddPost(Plot plot, Coordinates at, PostKind kind)
    {
        var marker = plot.Add.Marker(at, kind == PostKind.Patrol ? MarkerShape.FilledTriangleUp : MarkerShape.FilledSquare, kind == PostKind.Patrol ? 9 : 6.5f);
        marker.Color = kind == PostKind.Patrol ? Theme.Green : Theme.Blue;
        marker.MarkerStyle.OutlineColor = Colors.White;
        marker.MarkerStyle.OutlineWidth = 0.8f;
    }

    private void DrawNames(Plot plot, MapFrame frame, bool crossingNames, MapFrame? closeUp)
    {
        var placer = new LabelPlacer(
            (frame.Limits.Right - frame.Limits.Left) * frame.PixelsPerDegree,
            (frame.Limits.Top - frame.Limits.Bottom) * frame.PixelsPerDegree);
        if (closeUp is not null)
            Block(placer, frame, closeUp);
        var places = world.Places.GroupBy(p => (p.LongitudeDegrees, p.LatitudeDegrees))
            .Select(g => (Place: g.First(), Kg: g.Max(p => flows.Through(p.Id))))
            .Where(s => s.Kg > LeastShare * LargestKgPerYear && (crossingNames || !IsCrossing(s.Place)))
            .OrderByDescending(s => s.Place.Kind == PlaceKind.Market).ThenBy(s => IsCrossing(s.Place)).ThenByDescending(s => s.Kg)
            .ThenBy(s => s.Place.Id, StringComparer.Ordinal).Select(s => s.Place).ToArray();
        var inside = places.Where(p => frame.Holds(p.LongitudeDegrees, p.LatitudeDegrees))
            .Where(p => closeUp?.Holds(p.LongitudeDegrees, p.LatitudeDegrees) is not true).ToArray();
        foreach (var place in inside)
        {
            var at = frame.At(place.LongitudeDegrees, place.LatitudeDegrees);
            var (x, y) = frame.Pixel(at);
            placer.Block(x - 4, y - 4, x + 4, y + 4);
            if (!IsCrossing(place))
                plot.Add.Marker(at, MarkerShape.FilledCircle, 6, Theme.Ink);
        }

        foreach (var place in inside)
            AddName(plot, frame, placer, place, IsCrossing(place) ? Words.Crossing(place, 24) : Words.Short(place), frame.At(place.LongitudeDegrees, place.LatitudeDegrees));
        foreach (var market in places.Where(p => p.Kind == PlaceKind.Market && !frame.Holds(p.LongitudeDegrees, p.LatitudeDegrees)))
        {
            // Where its largest stream leaves the map.
            var stream = streams.LastOrDefault(s => IsUsed(s) && s.To.Id == market.Id && Visible(frame, s) is not null);
            if (stream is not null && Visible(frame, stream) is { } visible)
                AddName(plot, frame, placer, market, $"to {Words.Short(market)}", visible.To);
        }

        AddCountries(plot, frame, placer);
    }

    private static void Block(LabelPlacer placer, MapFrame frame, MapFrame closeUp)
    {
        var (west, east) = closeUp.Longitudes;
        var (left, top) = frame.Pixel(frame.At(west, closeUp.Limits.Top));
        var (right, bottom) = frame.Pixel(frame.At(east, closeUp.Limits.Bottom));
        placer.Block(left, top, right, bottom + TextHeight);
    }

    private static void AddName(Plot plot, MapFrame frame, LabelPlacer placer, Place place, string text, Coordinates at)
    {
        var size = IsCrossing(place) ? Theme.NoteSize : Theme.LabelSize - 0.5f;
        var bold = place.Kind == PlaceKind.Market;
        var (x, y) = frame.Pixel(at);
        if (placer.Place(x, y, Theme.TextWidth(text, size, bold) + 4, TextHeight, distance: 6) is not { } corner)
            return;
        var point = frame.Point(corner.Left, corner.Top);
        Theme.AddText(plot, text, point.X, point.Y, IsCrossing(place) ? Theme.Faint : Theme.Ink, Alignment.UpperLeft, size, bold, halo: true);
    }

    private void AddCountries(Plot plot, MapFrame frame, LabelPlacer placer)
    {
        foreach (var outline in outlines)
        {
            var name = outline.Name.ToUpperInvariant();
            if (outline.MiddleWithin(frame) is not { } middle)
                continue;
            var (x, y) = frame.Pixel(middle);
            if (placer.PlaceOn(x, y, Theme.TextWidth(name, Theme.NoteSize, bold: true), TextHeight) is not { } corner)
                continue;
            var point = frame.Point(corner.Left, corner.Top);
            Theme.AddText(plot, name, point.X, point.Y, countryName, Alignment.UpperLeft, Theme.NoteSize, bold: true);
        }
    }

    private static bool IsCrossing(Place place) => place.Kind is PlaceKind.CrossingOfficial or PlaceKind.CrossingGreenBorder;
}

/// <summary>Net flow between two points of the map, kg/yr.</summary>
internal sealed record Stream(Place From, Place To, bool ByAir, double KgPerYear);
