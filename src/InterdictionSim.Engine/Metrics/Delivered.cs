namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin sold, by group of markets.</summary>
public sealed class Delivered : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Heroin sold, by group of markets.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.MarketGroups("heroin").Select(group => (group, period.DeliveredKgPerYear("heroin", group) / 1000))
            .Append(("total", period.MarketGroups("heroin").Sum(group => period.DeliveredKgPerYear("heroin", group)) / 1000));
}
