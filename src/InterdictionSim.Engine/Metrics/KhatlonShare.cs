namespace InterdictionSim.Engine.Metrics;

/// <summary>Share of the Tajik heroin seizures by weight that is made in Khatlon.</summary>
public sealed class KhatlonShare : IMetric
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Share of the Tajik heroin seizures by weight that is made in Khatlon.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.SeizedKgPerYear("heroin", p => p.Country == "TJK" && Region.Khatlon.Contains(p.Post.Place)) / period.SeizedKgPerYear("heroin", p => p.Country == "TJK"))];
}
