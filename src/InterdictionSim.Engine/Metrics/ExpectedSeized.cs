namespace InterdictionSim.Engine.Metrics;

/// <summary>Expected heroin seized (probability times mass of every passage): the mean of what is seized, with far less noise.</summary>
public sealed class ExpectedSeized : IMetric
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Expected heroin seized (probability times mass of every passage): the mean of what is seized, with far less noise.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.ExpectedSeizedKgPerYear("heroin", p => p.Country == country)))
            .Append(("five-states", period.ExpectedSeizedKgPerYear("heroin", p => Region.FiveStates.Contains(p.Country))));
}
