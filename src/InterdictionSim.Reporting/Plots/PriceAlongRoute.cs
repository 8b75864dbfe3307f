using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Reporting.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace InterdictionSim.Reporting.Plots;

/// <summary>Price of heroin from place to place along the busiest path from an Afghan home to its largest market.</summary>
public sealed class PriceAlongRoute : IPlot
{
    private const string Heroin = "heroin";

    /// <inheritdoc/>
    public string Title => "Price of heroin along the busiest route";

    /// <inheritdoc/>
    public string Meaning => "Where value is added, and so what a seizure costs those who own the load.";

    /// <inheritdoc/>
    public bool Applies(RunResults results) => results.Replications.Count > 0 && Stops(results).Count >= 3;

    /// <inheritdoc/>
    public Picture Draw(PlotContext context)
    {
        var results = context.Results;
        var stops = Stops(results);
        var picture = new Picture(
            $"{Title}: {Words.Short(stops[0].Place)} to {Words.Short(stops[^1].Place)}, USD/kg",
            "Replacement value at each place at the start of the run; at every place the path follows the largest flow that leads on to the market. A border crossing has a price on either bank; below each name: km from the start.",
            $"Prices are inputs of scenario “{results.Scenario.Name}” (USD/kg bulk, not adjusted for purity); the path is that of mean flows, seed {results.Seed}, {Words.Replications(results)}.");
        var plot = picture.Add(picture.Body, "USD/kg");
        plot.Layout.Fixed(new PixelPadding(left: 58, right: 30, bottom: 118, top: 6));
        plot.Axes.SetLimitsX(-0.8, stops.Count - 0.5);
        Theme.ScaleFromZero(plot, stops.Max(stop => stop.UsdPerKg), freeShare: 0.13);
        plot.Grid.XAxisStyle.IsVisible = false;
        AddCountries(plot, stops);
        AddPrices(plot, stops);
        AddNames(plot, stops);
        return picture;
    }

    /// <summary>Places of the busiest path that have a price, with the distance from the first.</summary>
    internal static IReadOnlyList<Stop> Stops(RunResults results)
    {
        var world = results.Scenario.World;
        var path = new Flows(results).BusiestPath(results.Scenario);
        var prices = world.Prices.Where(p => p.Commodity == Heroin).ToDictionary(p => p.Place, p => p.UsdPerKg);
        var places = world.Places.ToDictionary(p => p.Id);
        var stops = new List<Stop>();
        var km = 0.0;
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0)
                km += world.Links.Where(l => (l.From == path[i - 1] && l.To == path[i]) || (l.To == path[i - 1] && l.From == path[i])).Min(l => l.LengthKm);
            if (prices.TryGetValue(path[i], out var usdPerKg))
                stops.Add(new Stop(places[path[i]], km, usdPerKg));
        }

        return stops;
    }

    private static void AddCountries(Plot plot, IReadOnlyList<Stop> stops)
    {
        var top = plot.Axes.GetLimits().Top;
        var shaded = false;
        for (var first = 0; first < stops.Count;)
        {
            var last = first;
            while (last + 1 < stops.Count && stops[last + 1].Place.Country == stops[first].Place.Country)
                last++;
            if (shaded)
            {
                var ground = plot.Add.Rectangle(first - 0.5, last + 0.5, 0, top);
                ground.FillColor = Color.FromHex("#F3F3EE");
                ground.LineWidth = 0;
            }

            var name = Words.Country(stops[first].Place.Country);
            Theme.AddText(plot, name, (first + last) / 2.0, top * 0.985, Theme.Faint, Alignment.UpperCenter, bold: true);
            shaded = !shaded;
            first = last + 1;
        }
    }

    private static void AddPrices(Plot plot, IReadOnlyList<Stop> stops)
    {
        var xs = Enumerable.Range(0, stops.Count).Select(i => (double)i).ToArray();
        var line = plot.Add.Scatter(xs, stops.Select(stop => stop.UsdPerKg).ToArray(), Theme.Blue);
        line.LineWidth = 2.2f;
        line.MarkerSize = 8;
        var lift = 0.02 * plot.Axes.GetLimits().Top;
        for (var i = 0; i < stops.Count; i++)
        {
            // A price that stays is told once.
            var text = Words.Number(stops[i].UsdPerKg);
            if (i > 0 && text == Words.Number(stops[i - 1].UsdPerKg))
                continue;
            // Above and to the left: the line goes on to the right, mostly upwards.
            Theme.AddText(plot, text, i + 0.06, stops[i].UsdPerKg + lift, Theme.Ink, Alignment.LowerRight);
        }
    }

    private static void AddNames(Plot plot, IReadOnlyList<Stop> stops)
    {
        var names = new NumericManual();
        for (var i = 0; i < stops.Count; i++)
        {
            // The two banks of a crossing are two stops and one name, on the border between them.
            var banks = i + 1 < stops.Count && stops[i].IsOtherBankOf(stops[i + 1]);
            names.AddMajor(banks ? i + 0.5 : i, $"{stops[i].Name}\n{Words.Number(Math.Round(stops[i].Km))} km");
            if (banks)
                i++;
        }

        plot.Axes.Bottom.TickGenerator = names;
        plot.Axes.Bottom.TickLabelStyle.Rotation = stops.Count > 8 ? -38 : 0;
        plot.Axes.Bottom.TickLabelStyle.Alignment = stops.Count > 8 ? Alignment.UpperRight : Alignment.UpperCenter;
    }

    /// <summary>A place on the path, its distance from the start and its price.</summary>
    internal sealed record Stop(Place Place, double Km, double UsdPerKg)
    {
        public string Name => IsCrossing ? Words.Crossing(Place, 22) : Words.Short(Place);

        private bool IsCrossing => Place.Kind is PlaceKind.CrossingOfficial or PlaceKind.CrossingGreenBorder;

        public bool IsOtherBankOf(Stop other) =>
            IsCrossing && (Place.LongitudeDegrees, Place.LatitudeDegrees) == (other.Place.LongitudeDegrees, other.Place.LatitudeDegrees);
    }
}
