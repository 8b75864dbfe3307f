namespace InterdictionSim.Engine.Metrics;

/// <summary>Spent in the span, by measure.</summary>
public sealed class SpendingByMeasure : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Spent in the span, by measure.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Measures.Select(measure => (measure, period.SpendingUsd((id, _) => id == measure)));
}
