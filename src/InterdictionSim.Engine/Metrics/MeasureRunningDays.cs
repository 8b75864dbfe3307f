namespace InterdictionSim.Engine.Metrics;

/// <summary>Days of the span on which a measure ran.</summary>
public sealed class MeasureRunningDays : IMetric
{
    /// <inheritdoc/>
    public string Unit => "days";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Days of the span on which a measure ran.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Measures.Select((measure, m) => (measure, period.RunningDays(m)));
}
