namespace InterdictionSim.Engine.Metrics;

/// <summary>Stability of the countries that own posts, mean over the span.</summary>
public sealed class Stability : IMetric
{
    /// <inheritdoc/>
    public string Unit => "0..1";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Stability of the countries that own posts, mean over the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.MeanStability(country)));
}
