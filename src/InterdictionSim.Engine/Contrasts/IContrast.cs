using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Something that measures did: a run with them held against the same run without, on the same draws. One file a contrast; its name is the type's name in kebab case.</summary>
/// <remarks>A contrast only reads. The keys depend on the scenario alone.</remarks>
public interface IContrast
{
    /// <summary>Unit, as <c>kg/yr</c>.</summary>
    string Unit { get; }

    /// <summary>Which way is better for those who interdict.</summary>
    Direction Direction { get; }

    /// <summary>One line for planners.</summary>
    string Meaning { get; }

    /// <summary>Whether 0 says that the measures changed nothing, so that an interval which holds 0 leaves the effect open.</summary>
    bool IsChange => true;

    /// <summary>Whether values are ratios of two amounts: over replications their means are divided, not the ratios averaged.</summary>
    bool IsRatio => false;

    /// <summary>The values of a pair of runs, each with its key; an empty key for the only one.</summary>
    IEnumerable<ContrastValue> Measure(RunPair pair);
}

/// <summary>What a contrast tells of one pair of runs.</summary>
/// <param name="Key">Key; empty for the only value.</param>
/// <param name="Amount">Value, or the numerator of a ratio.</param>
/// <param name="Per">Denominator of a ratio; 1 for a plain value.</param>
public readonly record struct ContrastValue(string Key, double Amount, double Per = 1)
{
    /// <summary>The value of the pair; NaN where a ratio has nothing to divide by.</summary>
    public double Value => Per == 0 ? double.NaN : Amount / Per;
}
