namespace InterdictionSim.Engine.Metrics;

/// <summary>Graduates of all training centres in the span.</summary>
public sealed class Graduates : IMetric
{
    /// <inheritdoc/>
    public string Unit => "persons";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Graduates of all training centres in the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.Graduates)];
}
