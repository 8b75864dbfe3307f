using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Experiments.Results;

/// <summary>The tables of a campaign of one scenario: outcomes (a row an outcome), headline series (a row a day) and flows (a row a directed link), and heroin by link, post and market in each month (a row where there was any).</summary>
internal static class RunTables
{
    private static readonly (string, Type)[] key = [("scenario", typeof(string)), ("point_id", typeof(int)), ("replication_id", typeof(int))];

    public static IReadOnlyList<ResultTable> Of(RunResults results) => [Outcomes(results), Daily(results), Links(results), .. Months(results)];

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

    private static IEnumerable<ResultTable> Months(RunResults results)
    {
        var layout = results.Layout;
        if (layout.Months.Count == 0)
            return [];
        return
        [
            ByMonth(results, "links", run => run.Monthly.Link, [.. layout.Links.Select(l => (string[])[l.Link, l.From, l.To])], "link", "from", "to"),
            ByMonth(results, "posts", run => run.Monthly.Post, [.. layout.Posts.Select(p => (string[])[p.Post, p.Place, p.Country])], "post", "place", "country"),
            ByMonth(results, "markets", run => run.Monthly.Market, [.. layout.Markets.Select(m => (string[])[m.Place, m.Group])], "place", "group"),
        ];
    }

    private static ResultTable ByMonth(RunResults results, string what, Func<RunRecord, float[]> kg, string[][] sites, params string[] names)
    {
        var months = results.Layout.Months;
        return new($"series/{what}-by-month",
            [.. key, ("month", typeof(DateOnly)), .. names.Select(name => (name, typeof(string))), ("kg", typeof(float))],
            BlocksWhereAny(results, months.Count * sites.Length, kg, (run, cells) =>
            [
                Column(cells, _ => results.Scenario.Name),
                Column(cells, _ => 0),
                Column(cells, cell => run[cell.Run].Replication),
                Column(cells, cell => months[cell.Index / sites.Length]),
                .. Enumerable.Range(0, names.Length).Select(name => Column(cells, cell => sites[cell.Index % sites.Length][name])),
                Column(cells, cell => kg(run[cell.Run])[cell.Index]),
            ]));
    }

    // Most links carry nothing in most months: such rows are left out. Cut like the others, so between the same replications.
    private static IEnumerable<Array[]> BlocksWhereAny(RunResults results, int cellsPerRun, Func<RunRecord, float[]> kg, Func<RunRecord[], (int Run, int Index)[], Array[]> columns)
    {
        foreach (var block in results.Replications.Chunk(Math.Max(1, ResultTable.BlockRows / Math.Max(1, cellsPerRun))))
        {
            (int, int)[] cells = [.. from run in Enumerable.Range(0, block.Length) from cell in Enumerable.Range(0, cellsPerRun) where kg(block[run])[cell] != 0 select (run, cell)];
            if (cells.Length > 0)
                yield return columns(block, cells);
        }
    }

    private static T[] Column<T>((int Run, int Index)[] cells, Func<(int Run, int Index), T> cell) => Array.ConvertAll(cells, c => cell(c));

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
