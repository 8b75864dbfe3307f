using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Calendar months into which measured days are gathered; single days where fewer than three months are whole.</summary>
internal sealed class Periods
{
    private readonly List<(int First, int Days)> spans = [];

    private Periods(DateOnly firstDay, int days)
    {
        FirstDay = firstDay;
        LastDay = firstDay.AddDays(days - 1);
        for (var first = 0; first < days;)
        {
            var day = firstDay.AddDays(first);
            var length = DateTime.DaysInMonth(day.Year, day.Month);
            // A month cut off by the start or the end would look like a fall in trade.
            if (day.Day == 1 && first + length <= days)
                spans.Add((first, length));
            first += length - day.Day + 1;
        }

        Monthly = spans.Count >= 3;
        if (!Monthly)
            spans = [.. Enumerable.Range(0, days).Select(day => (day, 1))];
    }

    public DateOnly FirstDay { get; }

    public DateOnly LastDay { get; }

    public bool Monthly { get; }

    /// <summary><c>month</c> or <c>day</c>.</summary>
    public string Unit => Monthly ? "month" : "day";

    /// <summary>Middle of each period as a day number, for the time axis.</summary>
    public double[] Middles => [.. spans.Select(span => FirstDay.DayNumber + span.First + span.Days / 2.0)];

    public static Periods Of(RunResults results) =>
        Of(results.Layout.FirstDay, results.Replications[0].Daily.Length / results.Layout.Daily.Count);

    public static Periods Of(DateOnly firstDay, int days) => new(firstDay, days);

    public double[] Sums(double[] daily) => [.. spans.Select(span => daily.AsSpan(span.First, span.Days).ToArray().Sum())];

    public double[] Means(double[] daily) => [.. spans.Select(span => daily.AsSpan(span.First, span.Days).ToArray().Average())];

    /// <summary>Bands over replications of the sums of one or more daily columns, which are added up within each replication first.</summary>
    public Bands SumBands(RunResults results, params IEnumerable<string> columns) =>
        Bands.Over([.. results.Replications.Select(record => Sums(Total(record, results.Layout, columns)))]);

    /// <summary>Bands over replications of the means of a daily column.</summary>
    public Bands MeanBands(RunResults results, string column) =>
        Bands.Over([.. results.Replications.Select(record => Means(record.Series(results.Layout, column)))]);

    private static double[] Total(RunRecord record, RunLayout layout, IEnumerable<string> columns)
    {
        var total = new double[record.Daily.Length / layout.Daily.Count];
        foreach (var column in columns)
        {
            var series = record.Series(layout, column);
            for (var day = 0; day < total.Length; day++)
                total[day] += series[day];
        }

        return total;
    }
}
