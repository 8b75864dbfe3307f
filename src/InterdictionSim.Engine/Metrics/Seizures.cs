namespace InterdictionSim.Engine.Metrics;

/// <summary>Seizures, all commodities.</summary>
public sealed class Seizures : IMetric
{
    /// <inheritdoc/>
    public string Unit => "seizures/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Seizures, all commodities.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.SeizuresPerYear)];
}
