namespace InterdictionSim.Engine.Metrics;

/// <summary>Traffickers arrested, by the country that owns the post.</summary>
public sealed class Arrests : IMetric
{
    /// <inheritdoc/>
    public string Unit => "persons/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Traffickers arrested, by the country that owns the post.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.ArrestsPerYear(country))).Append(("total", period.Countries.Sum(period.ArrestsPerYear)));
}
