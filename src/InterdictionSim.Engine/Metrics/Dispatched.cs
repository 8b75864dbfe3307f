namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin sent on its way.</summary>
public sealed class Dispatched : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Heroin sent on its way.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.DispatchedKgPerYear("heroin", _ => true) / 1000)];
}
