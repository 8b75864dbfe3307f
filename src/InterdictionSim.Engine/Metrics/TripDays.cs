namespace InterdictionSim.Engine.Metrics;

/// <summary>Mean days from departure to delivery.</summary>
public sealed class TripDays : IMetric
{
    /// <inheritdoc/>
    public string Unit => "days";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Mean days from departure to delivery.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.TripDays)];
}
