using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Tests.Interdiction;

public class FormulaTests
{
    private static readonly InspectionParameters Substitutes = new(0.5, 0.5, 0.7, 1, 1, -1, 0.25, 12, 1);
    private static readonly PatrolParameters Tajik = new(20, 38, 1.0, 0.36, 3, 3, 6, 3);

    [Fact]
    public void AnOfficialTajikEntry_LosesThreeInAThousand()
    {
        // 13.2 searches among 160 vehicles, sensitivity 0.35, e 0.15 and s 0.3 as substitutes, half bribed, half protected: 0.0029.
        var selected = Inspection.Selected(13.2, 1, 160, 0);
        var ability = Inspection.Ability(0.15, 0.3, Substitutes);
        Assert.Equal(0.405, ability, 1e-12);
        Assert.Equal(0.0029, selected * 0.35 * ability * 0.5 * 0.5, 0.00005);
    }

    [Theory]
    [InlineData(-1.0, 1.0, 1.0)] // substitutes: either alone does it
    [InlineData(0.0, 0.5, 0.5)]
    [InlineData(0.5, 0.25, 0.25)] // complements
    public void TheThreeAlphas_DecideWhetherPeopleAndPostsSubstitute(double both, double equipment, double skill)
    {
        var inspection = Substitutes with { AlphaEquipment = equipment, AlphaSkill = skill, AlphaBoth = both };
        Assert.Equal(1.0, Inspection.Ability(1, 1, inspection), 1e-12);
        Assert.Equal(equipment, Inspection.Ability(1, 0, inspection), 1e-12);
    }

    [Fact]
    public void DoublingAllTraffic_HalvesTheRate_AndDoublingLoadsAloneDividesByTheCrowd()
    {
        Assert.Equal(0.5, Inspection.Selected(10, 1, 400, 20) / Inspection.Selected(10, 1, 200, 10), 1e-12);
        Assert.Equal((200.0 + 10) / (200 + 20), Inspection.Selected(10, 1, 200, 20) / Inspection.Selected(10, 1, 200, 10), 1e-12);
    }

    [Fact]
    public void Queue_IsThatOfARandomStreamAtConstantService()
    {
        // M/D/1 at ρ = 0.8 and μ = 100 a day: ρ/(2μ(1 − ρ)) = 0.02 d = 0.48 h.
        var (hours, wavedThrough) = Inspection.Queue(80, 100, 0, 0.25, 2, 12);
        Assert.Equal(0.48, hours, 1e-12);
        Assert.Equal(0, wavedThrough);
    }

    [Fact]
    public void Searches_BlockLanesAndLengthenTheQueue()
    {
        // 96 searches of a quarter of an hour on two lanes take 24 of 48 lane-hours.
        var (hours, _) = Inspection.Queue(40, 100, 96, 0.25, 2, 12);
        Assert.Equal(24 * 0.8 / (2 * 50 * 0.2), hours, 1e-12);
    }

    [Fact]
    public void PastTheLongestQueue_VehiclesAreWavedThrough()
    {
        var (hours, wavedThrough) = Inspection.Queue(500, 100, 0, 0.25, 2, 12);
        Assert.Equal(12, hours);
        // What is not waved through is the load at which the wait is 12 h: 2·100·0.5/(1 + 2·100·0.5) of 100 a day.
        Assert.Equal(1 - 100.0 / 101 / 5, wavedThrough, 1e-12);
    }

    [Fact]
    public void PatrolCoverage_IsKoopmans()
    {
        // 76 guards on 40 km: 76 km a day, sweep 0.36 km, ability 0.405, 3 h in a belt of 120 km².
        var effort = Patrol.Effort(76, 40, 0.405, 0, 1, Tajik);
        Assert.Equal(76 * 0.36 * 0.405 * 0.125 / 120, effort, 1e-15);
        Assert.Equal(1 - Math.Exp(-effort), Patrol.Met(effort, 0, 6, 144), 1e-15);
    }

    [Fact]
    public void ManyGroups_SwampThePatrols()
    {
        // Two certain encounters a day of 6 team-hours bind half of 12 team-hours: u = 1/(1 + 2·6/12) = 1/2.
        var few = Patrol.Met(50, 2, 6, 12);
        Assert.Equal(1 - Math.Exp(-25), few, 1e-12);
        Assert.True(Patrol.Met(0.1, 40, 6, 144) < Patrol.Met(0.1, 4, 6, 144));
    }

    [Theory]
    [InlineData(1.0, 0)]
    [InlineData(0.5, 1)]
    [InlineData(1.5, -1)]
    public void ThePathThatMinesTake_DecidesTheSignOfDemining(double minePathLoss, int signOfMines)
    {
        var clear = Patrol.Effort(76, 40, 0.405, 0, minePathLoss, Tajik);
        var mined = Patrol.Effort(76, 40, 0.405, 0.3, minePathLoss, Tajik);
        Assert.Equal(signOfMines, Math.Sign(Math.Round(mined / clear - 1, 9)));
    }

    [Fact]
    public void Pay_MovesBribesOnlyWhenItIsNoLongerSmallBesideTheOffer()
    {
        Assert.Equal(0.5, Corruption.Accepted(0.5, 3000, 10, 10, 60), 1e-12);
        // Offer 3,000: ten times the pay is 6,000 USD at stake, x from 5 to 0.5.
        Assert.Equal(0.5 * (1.0 / 3) / (5.0 / 6), Corruption.Accepted(0.5, 3000, 100, 10, 60), 1e-12);
    }
}
