namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin under way, mean over the span.</summary>
public sealed class UnderWay : IMetric
{
    /// <inheritdoc/>
    public string Unit => "kg";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Heroin under way, mean over the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.DailyMean("underWayKg"))];
}
