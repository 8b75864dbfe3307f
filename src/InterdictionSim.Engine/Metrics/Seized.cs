namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin seized, by the country that owns the post.</summary>
public sealed class Seized : IMetric
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Heroin seized, by the country that owns the post.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.SeizedKgPerYear("heroin", p => p.Country == country)))
            .Append(("five-states", period.SeizedKgPerYear("heroin", p => Region.FiveStates.Contains(p.Country))));
}
