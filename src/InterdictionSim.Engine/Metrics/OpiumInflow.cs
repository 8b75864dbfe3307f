namespace InterdictionSim.Engine.Metrics;

/// <summary>Opium carried from Afghanistan into the five Central Asian states.</summary>
public sealed class OpiumInflow : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Opium carried from Afghanistan into the five Central Asian states.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", Region.FiveStates.Sum(state => period.BorderKgPerYear("opium", Region.Origin, state)) / 1000)];
}
