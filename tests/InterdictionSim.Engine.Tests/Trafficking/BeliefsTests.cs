using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trafficking;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Engine.Tests.Trafficking;

public class BeliefsTests
{
    public static TheoryData<string> Rules => [.. Catalog.Kinds<IBeliefRule>().Keys];

    [Fact]
    public void WhatIsSeenAtALikeLink_CountsInItsShare()
    {
        // Nothing remembered, nothing heard: p̂ at A is (losses + 0.5·losses at B)/(passages + 0.5·passages at B), and the other way round.
        using var simulation = TwoBanks(0.5, "bayesian");
        var seen = OfFirstReplanning(simulation);
        Assert.All(seen, s => Assert.True(s.Passages > 0));
        Assert.Equal((seen[0].Losses + 0.5 * seen[1].Losses) / (seen[0].Passages + 0.5 * seen[1].Passages), seen[0].Belief.LossProbability, 1e-12);
        Assert.Equal((seen[1].Losses + 0.5 * seen[0].Losses) / (seen[1].Passages + 0.5 * seen[0].Passages), seen[1].Belief.LossProbability, 1e-12);
        Assert.Equal(seen[0].Passages + 0.5 * seen[1].Passages, seen[0].Belief.Passages, 1e-9);
    }

    [Fact]
    public void WithoutSimilarity_OnlyTheLinkItselfCounts()
    {
        using var simulation = TwoBanks(0, "bayesian");
        Assert.All(OfFirstReplanning(simulation), s => Assert.Equal(s.Losses / (double)s.Passages, s.Belief.LossProbability, 1e-12));
    }

    [Theory]
    [InlineData("ewa")]
    [InlineData("bayesian")]
    public void WhereLikeLinksAreEquallyRisky_SimilarityLeavesBeliefsUnbiased(string rule)
    {
        var scenario = Banks(0.5, rule);
        double mean = 0;
        const int Replications = 20;
        for (var replication = 0; replication < Replications; replication++)
        {
            using var simulation = new Simulation(scenario with { Learning = scenario.Learning with { MemoryHalfLifeDays = 3650 } }, 2, replication);
            simulation.RunToEnd();
            mean += Entries(simulation).Average(d => simulation.Parts.Beliefs[0, d].LossProbability) / Replications;
        }

        // Some 9,000 passages a run at p = 0.1: sigma of the mean is 0.001 with loads of a relative sd of 0.5.
        Assert.Equal(0.1, mean, 0.004);
    }

    [Theory]
    [InlineData("ewa")]
    [InlineData("bayesian")]
    public void MoreTraffickers_LearnNoFaster(string rule)
    {
        // Experience weighs as much beside the prior whether a pool stands for two thousand traffickers or for sixteen thousand.
        Belief After(double populationScale)
        {
            var scenario = TestScenario.OneRoad(0.05);
            scenario = scenario with { Run = scenario.Run with { PopulationScale = populationScale }, Learning = scenario.Learning with { Rule = rule, PriorPassages = 5000 } };
            using var simulation = new Simulation(scenario, 1, 0);
            simulation.RunToEnd();
            return simulation.Parts.Beliefs[0, simulation.Parts.Beliefs.Watched[0]];
        }

        var (one, eight) = (After(1), After(8));
        Assert.True(one.Passages > 5000);
        // Chance moves the number of trips by a per cent or two.
        Assert.InRange(eight.Passages / one.Passages, 0.95, 1.05);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void APostThatIsStillToCome_ChangesNoBelief(string rule)
    {
        var scenario = Banks(0.5, rule).With(w => w with { Posts = [TestScenario.Post("Z", "TJK_A", "TJK", 0.1, PostReach.Interior)] });
        scenario = scenario with { Risk = scenario.Risk with { Weight = 1 } };
        var programme = new Programme("USA", "TJK", new DateOnly(2012, 1, 1), 30, null, 0, 0);
        IMeasure checkpoint = new Checkpoint(true, programme, "TJK_B", PostReach.Interior, "TJK", 10, 1e9, 1e12, 1, 0.1, 1);
        using Simulation coming = new(scenario with { Measures = new Dictionary<string, IMeasure> { ["later"] = checkpoint } }, 1, 0), without = new(scenario, 1, 0);
        var (a, b) = (coming.RunToEnd(), without.RunToEnd());
        Assert.Equal(b.Daily, a.Daily);
        Assert.Equal(b.LinkKgPerYear, a.LinkKgPerYear);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void WithEachRule_ARunConservesMassAndSells(string rule)
    {
        var scenario = TestScenario.OneRoad(0.05);
        using var simulation = new Simulation(scenario with { Learning = scenario.Learning with { Rule = rule } }, 3, 0);
        simulation.RunToEnd();
        var ledger = simulation.Parts.Ledger;
        Assert.True(ledger.DeliveredGrams.Sum() > 0);
        Assert.Equal(ledger.DispatchedGrams.Sum(), ledger.DeliveredGrams.Sum() + ledger.SeizedGrams.Sum() + simulation.UnderWayGrams("heroin"));
        Assert.All(simulation.Parts.Beliefs.Watched, d => Assert.InRange(simulation.Parts.Beliefs[0, d].LossProbability, 0, 1));
    }

    [Fact]
    public void WithAStrongPriorAndNoChange_BeliefsStayAtTheTruth()
    {
        var scenario = TestScenario.OneRoad(0.05);
        foreach (var rule in new[] { "ewa", "bayesian" })
        {
            using var simulation = new Simulation(scenario with { Learning = scenario.Learning with { Rule = rule, PriorPassages = 1e9 }, Market = scenario.Market with { PassThrough = 0 } }, 3, 0);
            simulation.RunToEnd();
            Assert.Equal(0.05, simulation.Parts.Beliefs[0, Into(simulation, "TJK_BANK")].LossProbability, 1e-5);
        }
    }

    [Fact]
    public void SalientRisks_CostMoreInRouteChoiceButDeterByTheirProbability()
    {
        var scenario = TestScenario.OneRoad(0.05);
        using var simulation = new Simulation(scenario with { Learning = scenario.Learning with { Rule = "salience" } }, 3, 0);
        var d = Into(simulation, "TJK_BANK");
        var costs = simulation.Parts.Costs;
        // It begins at α/(α + β) = 0.02; w = 0.02/(0.5·0.98 + 0.02) = 0.0392, at 2,600 + 2,000 USD/kg and ω = 0.25.
        Assert.Equal(0.02, costs.PerceivedLoss[d], 1e-12);
        Assert.Equal(0.25 * 0.02 / 0.51 * 4600, costs.Felt[d] - costs.Cost[d], 1e-9);
    }

    [Fact]
    public void WhatIsSavedOfBeliefs_ComesBackWithTheNewsUnderWay()
    {
        var news = new News(2, 30);
        news.Notice(3)[1] = 0.5;
        news.Notice(9)[0] = 0.25;
        var saved = new StateArchive();
        news.Exchange(saved);
        var restored = new News(2, 30);
        restored.Notice(1)[0] = 7;
        var archive = new StateArchive(saved.Bytes);
        restored.Exchange(archive);
        Assert.True(archive.IsAtEnd);
        Assert.False(restored.Arrives(32));
        Assert.True(restored.Arrives(33));
        Assert.Equal([0, 0.5], restored.Change.ToArray());
        restored.Notice(9)[1] = 0.5;
        Assert.True(restored.Arrives(39));
        Assert.Equal([0.25, 0], restored.Change.ToArray());
    }

    private static Simulation TwoBanks(double similarity, string rule) => new(Banks(similarity, rule), 1, 0);

    // Two ways over the same border, each past a post of p = 0.1.
    private static Scenario Banks(double similarity, string rule)
    {
        var scenario = TestScenario.Create(
            [
                TestScenario.Place("AFG_HOME", "AFG", PlaceKind.Source), TestScenario.Place("TJK_A", "TJK"), TestScenario.Place("TJK_B", "TJK"),
                TestScenario.Place("RUS_MARKET", "TJK", PlaceKind.City),
            ],
            [
                TestScenario.Road("1", "AFG_HOME", "TJK_A"), TestScenario.Road("2", "AFG_HOME", "TJK_B"),
                TestScenario.Road("3", "TJK_A", "RUS_MARKET"), TestScenario.Road("4", "TJK_B", "RUS_MARKET"),
            ],
            [TestScenario.Post("A", "TJK_A", "TJK", 0.1), TestScenario.Post("B", "TJK_B", "TJK", 0.1)]);
        return scenario with
        {
            Risk = scenario.Risk with { Weight = 0 },
            Dispatch = scenario.Dispatch with { ReadinessElasticity = 0, DeterrenceFloor = 1 },
            Market = scenario.Market with { PriceFactorMinimum = 1, PriceFactorMaximum = 1 },
            Learning = scenario.Learning with { Rule = rule, SimilarityShare = similarity, GossipShare = 0, PriorPassages = 0, MemoryHalfLifeDays = 0.01 },
        };
    }

    private static (long Passages, long Losses, Belief Belief)[] OfFirstReplanning(Simulation simulation)
    {
        while (simulation.Tick < 14 * 4)
            simulation.Step();
        return [.. Entries(simulation).Select(d => (simulation.Parts.Tallies.Sum(t => t.Traffic[d].Passages), simulation.Parts.Tallies.Sum(t => (long)t.Losses[d]), simulation.Parts.Beliefs[0, d]))];
    }

    private static int[] Entries(Simulation simulation) => [Into(simulation, "TJK_A"), Into(simulation, "TJK_B")];

    private static int Into(Simulation simulation, string place)
    {
        var network = simulation.Parts.Stage.Network;
        return Enumerable.Range(0, network.DirectedLinks).Single(d => network.Tail[d] == network["AFG_HOME"] && network.Head[d] == network[place]);
    }
}
