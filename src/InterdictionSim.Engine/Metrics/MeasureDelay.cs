namespace InterdictionSim.Engine.Metrics;

/// <summary>Days from the start of a measure to the first day that it ran, consent and building included; none if it has not run.</summary>
public sealed class MeasureDelay : IMetric
{
    /// <inheritdoc/>
    public string Unit => "days";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Days from the start of a measure to the first day that it ran, consent and building included; none if it has not run.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Measures.Select((measure, m) => (measure, period.DelayDays(m)));
}
