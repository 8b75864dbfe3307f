namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin seized in the five states over heroin that enters them.</summary>
public sealed class SeizureRate : IMetric
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Heroin seized in the five states over heroin that enters them.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.SeizedKgPerYear("heroin", p => Region.FiveStates.Contains(p.Country)) / Region.FiveStates.Sum(state => period.BorderKgPerYear("heroin", Region.Origin, state)))];
}
