namespace InterdictionSim.Engine.Metrics;

/// <summary>Fighters of each militant group, mean over the span.</summary>
public sealed class MilitantStrength : IMetric
{
    /// <inheritdoc/>
    public string Unit => "fighters";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Fighters of each militant group, mean over the span.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.MilitantGroups.Select((group, g) => (group, period.MeanFighters(g)));
}
