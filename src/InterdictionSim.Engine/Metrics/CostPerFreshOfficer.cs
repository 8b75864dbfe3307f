using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Metrics;

/// <summary>Spent on training in the span over the mean fresh-equivalent officers at posts; NaN where there are none.</summary>
public sealed class CostPerFreshOfficer : IMetric
{
    /// <inheritdoc/>
    public string Unit => "USD/person";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Spent on training in the span over the mean fresh-equivalent officers that it keeps at posts.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        [("", Fresh(period) > 0 ? period.SpendingUsd((_, measure) => measure is ITraining) / Fresh(period) : double.NaN)];

    private static double Fresh(Period period) => period.Countries.Sum(period.FreshEquivalents);
}
