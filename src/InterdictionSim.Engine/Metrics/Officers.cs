namespace InterdictionSim.Engine.Metrics;

/// <summary>Officers on strength at open posts, mean over the span.</summary>
public sealed class Officers : IMetric
{
    /// <inheritdoc/>
    public string Unit => "persons";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Officers on strength at open posts, mean over the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.Officers(country))).Append(("total", period.Countries.Sum(period.Officers)));
}
