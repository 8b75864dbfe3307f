using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests.Measures;

public class MeasuresTests
{
    private static readonly Programme Programme = new("USA", "TJK", new DateOnly(2010, 2, 1), 30, null, 1_000_000, 365_250);
    private static readonly IReadOnlyDictionary<string, bool> Post = new Dictionary<string, bool> { ["POST"] = true };
    private static readonly CheckpointUpgrade Upgrade = new(true, Programme, Post, 3, 0, 1, 0);

    [Fact]
    public void AMeasureThatIsSwitchedOff_ChangesNoBit()
    {
        var off = Taking(Upgrade with { Enabled = false }) with { Name = "other" };
        using Simulation with = new(off, 1, 0), without = new(TestScenario.OneRoad(0.05), 1, 0);
        var (a, b) = (with.RunToEnd(), without.RunToEnd());
        Assert.Equal(b.Daily, a.Daily);
        Assert.Equal(b.LinkKgPerYear, a.LinkKgPerYear);
    }

    [Theory]
    [InlineData("checkpoint-upgrade")]
    [InlineData("checkpoint")]
    public void MoreSearches_SeizeMore(string kind)
    {
        IMeasure measure = kind == "checkpoint"
            ? new Checkpoint(true, Programme, "TJK_BANK", PostReach.Interior, "TJK", 10, 1e9, 1e12, 1, 0.1, 1)
            : Upgrade;
        // Paired on expected seizures: each of ten replications seizes more with the measure than without.
        for (var replication = 0; replication < 10; replication++)
            Assert.True(ExpectedSeized(Taking(measure), replication) > 1.1 * ExpectedSeized(TestScenario.OneRoad(0.05), replication));
    }

    [Fact]
    public void MoreOutposts_MeetMoreGroups()
    {
        var sector = new Post("SECTOR", PostKind.Patrol, PostReach.Border, "TJK_BANK", "TJK", 38, 0, 0, 1, 1, 20);
        var green = TestScenario.OneRoad(0).With(w => w with { Posts = [sector] });
        var outposts = new BorderOutposts(true, Programme, new Dictionary<string, bool> { ["SECTOR"] = true }, 3, 38, 1);
        Assert.True(ExpectedSeized(Taking(outposts, green), 0) > 2 * ExpectedSeized(green, 0));
    }

    [Fact]
    public void OneListForSeveralParameters_MeansEachByItself()
    {
        var (none, tjk) = (new Dictionary<string, bool>(), new Dictionary<string, bool> { ["TJK"] = true });
        var scenario = Taking(Upgrade) with
        {
            Measures = new Dictionary<string, IMeasure>
            {
                ["closure"] = new BorderClosure(true, Programme, new Dictionary<string, bool> { ["L2"] = true }, none),
                ["quarrel"] = new RelationsShock(true, Programme, 0, 0, none, 1),
                // The country's posts have two agencies, and one of them is called like it.
                ["pay"] = new PayReform(true, Programme, tjk, 500),
                ["sharing"] = new IntelligenceSharing(true, Programme, tjk, 3, 0, none),
            },
        };
        scenario = scenario.With(w => w with
        {
            Agencies = [.. w.Agencies, new Agency("OTHER", "OTHER", "TJK", 100, 0.15, 0.2)],
            Posts = [.. w.Posts, TestScenario.Post("POST2", "TJK_BANK", "OTHER", 0.1)],
        });
        var plan = new InterdictionPlan(new Stage(scenario));
        foreach (var id in scenario.Measures.Keys)
            scenario.Measures[id].Apply(id, plan);
        Assert.Equal((500, 100), (plan["POST"].PayUsdPerMonth, plan["POST2"].PayUsdPerMonth));
        Assert.Equal((3, 3), (plan["POST"].Lift, plan["POST2"].Lift));
        Assert.False(plan.Link("L2").Open);
    }

    [Fact]
    public void WhenAMeasureEnds_LevelsAreTheWorldsAgain()
    {
        using var simulation = new Simulation(Taking(Upgrade with { Programme = Programme with { End = new DateOnly(2010, 6, 1) } }), 1, 0);
        Assert.Equal(3, FactorOn(simulation, new DateOnly(2010, 4, 1)));
        Assert.Equal(1, FactorOn(simulation, new DateOnly(2010, 7, 1)));
    }

    [Theory]
    [InlineData("2010-02-01", "2010-08-01")]
    [InlineData("2008-02-01", "2008-08-01")]
    public void ClearedLand_StaysClearedWhenTheMachinesHaveGone(string start, string end)
    {
        var programme = Programme with { Start = DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), LeadDays = 0, End = DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture) };
        var demining = new Demining(true, programme, 1, 1000, 365.25, new Dictionary<string, MinedSector> { ["L1"] = new(1, 1) });
        var mined = TestScenario.OneRoad(0).With(w => w with { Links = [.. w.Links.Select(l => l with { MinedFraction = 0.5 })] });
        using var simulation = new Simulation(Taking(demining, mined), 1, 0);
        Advance(simulation, new DateOnly(2010, 12, 1));
        // Half a year at 1,000 m² a day, within the 30 days after which what was done is looked at.
        Assert.InRange(simulation.Parts.Plan.Link("L1").MinedFraction, 0.5 * (1 - 0.182), 0.5 * (1 - 0.150));
        Assert.Equal(MeasureState.Ended, simulation.Parts.Programmes.State(0));
    }

    [Fact]
    public void ItRunsWhenItIsBuilt_AndNotBefore()
    {
        using var simulation = new Simulation(Taking(Upgrade), 1, 0);
        Assert.Equal(1, FactorOn(simulation, new DateOnly(2010, 3, 2)));
        Assert.Equal(3, FactorOn(simulation, new DateOnly(2010, 3, 4)));
    }

    [Fact]
    public void Capital_IsSpentAtTheStartAndRunningCostWhileItRuns()
    {
        using var simulation = new Simulation(Taking(Upgrade), 1, 0);
        simulation.RunToEnd();
        // Runs from 3 March to 31 December: 304 days of 1,000 USD.
        Assert.Equal((1_000_000 + 304 * 1000) * 100L, simulation.Parts.Ledger.SpendingCents.Single());
        Assert.Equal(0, simulation.Parts.Ledger.Money.Sum);
    }

    [Fact]
    public void News_ShiftsBeliefsByTheVisibleShareOfTheChangeAfterTheDelay()
    {
        var scenario = Taking(Upgrade);
        scenario = scenario with { Learning = scenario.Learning with { PriorPassages = 1e12, GossipShare = 0 } };
        using var simulation = new Simulation(scenario, 1, 0);
        var link = Enumerable.Range(0, simulation.Parts.Stage.Network.DirectedLinks).First(d =>
            simulation.Parts.Stage.Network.Tail[d] == simulation.Parts.Stage.Network["AFG_HOME"]);
        Advance(simulation, new DateOnly(2010, 3, 20));
        var before = simulation.Parts.Beliefs[0, link].PriorLossProbability;
        Advance(simulation, new DateOnly(2010, 6, 1));
        var after = simulation.Parts.Beliefs[0, link].PriorLossProbability;
        // From p = 0.05 to 0.15, 60 % of it known.
        Assert.Equal(0.05, before, 1e-8);
        Assert.Equal(0.6 * 0.1, after - before, 1e-8);
    }

    [Fact]
    public void ACentre_RaisesTheSkillOfThePostsThatItServes()
    {
        var centre = new TrainingCentre(true, Programme, 60, 30, 1, 1, new Dictionary<string, bool> { ["TJK"] = true }, Assignment.Even, new Dictionary<string, bool>());
        using var simulation = new Simulation(Taking(centre), 1, 0);
        simulation.RunToEnd();
        Assert.True(simulation.Parts.Posts.MeanSkill(0) > 0.4);
        Assert.True(simulation.Parts.Academy.Graduates > 40);
    }

    [Fact]
    public void VisitingInstructors_TeachAsACentreDoes()
    {
        var agencies = new Dictionary<string, bool> { ["TJK"] = true };
        var free = Programme with { CapitalUsd = 0 };
        using Simulation centre = new(Taking(new TrainingCentre(true, free, 60, 30, 1, 0.5, agencies, Assignment.Even, new Dictionary<string, bool>(), 5)), 1, 0),
            team = new(Taking(new MobileTrainingTeam(true, free, 60, 30, 1, 0.5, agencies, Assignment.Even, new Dictionary<string, bool>(), 5)), 1, 0);
        Assert.Equal(centre.RunToEnd().Daily, team.RunToEnd().Daily);
        Assert.True(team.Parts.Posts.MeanSkill(0) > 0.4);
        Assert.True(team.Parts.Academy.CounterTerror.Sum() > 10);
    }

    private static Scenario Taking(IMeasure measure, Scenario? scenario = null) =>
        (scenario ?? TestScenario.OneRoad(0.05)) with { Measures = new Dictionary<string, IMeasure> { ["measure"] = measure } };

    private static double ExpectedSeized(Scenario scenario, int replication)
    {
        using var simulation = new Simulation(scenario, 9, replication);
        simulation.RunToEnd();
        return simulation.Parts.Ledger.ExpectedSeizedGrams.Sum(x => (double)x);
    }

    private static double FactorOn(Simulation simulation, DateOnly day)
    {
        Advance(simulation, day);
        return simulation.Parts.Posts.Levels[0].SearchFactor;
    }

    private static void Advance(Simulation simulation, DateOnly day)
    {
        while (simulation.Day < day)
            simulation.Step();
    }
}
