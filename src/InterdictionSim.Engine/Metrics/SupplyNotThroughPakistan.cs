namespace InterdictionSim.Engine.Metrics;

/// <summary>Share of the supply that arrived by routes that avoid Pakistan; NaN when none arrived.</summary>
public sealed class SupplyNotThroughPakistan : IMetric
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Share of the supply that arrived by routes that avoid Pakistan.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.SupplyRoutes.Where(route => !route.ThroughPakistan).Sum(route => period.SupplyTeuPerWeek(route.Id)) / period.SupplyRoutes.Sum(route => period.SupplyTeuPerWeek(route.Id)))];
}
