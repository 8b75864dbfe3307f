namespace InterdictionSim.Engine.Metrics;

/// <summary>Relation of a sponsor with a host, mean over the span.</summary>
public sealed class Relation : IMetric
{
    /// <inheritdoc/>
    public string Unit => "0..1";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Relation of a sponsor with a host, mean over the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Relations.Select((relation, r) => (relation, period.MeanRelation(r)));
}
