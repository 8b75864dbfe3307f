namespace InterdictionSim.Engine.Metrics;

/// <summary>Supply of the foreign forces that arrived, by route: nothing on a day when the route is shut.</summary>
public sealed class SupplyDelivered : IMetric
{
    /// <inheritdoc/>
    public string Unit => "TEU/week";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Supply of the foreign forces that arrived, by route: nothing on a day when the route is shut.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.SupplyRoutes.Select(route => (route.Id, period.SupplyTeuPerWeek(route.Id))).Append(("total", period.SupplyRoutes.Sum(route => period.SupplyTeuPerWeek(route.Id))));
}
