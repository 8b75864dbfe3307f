using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Results;

/// <summary>The tables of what measures did: effects with their intervals, and their values by pair of replications.</summary>
internal static class EffectTables
{
    public static IReadOnlyList<ResultTable> Of(Effects effects) => [Estimates(effects), ByPair(effects)];

    private static ResultTable Estimates(Effects effects)
    {
        var rows = effects.All;
        return new("effects",
            [
                ("scenario", typeof(string)), ("contrast", typeof(string)), ("key", typeof(string)), ("unit", typeof(string)), ("mean", typeof(double)),
                ("low", typeof(double)), ("high", typeof(double)), ("n", typeof(int)), ("verdict", typeof(string)),
            ],
            [
                [
                    Column(rows, _ => effects.Scenario.Name), Column(rows, e => e.Contrast), Column(rows, e => e.Key), Column(rows, e => e.Unit), Column(rows, e => e.Mean),
                    Column(rows, e => e.Low), Column(rows, e => e.High), Column(rows, e => e.Count), Column(rows, e => Catalog.Kebab(e.Verdict.ToString())),
                ],
            ]);
    }

    private static ResultTable ByPair(Effects effects)
    {
        var rows = effects.Values.SelectMany(c => c.ByPair.SelectMany((values, pair) => values.Select(value => (c.Contrast, effects.Pairs[pair].With.Replication, Value: value)))).ToArray();
        return new("runs/effects-0",
            [
                ("scenario", typeof(string)), ("point_id", typeof(int)), ("replication_id", typeof(int)), ("contrast", typeof(string)), ("key", typeof(string)),
                ("amount", typeof(double)), ("per", typeof(double)),
            ],
            [
                [
                    Column(rows, _ => effects.Scenario.Name), Column(rows, _ => 0), Column(rows, r => r.Replication), Column(rows, r => r.Contrast), Column(rows, r => r.Value.Key),
                    Column(rows, r => r.Value.Amount), Column(rows, r => r.Value.Per),
                ],
            ]);
    }

    private static TCell[] Column<TRow, TCell>(IReadOnlyList<TRow> rows, Func<TRow, TCell> cell) => [.. rows.Select(cell)];
}
