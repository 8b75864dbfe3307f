namespace InterdictionSim.Engine.Metrics;

/// <summary>Mean wholesale price of heroin, by group of markets.</summary>
public sealed class MeanPrice : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD/kg";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Mean wholesale price of heroin, by group of markets.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.MarketGroups("heroin").Where(group => period.HasDaily($"priceUsdPerKg.{group}")).Select(group => (group, period.DailyMean($"priceUsdPerKg.{group}")));
}
