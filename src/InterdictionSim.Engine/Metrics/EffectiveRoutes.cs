using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Metrics;

/// <summary>Effective number of crossings by which heroin enters the five states, exp(−Σ s ln s) over their shares s; NaN when none enters.</summary>
public sealed class EffectiveRoutes : IMetric
{
    /// <inheritdoc/>
    public string Unit => "crossings";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Effective number of crossings by which heroin enters the five states: exp of the entropy of their shares.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period)
    {
        var kg = period.EntryCrossings.Select(crossing => period.EntryKgPerYear("heroin", crossing)).ToArray();
        var all = kg.Sum();
        var entropy = kg.Where(k => k > 0).Sum(k => -k / all * Portable.Log(k / all));
        return [("", all > 0 ? Portable.Exp(entropy) : double.NaN)];
    }
}
