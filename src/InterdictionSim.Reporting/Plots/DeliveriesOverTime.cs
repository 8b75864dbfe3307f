using InterdictionSim.Experiments.Results;
using InterdictionSim.Reporting.Drawing;
using ScottPlot;

namespace InterdictionSim.Reporting.Plots;

/// <summary>Heroin that reached its markets by month: Russia and Central Asia.</summary>
public sealed class DeliveriesOverTime : IPlot
{
    private static readonly (string Column, string Heading, string Country)[] markets =
    [
        ("deliveredKg.RUS", "Russia", "RUS"),
        ("deliveredKg.CA5", "Five Central Asian states", "CA5"),
    ];

    /// <inheritdoc/>
    public string Title => "Heroin delivered to markets over time";

    /// <inheritdoc/>
    public string Meaning => "How much heroin arrives where it is used, and whether a measure lowers it.";

    /// <inheritdoc/>
    public bool Applies(RunResults results) =>
        results.Replications.Count > 0 && markets.Any(m => results.Layout.Daily.Any(d => d.Name == m.Column));

    /// <inheritdoc/>
    public Picture Draw(PlotContext context)
    {
        var results = context.Results;
        var periods = Periods.Of(results);
        var dates = new MeasureDates(results.Scenario, periods);
        var picture = new Picture(
            $"{Title}, tonnes a {periods.Unit}",
            Words.BandKey(results) + ". Each panel has its own scale.",
            Words.Origin(results, periods) + dates.Note);
        var panels = new BandPanel(picture, periods, dates);
        var drawn = markets.Where(m => results.Layout.Daily.Any(d => d.Name == m.Column)).ToArray();
        // The larger market stands above and gets the room for the marks' labels.
        var tops = drawn.Length == 1 ? new[] { 0f, 1f } : [0f, 0.56f, 1f];
        var body = picture.Body;
        for (var i = 0; i < drawn.Length; i++)
        {
            var area = new PixelRect(body.Left, body.Right, body.Top + body.Height * tops[i + 1], body.Top + body.Height * tops[i]);
            panels.Add(
                area,
                $"{drawn[i].Heading}, t/{periods.Unit}",
                Tonnes(periods, results, drawn[i].Column),
                Theme.OfCountry(drawn[i].Country),
                nameMarks: i == 0);
        }

        return picture;
    }

    /// <summary>Bands in tonnes a period.</summary>
    internal static Bands Tonnes(Periods periods, RunResults results, string column) => periods.SumBands(results, [column]).Over(divisor: 1000);
}
