namespace InterdictionSim.Engine.Metrics;

/// <summary>Paid to militant groups by traffickers.</summary>
public sealed class MilitantsIncome : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Paid to militant groups by traffickers.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", period.MilitantsUsdPerYear)];
}
