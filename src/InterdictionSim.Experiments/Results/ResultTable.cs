namespace InterdictionSim.Experiments.Results;

/// <summary>A table of results that is written block by block, so that it need not be in memory twice.</summary>
/// <param name="Path">Where it stands in the results folder, without extension: <c>series/daily</c>.</param>
/// <param name="Columns">Name of each column and the type of its cells: <c>string</c>, <c>int</c>, <c>float</c>, <c>double</c> or <c>DateOnly</c>.</param>
/// <param name="Blocks">Rows in blocks: in each, an array per column, all of one length.</param>
internal sealed record ResultTable(string Path, IReadOnlyList<(string Name, Type Type)> Columns, IEnumerable<Array[]> Blocks)
{
    /// <summary>Rows a block holds at most, unless one replication alone has more.</summary>
    public const int BlockRows = 250_000;
}
