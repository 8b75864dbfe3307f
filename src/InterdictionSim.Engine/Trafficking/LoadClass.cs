namespace InterdictionSim.Engine.Trafficking;

/// <summary>Loads that posts treat alike: one commodity, haul and concealment.</summary>
internal sealed record LoadClass(int Index, string CommodityId, int Commodity, string HaulId, Haul Haul, string Concealment);

/// <summary>An organisation as the tick uses it.</summary>
internal sealed class Band
{
    /// <summary>Index among the organisations, which stand in the ordinal order of their ids.</summary>
    public required int Index { get; init; }

    /// <summary>The scenario's record.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Commodity index.</summary>
    public required int Commodity { get; init; }

    /// <summary>Main haul.</summary>
    public required Haul Haul { get; init; }

    /// <summary>Commodity record.</summary>
    public required Commodity Good { get; init; }

    /// <summary>Number of traffickers.</summary>
    public required int Traffickers { get; init; }

    /// <summary>32-bit hash of the id: second word of the counters of its draws.</summary>
    public required uint Hash { get; init; }

    /// <summary>Home places.</summary>
    public required int[] Homes { get; init; }

    /// <summary>Weights of the home places.</summary>
    public required double[] HomeWeights { get; init; }

    /// <summary>Cumulative thresholds of the home weights.</summary>
    public required uint[] HomeCumulative { get; init; }

    /// <summary>Load classes it uses, and the cumulative thresholds of their shares.</summary>
    public required int[] LoadClasses { get; init; }

    /// <summary>Cumulative thresholds of the concealment mix.</summary>
    public required uint[] LoadClassCumulative
    {
        get;
        init => (field, ClassShares) = (value, Shares(value));
    }

    /// <summary>Choice tables (one a market), in the order of the markets.</summary>
    public required int[] Tables { get; init; }

    /// <summary>Consignment sizes, grams.</summary>
    public required Randomness.QuantileTable Sizes { get; init; }

    /// <summary>A seized or sold consignment is followed at once by an equal one from home: no turnaround and no recruiting delay.</summary>
    public required bool ReturnsAtOnce { get; init; }

    /// <summary>Share of its trips in each of its load classes.</summary>
    public double[] ClassShares { get; private init; } = [];

    /// <summary>FNV-1a over the UTF-16 units of an id.</summary>
    public static uint HashOf(string id)
    {
        var hash = 2166136261u;
        foreach (var unit in id)
            hash = (hash ^ unit) * 16777619u;
        return hash;
    }

    private static double[] Shares(uint[] cumulative) =>
        [.. cumulative.Select((above, c) => cumulative.Length == 1 ? 1.0 : (above - (double)(c > 0 ? cumulative[c - 1] : 0u)) / uint.MaxValue)];
}
