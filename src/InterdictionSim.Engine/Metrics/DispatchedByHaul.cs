namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin sent on its way, by haul.</summary>
public sealed class DispatchedByHaul : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Heroin sent on its way, by haul.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Hauls("heroin").Select(haul => (haul, period.DispatchedKgPerYear("heroin", h => h == haul) / 1000));
}
