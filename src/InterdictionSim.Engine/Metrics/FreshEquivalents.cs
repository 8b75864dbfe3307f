namespace InterdictionSim.Engine.Metrics;

/// <summary>Trained officers at posts, each counted by what is left of the training, mean over the span.</summary>
public sealed class FreshEquivalents : IMetric
{
    /// <inheritdoc/>
    public string Unit => "persons";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Trained officers at posts, each counted by what is left of the training, mean over the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.FreshEquivalents(country))).Append(("total", period.Countries.Sum(period.FreshEquivalents)));
}
