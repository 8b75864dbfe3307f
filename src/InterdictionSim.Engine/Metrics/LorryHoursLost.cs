namespace InterdictionSim.Engine.Metrics;

/// <summary>Hours that legal vehicles wait at posts.</summary>
public sealed class LorryHoursLost : IMetric
{
    /// <inheritdoc/>
    public string Unit => "h/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Hours that legal vehicles wait at posts.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.LorryHoursPerYear(country))).Append(("total", period.Countries.Sum(period.LorryHoursPerYear)));
}
