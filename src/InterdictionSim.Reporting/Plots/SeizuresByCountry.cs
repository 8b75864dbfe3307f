using System.Globalization;
using System.Text.RegularExpressions;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Reporting.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace InterdictionSim.Reporting.Plots;

/// <summary>Heroin seized in a year by country, beside the published figure.</summary>
public sealed partial class SeizuresByCountry : IPlot
{
    private const float NumbersRoom = 372;
    private const float NamesRoom = 128;
    private const double HalfBar = 0.19;

    private static readonly Color modelColor = Theme.Blue;
    private static readonly Color publishedColor = Theme.Vermilion;

    /// <inheritdoc/>
    public string Title => "Heroin seized: model beside published figures";

    /// <inheritdoc/>
    public string Meaning => "Whether the model seizes what was seized, country by country, and how good the source is.";

    /// <inheritdoc/>
    public bool Applies(RunResults results) => results.Replications.Count > 0 && Rows(results).Count > 0;

    /// <inheritdoc/>
    public Picture Draw(PlotContext context)
    {
        var results = context.Results;
        var rows = Rows(results);
        var year = rows[0].Year;
        var picture = new Picture(
            $"{Title}, {year}, kg/yr",
            results.Replications.Count == 1
                ? "Bar: model, 1 replication. Dot and line: published figure and its range (grade A read in the source, B remembered, C assumed)."
                : $"Bar: mean of {results.Replications.Count} replications; line: middle 90 % of them. Dot and line: published figure and its range (grade A read, B remembered, C assumed).",
            Words.Origin(results, Periods.Of(results)) + Sources(rows));
        var small = rows.Where(row => !row.IsLarge).ToArray();
        var large = rows.Where(row => row.IsLarge).ToArray();
        var body = picture.Body;
        var fixedHeight = (small.Length > 0 && large.Length > 0 ? 2 : 1) * (Panel.HeadingHeight + 46);
        var rowHeight = Math.Min(110, (body.Height - fixedHeight) / rows.Count);
        var top = body.Top;
        foreach (var (group, heading) in new[] { (small, "Central Asian states, kg/yr"), (large, "Russia and the five states together, kg/yr (another scale)") })
        {
            if (group.Length == 0)
                continue;
            var bottom = top + Panel.HeadingHeight + 46 + rowHeight * group.Length;
            AddPanel(picture.Add(new PixelRect(body.Left, body.Right, bottom, top), heading), group);
            top = bottom;
        }

        return picture;
    }

    /// <summary>What is drawn: the year with the most published figures, or else the first that has seizures.</summary>
    internal static IReadOnlyList<Row> Rows(RunResults results)
    {
        var found = results.Layout.Outcomes.Select(o => OutcomeName().Match(o.Name)).Where(m => m.Success)
            .Select(m => (Name: m.Value, Code: m.Groups["code"].Value, Year: int.Parse(m.Groups["year"].Value, CultureInfo.InvariantCulture)))
            .Where(o => results.Outcome(o.Name).Any(double.IsFinite)).ToArray();
        if (found.Length == 0)
            return [];
        var year = found.GroupBy(o => o.Year)
            .OrderByDescending(g => g.Count(o => results.Published.Any(p => p.Outcome == o.Name))).ThenBy(g => g.Key).First().Key;
        return [.. found.Where(o => o.Year == year)
            .Select(o => Row.Of(o.Code, year, results.Outcome(o.Name), results.Published.FirstOrDefault(p => p.Outcome == o.Name)))
            .OrderBy(row => row.IsLarge).ThenByDescending(row => row.Mean).ThenBy(row => row.Code, StringComparer.Ordinal)];
    }

    private static void AddPanel(Plot plot, Row[] rows)
    {
        plot.Layout.Fixed(new PixelPadding(left: NamesRoom, right: NumbersRoom, bottom: 40, top: 6));
        plot.Axes.SetLimits(0, rows.Max(row => row.Largest) * 1.04, rows.Length - 0.5, -0.5);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { LabelFormatter = Words.Number };
        plot.Grid.YAxisStyle.IsVisible = false;
        var names = new NumericManual();
        plot.Axes.Left.TickGenerator = names;
        var scale = plot.Axes.GetLimits().Right;
        for (var i = 0; i < rows.Length; i++)
        {
            names.AddMajor(i, Words.Country(rows[i].Code).Replace("Central Asian ", "", StringComparison.Ordinal));
            AddRow(plot, rows[i], i, scale);
        }
    }

    private static void AddRow(Plot plot, Row row, int i, double scale)
    {
        var bar = plot.Add.Rectangle(0, row.Mean, i - 0.02 - 2 * HalfBar, i - 0.02);
        bar.FillColor = Color.FromHex("#8CC0DE");
        bar.LineWidth = 0;
        if (row.High > row.Low)
            Range(plot, row.Low, row.High, i - 0.02 - HalfBar, modelColor);
        Number(plot, row.ModelText, scale, i - 0.02 - HalfBar, modelColor);
        if (row.Published is not { } published)
        {
            Number(plot, "no published figure", scale, i + 0.24, Theme.Faint);
            return;
        }

        Range(plot, published.Low, published.High, i + 0.24, publishedColor);
        plot.Add.Marker(published.Value, i + 0.24, MarkerShape.FilledCircle, 9, publishedColor);
        Number(plot, row.PublishedText, scale, i + 0.24, publishedColor);
    }

    private static void Range(Plot plot, double low, double high, double y, Color color)
    {
        foreach (var (x1, y1, x2, y2) in new[] { (low, y, high, y), (low, y - 0.09, low, y + 0.09), (high, y - 0.09, high, y + 0.09) })
        {
            var line = plot.Add.Line(x1, y1, x2, y2);
            line.LineColor = color;
            line.LineWidth = 2;
            line.MarkerSize = 0;
        }
    }

    private static void Number(Plot plot, string text, double scale, double y, Color color)
    {
        Theme.AddText(plot, text, scale * 1.015, y, color, Alignment.MiddleLeft);
        var label = (ScottPlot.Plottables.Text)plot.PlottableList[^1];
        plot.PlottableList[^1] = new Unclipped(label);
    }

    private static string Sources(IReadOnlyList<Row> rows)
    {
        var sources = rows.Where(row => row.Published is not null)
            .GroupBy(row => WebAddress().Replace(row.Published!.Source, "").Trim())
            .Select(g => $"{string.Join(", ", g.Select(row => row.Published!.Id))} {g.Key}").ToArray();
        return sources.Length == 0 ? "" : " Published: " + string.Join("; ", sources) + ".";
    }

    [GeneratedRegex(@"^seized\.(?<code>[A-Z]{3}|CA5|five-states)@(?<year>\d{4})$")]
    private static partial Regex OutcomeName();

    [GeneratedRegex(@"\s*https?://\S+")]
    private static partial Regex WebAddress();

    /// <summary>One country with what the model and what the source say, kg/yr.</summary>
    internal sealed record Row(string Code, int Year, double Mean, double Low, double High, PublishedFigure? Published)
    {
        public static Row Of(string code, int year, double[] replications, PublishedFigure? published) => new(
            code,
            year,
            replications.Where(double.IsFinite).Average(),
            Bands.Quantile(replications, 0.05),
            Bands.Quantile(replications, 0.95),
            published);

        /// <summary>Whether it belongs with the quantities that would dwarf a single state's.</summary>
        public bool IsLarge => !Words.FiveStates.Contains(Code);

        public double Largest => Math.Max(1, Math.Max(Math.Max(High, Mean), Published is null ? 0 : Math.Max(Published.High, Published.Value)));

        public string ModelText => $"model {Words.Number(Mean)}" + (High > Low ? $" ({Words.Number(Low)} … {Words.Number(High)})" : "") + Place;

        public string PublishedText =>
            $"published {Words.Number(Published!.Value)} ({Words.Number(Published.Low)} … {Words.Number(Published.High)}), grade {Published.Grade}, {Published.Id}";

        private string Place => Published switch
        {
            null => "",
            _ when Mean < Published.Low => ", below range",
            _ when Mean > Published.High => ", above range",
            _ => ", in range",
        };
    }
}
