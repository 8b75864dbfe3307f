namespace InterdictionSim.Engine.Metrics;

/// <summary>Share of the heroin that enters Central Asia by the state that it enters.</summary>
public sealed class InflowShare : IMetric
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Share of the heroin that enters Central Asia by the state that it enters.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        Region.FiveStates.Select(state => (state, period.BorderKgPerYear("heroin", Region.Origin, state) / Region.FiveStates.Sum(s => period.BorderKgPerYear("heroin", Region.Origin, s))));
}
