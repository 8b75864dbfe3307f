namespace InterdictionSim.Engine.Metrics;

/// <summary>Mined land that is cleared at the end of the span.</summary>
public sealed class MinedLandCleared : IMetric
{
    /// <inheritdoc/>
    public string Unit => "km²";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Mined land that is cleared at the end of the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.ClearedKm2)];
}
