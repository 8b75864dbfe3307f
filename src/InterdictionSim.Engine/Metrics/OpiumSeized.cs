namespace InterdictionSim.Engine.Metrics;

/// <summary>Opium seized, by the country that owns the post.</summary>
public sealed class OpiumSeized : IMetric
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Opium seized, by the country that owns the post.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.SeizedKgPerYear("opium", p => p.Country == country)));
}
