namespace InterdictionSim.Engine.Metrics;

/// <summary>Spent on measures in the span, by sponsor.</summary>
public sealed class Spending : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Spent on measures in the span, by sponsor.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Sponsors.Select(sponsor => (sponsor, period.SpendingUsd((_, measure) => measure.Programme.Sponsor == sponsor))).Append(("total", period.SpendingUsd((_, _) => true)));
}
