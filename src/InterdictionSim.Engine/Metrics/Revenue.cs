namespace InterdictionSim.Engine.Metrics;

/// <summary>Paid by buyers, all commodities.</summary>
public sealed class Revenue : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Paid by buyers, all commodities.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.RevenueUsdPerYear)];
}
