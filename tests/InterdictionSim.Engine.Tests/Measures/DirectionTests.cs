using System.Collections.Concurrent;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests.Measures;

/// <summary>Every kind of measure moves what theory says, and moves nothing while it is switched off.</summary>
/// <remarks>A mined ford that a patrol watches and a bridge with a gate lead over one border to one market. Pairs of runs share their draws.</remarks>
public class DirectionTests
{
    private const int Replications = 30;
    // Student's t with 29 degrees of freedom, 95 %.
    private const double Quantile = 2.045;
    private static readonly Dictionary<string, bool> Nothing = [];
    private static readonly Programme Programme = new("USA", "TJK", new DateOnly(2010, 1, 15), 0, null, 1e6, 1e5);

    // Runs are made once for all that is measured in them.
    private static readonly ConcurrentDictionary<(string World, string Kind), Lazy<Dictionary<string, double[]>>> Runs = new();

    // One measure of every kind, switched on or off.
    private static readonly Dictionary<string, Func<bool, IMeasure>> Samples = new(StringComparer.Ordinal)
    {
        ["airfield-access"] = on => new AirfieldAccess(on, Programme, "air", 40),
        ["anti-protection"] = on => new AntiProtection(on, Programme, Ids("TJK"), 0.6, 0.6),
        ["border-closure"] = on => new BorderClosure(on, Programme, Ids("FORD"), Ids("air")),
        ["border-guards"] = on => new BorderGuards(on, Programme, Ids("SECTOR"), 3, 1.1, 0.8, 0.15, 0.2),
        ["border-outposts"] = on => new BorderOutposts(on, Programme, Ids("SECTOR"), 10, 38, 0.3),
        ["bridge"] = on => new Bridge(on, Programme, "BRIDGE", 0.1, -60, Ids("GATE"), 640, 1000, 0),
        ["checkpoint"] = on => new Checkpoint(on, Programme, "TJK_TOWN", PostReach.Interior, "TJK", 40, 800, 1200, 6, 1, 0.5),
        ["checkpoint-upgrade"] = on => new CheckpointUpgrade(on, Programme, Ids("GATE"), 4, 0.6, 1, 0),
        ["demining"] = on => new Demining(on, Programme, 4, 4000, 200, new Dictionary<string, MinedSector> { ["FORD"] = new(1, 0.2) }),
        ["drawdown"] = on => new Drawdown(on, Programme, 30, 0.5, 0.5, 0.5, 0.3, 0.15),
        ["foreign-base"] = on => new ForeignBase(on, Programme, Ids("SECTOR", "GATE"), 3, 0.2),
        ["intelligence-sharing"] = on => new IntelligenceSharing(on, Programme, Ids("TJK", "RUS"), 1.5, 30, Nothing),
        ["mobile-teams"] = on => new MobileTeams(on, Programme, "TJK", 2, 8, 20, 0.4, Ids("TJK_TOWN", "TJK_FORD"), 300, "proportional", 14),
        ["mobile-training-team"] = on => new MobileTrainingTeam(on, Programme with { CapitalUsd = 0 }, 300, 14, 1, 1, Ids("TJK"), Assignment.Even, Nothing),
        ["pay-reform"] = on => new PayReform(on, Programme, Ids("TJK"), 1000),
        ["relations-shock"] = on => new RelationsShock(on, Programme, -0.1, -0.1, Ids("GATE"), 0.5),
        ["training-centre"] = on => new TrainingCentre(on, Programme, 300, 30, 1, 1, Ids("TJK"), Assignment.BusiestFirst, Nothing),
        ["transit-corridor"] = on => new TransitCorridor(on, Programme, "air", 1120, Ids("GATE"), 0.2, 0, 0),
        ["unrest"] = on => new Unrest(on, Programme, 0.3, 180, 0, 0),
    };

    public static TheoryData<string> Kinds => [.. Catalog.Kinds<IMeasure>().Keys];

    // Loads take the ways that they take, whatever the risk: what is found follows probabilities alone.
    [Theory]
    [InlineData("anti-protection", "seized", 1)]
    [InlineData("anti-protection", "delivered", -1)]
    [InlineData("border-guards", "seized", 1)]
    [InlineData("border-guards", "delivered", -1)]
    [InlineData("border-outposts", "seized", 1)]
    [InlineData("checkpoint", "seized", 1)]
    [InlineData("checkpoint", "delivered", -1)]
    [InlineData("checkpoint-upgrade", "seized", 1)]
    [InlineData("checkpoint-upgrade", "delivered", -1)]
    // Searches block lanes.
    [InlineData("checkpoint-upgrade", "queue", 1)]
    [InlineData("foreign-base", "seized", 1)]
    [InlineData("foreign-base", "delivered", -1)]
    [InlineData("intelligence-sharing", "seized", 1)]
    [InlineData("mobile-training-team", "seized", 1)]
    [InlineData("pay-reform", "seized", 1)]
    [InlineData("training-centre", "seized", 1)]
    // Fewer lorries among which to hide, and fewer in the queue; or more of them.
    [InlineData("relations-shock", "seized", 1)]
    [InlineData("relations-shock", "queue", -1)]
    [InlineData("transit-corridor", "seized", -1)]
    [InlineData("transit-corridor", "queue", 1)]
    public void WhereRiskMovesNobody_WhatIsFoundFollows(string kind, string what, int sign) => Moves("careless", kind, what, sign);

    [Theory]
    [InlineData("border-closure", -1)]
    [InlineData("border-guards", -1)]
    [InlineData("border-outposts", -1)]
    [InlineData("bridge", -1)]
    [InlineData("checkpoint-upgrade", 1)]
    [InlineData("demining", 1)]
    [InlineData("relations-shock", 1)]
    [InlineData("transit-corridor", -1)]
    public void WhereRiskAndCostCount_LoadsGoWhereBothAreLess(string kind, int sign) => Moves("wary", kind, "ford-share", sign);

    // A lower friction at the Afghan border widens the margin.
    [Fact]
    public void ADrawdown_LetsMoreBeSent() => Moves("eager", "drawdown", "sent", 1);

    [Fact]
    public void WhereSearchesFollowTraffic_MoreIsFoundThanWhereTheyStay()
    {
        var followed = Taking(Worlds()["careless"](), (Bridge)Samples["bridge"](true) with { SearchesFollow = 1 });
        AssertSign(Measured(followed)["seized"], Run("careless", "bridge")["seized"], 1);
    }

    [Fact]
    public void AClosedLink_IsTakenByNobody()
    {
        var closure = (BorderClosure)Samples["border-closure"](true) with { Programme = Programme with { Start = new DateOnly(2009, 1, 1) } };
        Assert.All(Measured(Taking(Worlds()["careless"](), closure))["ford-share"], share => Assert.Equal(0, share));
    }

    [Fact]
    public void SupplyRoutes_TakeWhatIsAddedAndTaken()
    {
        Assert.Equal((140, true), Route(Samples["airfield-access"](true)));
        Assert.Equal((0, true), Route(new AirfieldAccess(true, Programme, "air", -1000)));
        Assert.Equal((1220, true), Route(Samples["transit-corridor"](true)));
        Assert.Equal((100, false), Route(Samples["border-closure"](true)));
    }

    [Fact]
    public void AMineThatIsCleared_IsClearedOnce()
    {
        using var simulation = new Simulation(Taking(Worlds()["careless"](), Samples["demining"](true)), 1, 0);
        simulation.RunToEnd();
        Assert.Equal(0.2, simulation.Parts.Plan.ClearedKm2, 1e-9);
        Assert.Equal(0, simulation.Parts.Plan.Link("FORD").MinedFraction, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OfAnyKind_AMeasureThatIsSwitchedOff_ChangesNoBit(string kind)
    {
        Assert.True(Samples.ContainsKey(kind), $"{kind} has no sample here; add one, and what it moves");
        var world = Worlds()["eager"]();
        world = world with { Run = world.Run with { EndDate = new DateOnly(2010, 3, 31) } };
        using Simulation with = new(Taking(world, Samples[kind](false)), 1, 0), without = new(world, 1, 0);
        Assert.Equal(without.RunToEnd().Fingerprint(), with.RunToEnd().Fingerprint());
    }

    private static void Moves(string world, string kind, string what, int sign) =>
        AssertSign(Run(world, kind)[what], Run(world, "")[what], sign);

    private static Dictionary<string, double[]> Run(string world, string kind) => Runs.GetOrAdd((world, kind), key => new Lazy<Dictionary<string, double[]>>(() =>
        Measured(key.Kind.Length == 0 ? Worlds()[key.World]() : Taking(Worlds()[key.World](), Samples[key.Kind](true))))).Value;

    private static void AssertSign(double[] treated, double[] control, int sign)
    {
        var differences = treated.Zip(control, (t, c) => t - c).ToArray();
        var mean = differences.Average();
        var half = Quantile * Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (Replications - 1) / Replications);
        TestContext.Current.TestOutputHelper?.WriteLine($"{mean:G4} ± {half:G2} on {control.Average():G4}");
        Assert.True(sign * mean - half > 0, $"{mean:G4} ± {half:G2} on {control.Average():G4}");
    }

    private static Dictionary<string, double[]> Measured(Scenario scenario)
    {
        var measured = Outcomes().Keys.ToDictionary(what => what, _ => new double[Replications]);
        for (var replication = 0; replication < Replications; replication++)
        {
            using var simulation = new Simulation(scenario, 11, replication);
            simulation.RunToEnd();
            foreach (var (what, outcome) in Outcomes())
                measured[what][replication] = outcome(simulation);
        }

        return measured;
    }

    private static Dictionary<string, Func<Simulation, double>> Outcomes() => new(StringComparer.Ordinal)
    {
        ["seized"] = s => s.Parts.Ledger.ExpectedSeizedGrams.Sum(g => (double)g),
        ["delivered"] = s => s.Parts.Ledger.DeliveredGrams.Sum(),
        ["sent"] = s => s.Parts.Ledger.DispatchedGrams.Sum(),
        ["queue"] = s => s.Parts.Ledger.QueueLorryMinutes.Sum(),
        ["ford-share"] = s => Carried(s, "AFG_FORD") / (Carried(s, "AFG_FORD") + Carried(s, "AFG_BRIDGE")),
    };

    // Over the border from a bank of Afghanistan.
    private static double Carried(Simulation simulation, string bank)
    {
        var network = simulation.Parts.Stage.Network;
        return Enumerable.Range(0, network.DirectedLinks).Where(d => network.Tail[d] == network[bank] && network.CrossesBorder(d)).Sum(d => (double)simulation.Parts.Ledger.LinkGrams[d]);
    }

    private static (double TeuPerWeek, bool Open) Route(IMeasure measure)
    {
        using var simulation = new Simulation(Taking(Worlds()["careless"](), measure), 1, 0);
        simulation.RunToEnd();
        var route = simulation.Parts.Plan.Route("air");
        return (route.TeuPerWeek, route.Open);
    }

    private static Scenario Taking(Scenario world, IMeasure measure) => world with { Measures = new Dictionary<string, IMeasure> { ["measure"] = measure } };

    private static Dictionary<string, bool> Ids(params string[] ids) => ids.ToDictionary(id => id, _ => true);

    private static Dictionary<string, Func<Scenario>> Worlds() => new(StringComparer.Ordinal)
    {
        ["careless"] = () => Fork().Unresponsive() with { Risk = new RiskParameters(0, 0, 2, 5) },
        ["wary"] = () => Fork().Unresponsive() with { Risk = new RiskParameters(1, 0, 2, 5) },
        ["eager"] = Fork,
    };

    private static Scenario Fork()
    {
        var scenario = TestScenario.Create(
            [
                TestScenario.Place("AFG_HOME", "AFG", PlaceKind.Source), TestScenario.Place("AFG_FORD", "AFG"), TestScenario.Place("AFG_BRIDGE", "AFG"),
                TestScenario.Place("TJK_FORD", "TJK"), TestScenario.Place("TJK_BRIDGE", "TJK"), TestScenario.Place("TJK_TOWN", "TJK"), TestScenario.Place("RUS_MARKET", "RUS", PlaceKind.Market),
            ],
            [
                TestScenario.Road("A1", "AFG_HOME", "AFG_FORD"), TestScenario.Road("A2", "AFG_HOME", "AFG_BRIDGE"),
                TestScenario.Road("FORD", "AFG_FORD", "TJK_FORD") with { MinedFraction = 0.5 }, TestScenario.Road("BRIDGE", "AFG_BRIDGE", "TJK_BRIDGE") with { BorderDwellDays = 0.5 },
                TestScenario.Road("T1", "TJK_FORD", "TJK_TOWN"), TestScenario.Road("T2", "TJK_BRIDGE", "TJK_TOWN"), TestScenario.Road("NORTH", "TJK_TOWN", "RUS_MARKET"),
            ],
            [
                new Post("SECTOR", PostKind.Patrol, PostReach.Border, "TJK_FORD", "TJK", 190, 0, 0, 1, 1, 100),
                new Post("GATE", PostKind.Checkpoint, PostReach.Border, "TJK_BRIDGE", "TJK", 60, 160, 200, 2, 1, 0),
                new Post("CUSTOMS", PostKind.Checkpoint, PostReach.Border, "RUS_MARKET", "RUS", 60, 1600, 2000, 8, 1, 0),
            ]);
        return scenario.With(w => w with { SupplyRoutes = [new SupplyRoute("air", "By air", 100, false, Nothing)], Relations = [new Relation("USA", "TJK", 0.6)] }) with
        {
            Run = new RunSettings(6, new DateOnly(2010, 1, 1), new DateOnly(2010, 5, 31), 14, 1),
            Fleet = scenario.Fleet with { Traffickers = new Dictionary<string, double> { ["heroin"] = 300 }, TurnaroundDays = 20 },
            Inspection = scenario.Inspection with { LaneHoursPerSearch = 0.25 },
            Cost = scenario.Cost with { MinedUsdPerKg = 100, BorderUsdPerKg = new Dictionary<string, double> { ["AFG-TJK"] = 4000, ["other"] = 60 } },
            Control = new Dictionary<string, ControlLevel>
            {
                ["AFG"] = new(0, 0, 0, 0, 0, 1),
                ["TJK"] = new(0.1, 0.15, 0.3, 0.5, 0.5, 1),
                ["RUS"] = new(0.05, 0.4, 0.5, 0.25, 0.1, 1),
            },
        };
    }
}
