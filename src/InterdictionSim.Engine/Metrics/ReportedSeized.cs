namespace InterdictionSim.Engine.Metrics;

/// <summary>Seized heroin that a country published in the span: a share of it, and late.</summary>
public sealed class ReportedSeized : IMetric
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Seized heroin that a country published in the span: a share of it, and late.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.Countries.Select(country => (country, period.ReportedKgPerYear(country)));
}
