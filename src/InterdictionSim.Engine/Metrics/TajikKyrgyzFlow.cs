namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin carried from Tajikistan to Kyrgyzstan.</summary>
public sealed class TajikKyrgyzFlow : IMetric
{
    /// <inheritdoc/>
    public string Unit => "t/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Heroin carried from Tajikistan to Kyrgyzstan.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.BorderKgPerYear("heroin", "TJK", "KGZ") / 1000)];
}
