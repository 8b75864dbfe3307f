namespace InterdictionSim.Engine.Metrics;

/// <summary>Opium harvested for the northern route, by source.</summary>
public sealed class Harvest : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Opium harvested for the northern route, by source.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Sources.Select(source => (source, period.HarvestedTonnesPerYear(source)));
}
