namespace InterdictionSim.Engine.Metrics;

/// <summary>Incidents made by militants, by the country where they happen.</summary>
public sealed class Incidents : IMetric
{
    /// <inheritdoc/>
    public string Unit => "incidents/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Incidents made by militants, by the country where they happen.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.MilitantCountries.Select(country => (country, period.IncidentsPerYear(country)));
}
