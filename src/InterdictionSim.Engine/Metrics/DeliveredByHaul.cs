namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin sold, by haul.</summary>
public sealed class DeliveredByHaul : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Heroin sold, by haul.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Hauls("heroin").Select(haul => (haul, period.HaulDeliveredKgPerYear("heroin", haul) / 1000));
}
