using CsCheck;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Tests.State;

namespace InterdictionSim.Engine.Tests;

/// <summary>What half a century does to a run: nothing grows without bound, and nobody is gone for good.</summary>
public class LongRunTests
{
    private static readonly Gen<Scenario> Long =
        from scenario in RichScenario.Any
        from rule in Gen.Int[0, 2].Select(i => new[] { "ewa", "bayesian", "salience" }[i])
        from premium in Gen.Double[0, 2]
        from crowding in Gen.Double[0, 120]
        from profitShare in Gen.Double[0, 1]
        from recruits in Gen.Double[0, 1000]
        from incidents in Gen.Double[0, 2]
        from rivalry in Gen.Double[0, 3]
        from elasticity in Gen.Double[0.2, 0.9]
        select scenario with
        {
            Run = scenario.Run with { TickHours = 24, EndDate = new DateOnly(2060, 6, 10) },
            Fleet = scenario.Fleet with { Traffickers = new Dictionary<string, double> { ["heroin"] = 30, ["opium"] = 10 } },
            Learning = scenario.Learning with { Rule = rule, ReplanDays = 30 },
            Risk = scenario.Risk with { PremiumWeight = premium },
            Cost = scenario.Cost with { CrowdingUsdPerKg = crowding },
            Market = scenario.Market with { DemandElasticity = elasticity },
            Diplomacy = scenario.Diplomacy with { RivalryPerYear = rivalry },
            Security = scenario.Security with { ProfitShare = profitShare, FundedRecruitsPerYear = recruits, IncidentsPerFighterYear = incidents },
        };

    [Fact]
    public void NoCostPremiumPriceOrStrength_GrowsWithoutBound() =>
        Long.Sample(scenario =>
        {
            using var simulation = new Simulation(scenario, 3, 1);
            while (!simulation.IsFinished)
            {
                simulation.Step();
                if (simulation.Tick % 180 == 0)
                    AssertBounded(simulation);
            }
        }, iter: 12);

    [Fact]
    public void AnOrganisationThatWasWipedOut_RecruitsAndReturns()
    {
        // For two years all is seized at a post that is gone afterwards.
        var programme = new Programme("USA", "TJK", new DateOnly(2011, 1, 1), 0, new DateOnly(2013, 1, 1), 0, 0);
        var wall = new Checkpoint(true, programme, "TJK_BANK", PostReach.Border, "TJK", 10, 1e9, 1e12, 1, 1, 1);
        var scenario = TestScenario.OneRoad(0) with { Measures = new Dictionary<string, IMeasure> { ["wall"] = wall } };
        using var simulation = new Simulation(scenario with { Run = scenario.Run with { EndDate = new DateOnly(2016, 12, 31) } }, 1, 0);
        var before = DeliveredIn(simulation, 2010);
        DeliveredIn(simulation, 2011);
        var meanwhile = DeliveredIn(simulation, 2012);
        for (var year = 2013; year < 2016; year++)
            DeliveredIn(simulation, year);
        var after = DeliveredIn(simulation, 2016);

        Assert.Equal(0, meanwhile);
        // Some 12,000 trips a year: what chance moves is a per cent, what a memory of a year still holds after four years is less.
        Assert.InRange(after / before, 0.9, 1.1);
    }

    private static void AssertBounded(Simulation simulation)
    {
        var (parts, scenario) = (simulation.Parts, simulation.Parts.Stage.Scenario);
        var market = scenario.Market;
        Assert.All(parts.Prices.Factor, f => Assert.InRange(f, market.PriceFactorMinimum, market.PriceFactorMaximum));
        Assert.True(double.IsFinite(parts.Stock.FarmGateUsdPerKg));
        var dearest = parts.Stage.BasePrice.SelectMany(p => p).Max() * market.PriceFactorMaximum;
        // All of the value, the arrest and the largest premium on it, with crowding and a hundred days' pay.
        var most = 2 * (dearest + scenario.Risk.PremiumMaximum * 20_000 + 100 * 100 * scenario.Risk.PremiumMaximum + scenario.Cost.CrowdingUsdPerKg * scenario.Cost.CrowdingMaximum);
        Assert.All(parts.Costs.Felt, cost => Assert.InRange(cost, -most, most));
        Assert.All(parts.Costs.PerceivedLoss, p => Assert.InRange(p, 0, 1));
        Assert.All(parts.Readiness.HazardPerDay, h => Assert.InRange(h, 0, 1e6));
        // Recruits against the least removal: (ext + r_max)/(removal·0.8).
        Assert.All(parts.Militants.Strength, s => Assert.InRange(s, 0, 300 + (1.2 * 60 + scenario.Security.FundedRecruitsPerYear) / (0.8 * scenario.Security.RemovalPerYear)));
        Assert.All(parts.Relations.Level, r => Assert.InRange(r, 0, 1));
        Assert.All(parts.Order.Stability, s => Assert.InRange(s, 0, 1));
        Assert.All(parts.Posts.Attention, a => Assert.InRange(a, 0.5, 2));
        Assert.All(Enumerable.Range(0, parts.Stage.Posts.Length), p => Assert.InRange(parts.Posts.MeanSkill(p), 0, 1));
        Assert.All(parts.Posts.Levels, level => Assert.InRange(level.BribeAccepted, 0, 1));
    }

    private static double DeliveredIn(Simulation simulation, int year)
    {
        while (simulation.Day.Year < year)
            simulation.Step();
        var before = simulation.Parts.Ledger.DeliveredGrams.Sum();
        while (simulation.Day.Year == year && !simulation.IsFinished)
            simulation.Step();
        return simulation.Parts.Ledger.DeliveredGrams.Sum() - before;
    }
}
