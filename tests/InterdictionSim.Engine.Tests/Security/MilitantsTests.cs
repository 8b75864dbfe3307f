using CsCheck;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Security;

namespace InterdictionSim.Engine.Tests.Security;

public class MilitantsTests
{
    private static readonly DateOnly Day = new(2010, 1, 1);

    [Fact]
    public void Strength_SettlesWhereRecruitsMatchLosses()
    {
        var parts = Parts(Guarded());
        const long CentsPerDay = 100_000_00;
        for (var day = 1; day <= 60 * 365; day++)
            parts.Militants.PassDay(day * CentsPerDay, parts.Plan, new double[3]);
        // S = (ext + r_max·F/(F + F_half))/removal at F = 36.5 million USD a year.
        const double Funds = 100_000 * 365.25;
        Assert.Equal(Funds, parts.Militants.FundsUsdPerYear, 1.0);
        Assert.Equal((50 + 300 * Funds / (Funds + 20e6)) / 0.5, parts.Militants.Strength[0], 0.01);
    }

    [Fact]
    public void AnyFunds_LeaveStrengthBoundedOverFiftyYears() =>
        Gen.Select(Gen.Double[0, 1e4], Gen.Double[0, 13], Gen.Double[0, 5]).Sample(
            (strength, logCents, removal) =>
            {
                var scenario = Guarded();
                var parts = Parts(scenario with
                {
                    World = scenario.World with { Militants = [scenario.World.Militants[0] with { Strength = strength }] },
                    Security = scenario.Security with { RemovalPerYear = 0.001 + removal },
                });
                var cents = (long)Math.Pow(10, logCents);
                for (var day = 1; day <= 50 * 365; day += 5)
                {
                    parts.Militants.PassDay(day * cents, parts.Plan, new double[3]);
                    Assert.InRange(parts.Militants.Strength[0], 0, Math.Max(strength, (50 + 300) / (0.001 + removal)) + 1e-6);
                }
            },
            iter: 30);

    [Fact]
    public void Funds_BeginAtWhatReferenceDeliveriesBring()
    {
        // 100 t a year: 3 % of 2,600 USD/kg at home and 2 % of the 17,400 on top at the market.
        var parts = Parts(Guarded());
        Assert.Equal(100_000 * (0.03 * 2600 + 0.02 * 17400), parts.Militants.FundsUsdPerYear, 1.0);
    }

    [Fact]
    public void Incidents_ArePoissonInNumber()
    {
        var parts = Parts(Guarded());
        const int Years = 200;
        var counts = new double[Years];
        for (var year = 0; year < Years; year++)
        {
            for (var day = 0; day < 365; day++)
            {
                parts.Attacks.PassDay(Day.AddDays(year * 365 + day), [400], parts.Plan.Posts);
                counts[year] += parts.Attacks.Today.Sum();
            }
        }

        // 400 fighters at 0.05 a year: 20 incidents in 365.25 days; four standard errors of mean and of variance.
        const double Expected = 20 * 365 / 365.25;
        Assert.Equal(Expected, counts.Average(), 4 * Math.Sqrt(Expected / Years));
        Assert.Equal(1, counts.Average(c => (c - Expected) * (c - Expected)) / Expected, 4 * Math.Sqrt((2 + 1 / Expected) / Years));
    }

    [Fact]
    public void AnotherGroup_MovesNoDrawOfTheFirst()
    {
        var other = new MilitantGroup("another", "another", 500, 100, 0, new Dictionary<string, double> { ["RUS_MARKET"] = 1 });
        var scenario = Guarded(incidentStabilityLoss: 0);
        using Simulation alone = new(scenario, 3, 0), together = new(scenario.With(w => w with { Militants = [.. w.Militants, other] }), 3, 0);
        alone.RunToEnd();
        together.RunToEnd();
        var tajikistan = Array.IndexOf(alone.Parts.Stage.Network.Countries, "TJK");
        Assert.True(alone.Parts.Ledger.Incidents[tajikistan] > 5);
        Assert.Equal(alone.Parts.Ledger.Incidents[tajikistan], together.Parts.Ledger.Incidents[tajikistan]);
        Assert.Equal(alone.Parts.Ledger.SeizedGrams.Sum(), together.Parts.Ledger.SeizedGrams.Sum());
        Assert.True(together.Parts.Ledger.Incidents.Sum() > alone.Parts.Ledger.Incidents.Sum());
    }

    [Fact]
    public void APostThatIsHit_SearchesLessAndRecovers()
    {
        using var simulation = new Simulation(Guarded(incidentStabilityLoss: 0), 1, 0);
        var posts = simulation.Parts.Posts;
        var full = InspectionTable.Fixed31(posts.Table.Alone[0]);
        while (posts.Present[0] == 1 && !simulation.IsFinished)
            simulation.Step();
        Assert.Equal(0.5, posts.Present[0]);
        Assert.Equal(full / 2.0, InspectionTable.Fixed31(posts.Table.Alone[0]), 2.0);
        while (posts.Present[0] < 1 && !simulation.IsFinished)
            simulation.Step();
        Assert.Equal(1, posts.Present[0]);
        Assert.Equal(full, InspectionTable.Fixed31(posts.Table.Alone[0]));
    }

    [Fact]
    public void DegradedTime_HasItsMean()
    {
        // One incident every twenty years or so, so that none overlap; degraded days a year = rate × mean time.
        var parts = Parts(Guarded());
        var degraded = 0;
        var incidents = 0;
        for (var day = 0; day < 2000 * 365; day++)
        {
            parts.Attacks.PassDay(Day.AddDays(day), [10], parts.Plan.Posts);
            incidents += parts.Attacks.Today.Sum();
            degraded += parts.Attacks.IsDegraded(0, Day.DayNumber + day) ? 1 : 0;
        }

        // About 1,000 exponential times of mean 10 days: standard error 0.32; 1 % of time overlaps.
        Assert.Equal(10, degraded / (double)incidents, 1.3);
    }

    [Fact]
    public void NewsOfAPost_DoesNotCarryWhatAnIncidentDoesForAWeek()
    {
        // Many incidents, so that the post is degraded nearly always; still the news of its upgrade tells of its full strength.
        var upgrade = new CheckpointUpgrade(true, new Programme("USA", "TJK", new DateOnly(2010, 2, 1), 30, null, 0, 0), new Dictionary<string, bool> { ["POST"] = true }, 3, 0, 1, 0);
        var scenario = Guarded(incidentStabilityLoss: 0) with { Measures = new Dictionary<string, IMeasure> { ["measure"] = upgrade } };
        scenario = scenario with
        {
            Learning = scenario.Learning with { PriorPassages = 1e12, GossipShare = 0 },
            Security = scenario.Security with { IncidentsPerFighterYear = 5, DegradedDays = 1000 },
        };
        using var simulation = new Simulation(scenario, 1, 0);
        var network = simulation.Parts.Stage.Network;
        var link = Enumerable.Range(0, network.DirectedLinks).First(d => network.Tail[d] == network["AFG_HOME"]);
        while (simulation.Day < new DateOnly(2010, 3, 20))
            simulation.Step();
        var before = simulation.Parts.Beliefs[0, link].PriorLossProbability;
        Assert.Equal(0.5, simulation.Parts.Posts.Present[0]);
        while (simulation.Day < new DateOnly(2010, 6, 1))
            simulation.Step();
        // From p = 0.05 to 0.15, 60 % of it known.
        Assert.Equal(0.6 * 0.1, simulation.Parts.Beliefs[0, link].PriorLossProbability - before, 0.005);
    }

    [Fact]
    public void CounterTerrorTraining_LowersMilitants()
    {
        var programme = new Programme("USA", "TJK", new DateOnly(2009, 1, 1), 0, null, 0, 0);
        var centre = new TrainingCentre(
            true, programme, 400, 30, 1, 0, new Dictionary<string, bool> { ["TJK"] = true }, Assignment.Even, new Dictionary<string, bool>());
        Assert.True(StrengthAtEnd(Guarded(), centre) < 0.95 * StrengthAtEnd(Guarded(), null));
    }

    [Fact]
    public void AForeignBase_LowersTheMilitantsOfItsHost()
    {
        var programme = new Programme("RUS", "TJK", new DateOnly(2010, 1, 1), 0, null, 0, 0);
        var foreignBase = new ForeignBase(true, programme, new Dictionary<string, bool> { ["POST"] = true }, 1, 0.3);
        Assert.True(StrengthAtEnd(Guarded(), foreignBase) < 0.9 * StrengthAtEnd(Guarded(), null));
        Assert.Equal(StrengthAtEnd(Guarded(), null), StrengthAtEnd(Guarded(), foreignBase with { Programme = programme with { Host = "RUS" } }), 5.0);
    }

    [Fact]
    public void ADrawdown_RaisesMilitants()
    {
        var programme = new Programme("USA", "AFG", new DateOnly(2010, 1, 1), 0, null, 0, 0);
        var recruits = new Drawdown(true, programme, 30, 0, 0, 1, 0, 0);
        var removal = new Drawdown(true, programme, 30, 0, 0, 0, 0.5, 0);
        Assert.True(StrengthAtEnd(Guarded(), recruits) > 1.05 * StrengthAtEnd(Guarded(), null));
        Assert.True(StrengthAtEnd(Guarded(), removal) > 1.05 * StrengthAtEnd(Guarded(), null));
    }

    internal static Scenario Guarded(double incidentStabilityLoss = 0.01)
    {
        var scenario = TestScenario.OneRoad(0.05);
        return scenario with
        {
            World = scenario.World with { Militants = [new MilitantGroup("group", "group", 400, 50, 1, new Dictionary<string, double> { ["TJK_BANK"] = 1 })] },
            Security = scenario.Security with { IncidentStabilityLoss = incidentStabilityLoss, Stability = new Dictionary<string, double> { ["TJK"] = 0.6 } },
        };
    }

    private static Parts Parts(Scenario scenario) => new(scenario, 42, 1);

    private static double StrengthAtEnd(Scenario scenario, IMeasure? measure)
    {
        using var simulation = new Simulation(measure is null ? scenario : scenario with { Measures = new Dictionary<string, IMeasure> { ["measure"] = measure } }, 1, 0);
        simulation.RunToEnd();
        return simulation.Parts.Militants.Strength[0];
    }
}
