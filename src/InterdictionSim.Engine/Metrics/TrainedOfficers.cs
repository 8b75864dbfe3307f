namespace InterdictionSim.Engine.Metrics;

/// <summary>Trained officers on strength at posts, mean over the span.</summary>
public sealed class TrainedOfficers : IMetric
{
    /// <inheritdoc/>
    public string Unit => "persons";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Trained officers on strength at posts, mean over the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.TrainedOfficers(country))).Append(("total", period.Countries.Sum(period.TrainedOfficers)));
}
