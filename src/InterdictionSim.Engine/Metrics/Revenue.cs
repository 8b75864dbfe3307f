namespace InterdictionSim.Engine.Metrics;

/// <summary>Paid by buyers, all commodities, by group of markets.</summary>
public sealed class Revenue : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Paid by buyers, all commodities, by group of markets.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        Groups(period).Select(group => (group, period.RevenueUsdPerYear(group))).Append(("total", Groups(period).Sum(period.RevenueUsdPerYear)));

    private static IEnumerable<string> Groups(Period period) => period.Commodities.SelectMany(period.MarketGroups).Distinct().Order(StringComparer.Ordinal);
}
