using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Unrest in the host country: stability falls at an outbreak and comes back, so that officers stay away and bribes are taken more often.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="StabilityLoss">Stability lost at an outbreak, 0 … 1.</param>
/// <param name="HalfLifeDays">Half-life of that loss, days, > 0.</param>
/// <param name="OutbreaksPerYear">Further outbreaks a year while the measure runs, ≥ 0; the first comes when it begins.</param>
/// <param name="OutbreaksPerYearPerMillionUsd">Further outbreaks a year for each million USD a year that militants receive, ≥ 0: 0 leaves unrest to the script.</param>
public sealed record Unrest(
    bool Enabled,
    Programme Programme,
    double StabilityLoss,
    double HalfLifeDays,
    double OutbreaksPerYear,
    double OutbreaksPerYearPerMillionUsd) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Share("stabilityLoss", StabilityLoss),
        .. Expect.Positive("halfLifeDays", HalfLifeDays),
        .. Expect.Within("outbreaksPerYear", OutbreaksPerYear, 0, 365),
        .. Expect.Within("outbreaksPerYearPerMillionUsd", OutbreaksPerYearPerMillionUsd, 0, 365),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        plan.BreakOut(id, this);
    }
}
