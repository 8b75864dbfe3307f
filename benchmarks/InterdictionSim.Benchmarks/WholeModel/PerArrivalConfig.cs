using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace InterdictionSim.Benchmarks.WholeModel;

/// <summary>Adds the arrivals of a tick and the time that each takes, slow phases included.</summary>
public sealed class PerArrivalConfig : ManualConfig
{
    /// <summary>What a benchmark prints before its arrivals a tick.</summary>
    public const string ArrivalsPerTick = "arrivals per tick: ";

    /// <summary>Adds the columns.</summary>
    public PerArrivalConfig() => AddColumn(
        new Column("arrivals/tick", "Arrivals over ticks, burn-in left out", (_, arrivals) => arrivals),
        new Column("ns/arrival", "Mean of a tick over its arrivals", (nanoseconds, arrivals) => nanoseconds / arrivals));

    private sealed class Column(string name, string legend, Func<double, double, double> value) : IColumn
    {
        public string Id => name;

        public string ColumnName => name;

        public string Legend => legend;

        public ColumnCategory Category => ColumnCategory.Statistics;

        public UnitType UnitType => UnitType.Dimensionless;

        public int PriorityInCategory => 0;

        public bool AlwaysShow => true;

        public bool IsNumeric => true;

        public bool IsAvailable(Summary summary) => true;

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
        {
            var report = summary[benchmarkCase];
            var told = report?.ExecuteResults.SelectMany(r => r.StandardOutput).LastOrDefault(line => line.StartsWith(ArrivalsPerTick, StringComparison.Ordinal));
            if (told is null || report?.ResultStatistics is not { } statistics)
                return "NA";
            var arrivals = double.Parse(told.AsSpan(ArrivalsPerTick.Length), CultureInfo.InvariantCulture);
            return value(statistics.Mean, arrivals).ToString("F1", CultureInfo.InvariantCulture);
        }
    }
}
