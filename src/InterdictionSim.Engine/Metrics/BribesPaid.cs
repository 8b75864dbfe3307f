namespace InterdictionSim.Engine.Metrics;

/// <summary>Paid to officers, as bribes and for protection.</summary>
public sealed class BribesPaid : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Paid to officers, as bribes and for protection.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.BribesUsdPerYear)];
}
