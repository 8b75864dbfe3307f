using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>Adds the column that benchmarks of different size are compared by.</summary>
public sealed class PerAgentTickConfig : ManualConfig
{
    /// <summary>Adds the column.</summary>
    public PerAgentTickConfig() => AddColumn(new PerAgentTickColumn());

    private sealed class PerAgentTickColumn : IColumn
    {
        public string Id => nameof(PerAgentTickColumn);

        public string ColumnName => "ns/agent-tick";

        public string Legend => "Mean over Agents × Ticks";

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
            if (summary[benchmarkCase]?.ResultStatistics is not { } statistics)
                return "NA";
            var agents = (int)benchmarkCase.Parameters[nameof(ReferenceBenchmarks.Agents)];
            var ticks = (int)benchmarkCase.Parameters[nameof(ReferenceBenchmarks.Ticks)];
            return (statistics.Mean / ((double)agents * ticks)).ToString("F3", CultureInfo.InvariantCulture);
        }
    }
}
