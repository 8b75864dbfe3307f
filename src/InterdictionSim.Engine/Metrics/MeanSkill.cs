namespace InterdictionSim.Engine.Metrics;

/// <summary>Mean skill of the officers at posts, by country.</summary>
public sealed class MeanSkill : IMetric
{
    /// <inheritdoc/>
    public string Unit => "0..1";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Mean skill of the officers at posts, by country.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Where(country => period.HasDaily($"skill.{country}")).Select(country => (country, period.DailyMean($"skill.{country}")));
}
