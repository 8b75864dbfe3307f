namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin seized on the way over heroin sent, by haul; NaN when none was sent.</summary>
public sealed class LossRate : IMetric
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Heroin seized on the way over heroin sent, by haul.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Hauls("heroin").Select(haul => (haul, period.HaulSeizedKgPerYear("heroin", haul) / period.DispatchedKgPerYear("heroin", h => h == haul)));
}
