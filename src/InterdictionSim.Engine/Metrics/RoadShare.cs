namespace InterdictionSim.Engine.Metrics;

/// <summary>Share of the heroin dispatched that goes by car or lorry.</summary>
public sealed class RoadShare : IMetric
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Share of the heroin dispatched that goes by car or lorry.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.DispatchedKgPerYear("heroin", haul => haul is "car" or "lorry") / period.DispatchedKgPerYear("heroin", _ => true))];
}
