namespace InterdictionSim.Engine.Metrics;

/// <summary>Share of the heroin that enters the five states, by crossing; NaN when none does.</summary>
public sealed class EntryShare : IMetric
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Share of the heroin that enters the five states, by crossing.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.EntryCrossings.Select(crossing => (crossing, period.EntryKgPerYear("heroin", crossing) / period.EntryCrossings.Sum(c => period.EntryKgPerYear("heroin", c))));
}
