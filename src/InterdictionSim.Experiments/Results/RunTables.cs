using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Experiments.Results;

/// <summary>The tables of a campaign of one scenario: outcomes (a row an outcome), headline series (a row a day) and flows (a row a directed link).</summary>
internal static class RunTables
{
    private static readonly (string, Type)[] key = [("scenario", typeof(string)), ("point_id", typeof(int)), ("replication_id", typeof(int))];

    public static IReadOnlyList<ResultTable> Of(RunResults results) => [Outcomes(results), Daily(results), Links(results)];

    private static ResultTable Outcomes(RunResults results)
    {
        var metrics = results.Layout.Outcomes;
        return new("runs/part-0",
            [.. key, ("metric", typeof(string)), ("unit", typeof(string)), ("value", typeof(double))],
            Blocks(results, metrics.Count, block =>
            [
                Repeat(block, metrics.Count, (_, row) => metrics[row].Name),
                Repeat(block, metrics.Count, (_, row) => metrics[row].Unit),
                Repeat(block, metrics.Count, (run, row) => run.Outcomes[row]),
            ]));
    }

    private static ResultTable Daily(RunResults results)
    {
        var layout = results.Layout;
        var width = layout.Daily.Count;
        var days = width == 0 ? 0 : results.Replications[0].Daily.Length / width;
        return new("series/daily",
            [.. key, ("date", typeof(DateOnly)), .. layout.Daily.Select(column => (column.Name, typeof(double)))],
            Blocks(results, days, block =>
            [
                Repeat(block, days, (_, day) => layout.FirstDay.AddDays(day)),
                .. Enumerable.Range(0, width).Select(column => Repeat(block, days, (run, day) => run.Daily[day * width + column])),
            ]));
    }

    private static ResultTable Links(RunResults results)
    {
        var links = results.Layout.Links;
        return new("series/links",
            [.. key, ("link", typeof(string)), ("from", typeof(string)), ("to", typeof(string)), ("kg_per_year", typeof(double))],
            Blocks(results, links.Count, block =>
            [
                Repeat(block, links.Count, (_, row) => links[row].Link),
                Repeat(block, links.Count, (_, row) => links[row].From),
                Repeat(block, links.Count, (_, row) => links[row].To),
                Repeat(block, links.Count, (run, row) => run.LinkKgPerYear[row]),
            ]));
    }

    // Whole replications a block, so that the same results are cut at the same rows whatever wrote them.
    private static IEnumerable<Array[]> Blocks(RunResults results, int rowsPerRun, Func<RunRecord[], Array[]> cells)
    {
        foreach (var block in results.Replications.Chunk(Math.Max(1, ResultTable.BlockRows / Math.Max(1, rowsPerRun))))
        {
            yield return
            [
                Repeat(block, rowsPerRun, (_, _) => results.Scenario.Name),
                Repeat(block, rowsPerRun, (_, _) => 0),
                Repeat(block, rowsPerRun, (run, _) => run.Replication),
                .. cells(block),
            ];
        }
    }

    private static T[] Repeat<T>(RunRecord[] block, int rowsPerRun, Func<RunRecord, int, T> cell)
    {
        var column = new T[block.Length * rowsPerRun];
        for (var i = 0; i < column.Length; i++)
            column[i] = cell(block[i / rowsPerRun], i % rowsPerRun);
        return column;
    }
}
