namespace InterdictionSim.Engine.Metrics;

/// <summary>Counter-terror graduates in the span: each graduate counts with the share of the curriculum.</summary>
public sealed class CounterTerrorGraduates : IMetric
{
    /// <inheritdoc/>
    public string Unit => "persons";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Counter-terror graduates in the span: each graduate counts with the share of the curriculum.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.CounterTerrorGraduates)];
}
