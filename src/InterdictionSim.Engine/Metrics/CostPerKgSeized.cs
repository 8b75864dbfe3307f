namespace InterdictionSim.Engine.Metrics;

/// <summary>Spent on measures over all heroin seized in the span; NaN when nothing was spent.</summary>
public sealed class CostPerKgSeized : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD/kg";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Spent on measures over all heroin seized in the span: an average, not what one kilogram more costs.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", Spent(period) / (period.Years * period.Countries.Sum(country => period.SeizedKgPerYear("heroin", p => p.Country == country))))];

    private static double Spent(Period period) => period.SpendingUsd((_, _) => true) is > 0 and var usd ? usd : double.NaN;
}
