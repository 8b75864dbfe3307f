namespace InterdictionSim.Engine.Metrics;

/// <summary>Trips begun, all commodities.</summary>
public sealed class Trips : IMetric
{
    /// <inheritdoc/>
    public string Unit => "trips/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Trips begun, all commodities.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.TripsPerYear)];
}
