namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin that enters Kazakhstan from the south, less what leaves again that way.</summary>
public sealed class KazakhstanNetEntry : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Heroin that enters Kazakhstan from the south, less what leaves again that way.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", Region.FiveStates.Where(state => state != "KAZ").Sum(state => period.BorderKgPerYear("heroin", state, "KAZ") - period.BorderKgPerYear("heroin", "KAZ", state)) / 1000)];
}
