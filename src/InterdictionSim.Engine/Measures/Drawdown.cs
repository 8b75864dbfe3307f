using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>The foreign forces leave Afghanistan: supply, Afghan control of its borders, and militants move, each by its own depth, in a straight line until the end of the ramp.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="RampDays">Days from the first withdrawal to the full depth, ≥ 1.</param>
/// <param name="SupplyRise">Relative rise of the harvest at full depth, ≥ 0.</param>
/// <param name="FrictionFall">Share by which what is paid to pass the Afghan borders falls at full depth, 0 … 1.</param>
/// <param name="RecruitsRise">Relative rise of recruits who come to militants whatever their funds, at full depth, ≥ 0.</param>
/// <param name="RemovalFall">Share by which the removal of militants falls at full depth, 0 … 1.</param>
/// <param name="RelationFall">Fall of the mean of the sponsor's relations with all hosts at full depth, 0 … 1.</param>
public sealed record Drawdown(
    bool Enabled,
    Programme Programme,
    double RampDays,
    double SupplyRise,
    double FrictionFall,
    double RecruitsRise,
    double RemovalFall,
    double RelationFall) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Within("rampDays", RampDays, 1, 36525),
        .. Expect.NotNegative("supplyRise", SupplyRise),
        .. Expect.Share("frictionFall", FrictionFall),
        .. Expect.NotNegative("recruitsRise", RecruitsRise),
        .. Expect.Share("removalFall", RemovalFall),
        .. Expect.Share("relationFall", RelationFall),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        var depth = Math.Min(1.0, plan.DaysRunning / RampDays);
        plan.Afghanistan.HarvestFactor *= 1 + depth * SupplyRise;
        plan.Afghanistan.FrictionFactor *= 1 - depth * FrictionFall;
        plan.Afghanistan.RecruitsFactor *= 1 + depth * RecruitsRise;
        plan.Afghanistan.RemovalFactor *= 1 - depth * RemovalFall;
        plan.ShiftRelations(Programme.Sponsor, -depth * RelationFall);
    }

    /// <inheritdoc/>
    public bool ChangesAfter(int daysRunning) => daysRunning <= RampDays + 31 && daysRunning % 30 == 0;
}
