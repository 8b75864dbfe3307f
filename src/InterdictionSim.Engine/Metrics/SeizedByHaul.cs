namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin seized, by haul.</summary>
public sealed class SeizedByHaul : IMetric
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Heroin seized, by haul.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Hauls("heroin").Select(haul => (haul, period.HaulSeizedKgPerYear("heroin", haul)));
}
