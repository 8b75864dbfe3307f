namespace InterdictionSim.Engine.Trafficking;

/// <summary>For each organisation and market: which link a trafficker takes next, as cumulative thresholds in the order of the out-links.</summary>
/// <param name="directedLinks">Directed links of the network.</param>
/// <param name="tables">Number of tables.</param>
internal sealed class ChoiceTables(int directedLinks, int tables)
{
    /// <summary>Directed links of the network: the stride of a table.</summary>
    public int DirectedLinks { get; } = directedLinks;

    /// <summary>Thresholds by table and directed link; a row that is all 0 has no way on.</summary>
    public uint[] Cumulative { get; } = new uint[tables * directedLinks];

    /// <summary>Market place of each table; −1 when trips have no end.</summary>
    public int[] MarketPlace { get; } = new int[tables];

    /// <summary>Probability of taking a directed link from its tail.</summary>
    public double Probability(int table, int[] first, int tail, int link)
    {
        var row = table * DirectedLinks;
        var below = link > first[tail] ? Cumulative[row + link - 1] : 0u;
        var here = Cumulative[row + link];
        return here <= below ? 0.0 : (here - (double)below) / uint.MaxValue;
    }
}
