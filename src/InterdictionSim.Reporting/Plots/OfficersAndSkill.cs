using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Reporting.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace InterdictionSim.Reporting.Plots;

/// <summary>Trained officers on strength, and the mean skill of each country's posts.</summary>
public sealed class OfficersAndSkill : IPlot
{
    private const string Officers = "trainedOfficers";
    private const string Skill = "skill.";
    private const float NameRoom = 118;

    /// <inheritdoc/>
    public string Title => "Trained officers and skill of posts";

    /// <inheritdoc/>
    public string Meaning => "What training leaves in the posts after officers have moved on and skill has faded.";

    /// <inheritdoc/>
    public bool Applies(RunResults results) =>
        results.Replications.Count > 0 && results.Layout.Daily.Any(d => d.Name == Officers) && Countries(results.Layout).Any();

    /// <inheritdoc/>
    public Picture Draw(PlotContext context)
    {
        var results = context.Results;
        var periods = Periods.Of(results);
        var dates = new MeasureDates(results.Scenario, periods);
        var picture = new Picture(
            $"{Title}, means of each {periods.Unit}",
            Words.BandKey(results) + " (light band only for skill).",
            Words.Origin(results, periods) + " Skill: 0 finds nothing, 1 finds all that a search can find." + dates.Note);
        var body = picture.Body;
        var middle = body.Top + body.Height * 0.46f;
        var upper = picture.Add(new PixelRect(body.Left, body.Right, middle, body.Top), "Trained officers on strength, persons");
        var bands = periods.MeanBands(results, Officers);
        var width = body.Width - 58 - NameRoom;
        var height = middle - body.Top - Panel.HeadingHeight - 46;
        Widen(upper, periods, width);
        Theme.ScaleFromZero(upper, bands.Highest, dates.FreeShare(height));
        Theme.AddBands(upper, periods.Middles, bands, Theme.Ink);
        dates.Draw(upper, width, height, named: true);

        var lower = picture.Add(new PixelRect(body.Left, body.Right, body.Bottom, middle), "Mean skill over the posts of a country, 0 … 1");
        Widen(lower, periods, width);
        AddSkill(lower, results, periods, width, body.Bottom - middle - Panel.HeadingHeight - 46);
        dates.Draw(lower, width, body.Bottom - middle, named: false);
        return picture;
    }

    /// <summary>Countries whose posts' skill is recorded, in the order of the route.</summary>
    internal static IEnumerable<string> Countries(RunLayout layout) =>
        Words.FiveStates.Append("RUS").Where(country => layout.Daily.Any(d => d.Name == Skill + country));

    private static void Widen(Plot plot, Periods periods, double width)
    {
        plot.Layout.Fixed(new PixelPadding(left: 58, right: NameRoom, bottom: 40, top: 6));
        TimeAxis.Apply(plot, periods, width);
    }

    private static void AddSkill(Plot plot, RunResults results, Periods periods, double width, double height)
    {
        var series = Countries(results.Layout).Select(country => (Country: country, Bands: periods.MeanBands(results, Skill + country)))
            .Where(s => s.Bands.Median.Any(double.IsFinite)).ToArray();
        var highest = series.SelectMany(s => s.Bands.High90).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        var top = Math.Min(1.02, Math.Ceiling(highest * 1.08 * 10) / 10);
        plot.Axes.SetLimitsY(0, top);
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = Words.Number, MinimumTickSpacing = 30 };
        foreach (var (country, bands) in series)
            Theme.AddBands(plot, periods.Middles, bands, Theme.OfCountry(country), dark: false);

        var ends = series.Select(s => s.Bands.Median.Last(double.IsFinite)).ToArray();
        var places = Spread.Apart(ends, least: 16 / height * top, lowest: 8 / height * top, highest: top);
        var right = periods.LastDay.DayNumber + 1 + 6 * (periods.LastDay.DayNumber + 1 - periods.FirstDay.DayNumber) / width;
        for (var i = 0; i < series.Length; i++)
        {
            var name = plot.Add.Text(Words.Country(series[i].Country), right, places[i]);
            name.LabelFontName = ShippedFonts.Family;
            name.LabelFontSize = Theme.LabelSize;
            name.LabelFontColor = Theme.OfCountry(series[i].Country);
            name.LabelAlignment = Alignment.MiddleLeft;
            // Beside the line it names, outside the data area.
            plot.PlottableList.Remove(name);
            plot.PlottableList.Add(new Unclipped(name));
        }
    }
}
