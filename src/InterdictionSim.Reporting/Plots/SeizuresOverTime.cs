using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Reporting.Drawing;
using ScottPlot;

namespace InterdictionSim.Reporting.Plots;

/// <summary>Heroin seized by month: the five states together, and country by country.</summary>
public sealed class SeizuresOverTime : IPlot
{
    private const float Gap = 24;

    /// <inheritdoc/>
    public string Title => "Heroin seized over time";

    /// <inheritdoc/>
    public string Meaning => "How much each country takes, whether a measure shows in it, and how far chance alone moves it.";

    /// <inheritdoc/>
    public bool Applies(RunResults results) => results.Replications.Count > 0 && Countries(results.Layout).Any();

    /// <inheritdoc/>
    public Picture Draw(PlotContext context)
    {
        var results = context.Results;
        var periods = Periods.Of(results);
        var dates = new MeasureDates(results.Scenario, periods);
        var picture = new Picture(
            $"{Title}, kg a {periods.Unit}",
            Words.BandKey(results) + ". Each panel has its own scale.",
            Words.Origin(results, periods) + " Seizures as they fell in each replication, not their expectation." + dates.Note);
        var panels = new BandPanel(picture, periods, dates);
        var countries = Countries(results.Layout).ToArray();
        var states = countries.Intersect(Words.FiveStates).ToArray();
        var body = picture.Body;
        var large = states.Length > 1 ? body.Width * 0.42f : -Gap;
        if (states.Length > 1)
        {
            var heading = states.Length == 5 ? "Five Central Asian states" : string.Join(", ", states.Select(Words.Country));
            var area = new PixelRect(body.Left, body.Left + large, body.Bottom, body.Top);
            panels.Add(area, $"{heading}, kg/{periods.Unit}", periods.SumBands(results, states.Select(Column)), Theme.Ink, nameMarks: true);
        }

        var columns = countries.Length > 1 ? 2 : 1;
        var rows = (countries.Length + columns - 1) / columns;
        var width = (body.Right - body.Left - large - Gap * columns) / columns;
        var height = (body.Bottom - body.Top) / rows;
        for (var i = 0; i < countries.Length; i++)
        {
            var left = body.Left + large + Gap + i % columns * (width + Gap);
            var top = body.Top + i / columns * height;
            var bands = periods.SumBands(results, [Column(countries[i])]);
            panels.Add(
                new PixelRect(left, left + width, top + height, top),
                $"{Words.Country(countries[i])}, kg/{periods.Unit}",
                bands,
                Theme.OfCountry(countries[i]),
                nameMarks: states.Length <= 1);
        }

        return picture;
    }

    private static string Column(string country) => "seizedKg." + country;

    private static IEnumerable<string> Countries(RunLayout layout) =>
        Words.FiveStates.Append("RUS").Where(country => layout.Daily.Any(d => d.Name == Column(country)));
}
