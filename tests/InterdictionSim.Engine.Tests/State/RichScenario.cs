using CsCheck;
using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests.State;

/// <summary>A small world in which everything that a run can remember moves: two commodities, seasons, queues, patrols, measures that begin, grow and end, training, news on its way, posts and mobile teams that watch the same traffic.</summary>
internal static class RichScenario
{
    /// <summary>Scenarios whose parameters vary; in one of four, consignments return at once.</summary>
    public static readonly Gen<Scenario> Any =
        from loss in Gen.Double[0, 0.6]
        from bribe in Gen.Double[0, 1]
        from tickHours in Gen.Int[0, 3].Select(i => new[] { 3, 6, 12, 24 }[i])
        from returnsAtOnce in Gen.Int[0, 3].Select(i => i == 0)
        from newsDelay in Gen.Double[0, 60]
        from staging in Gen.Double[0, 1]
        from replan in Gen.Double[3, 20]
        select Create(loss, bribe, tickHours, returnsAtOnce, newsDelay, staging, replan);

    /// <summary>One of them.</summary>
    public static Scenario One { get; } = Create(0.3, 0.4, 6, false, 25, 0.5, 7);

    public static Scenario Create(double loss, double bribe, int tickHours, bool returnsAtOnce, double newsDelay, double staging, double replan)
    {
        var scenario = TestScenario.Create(
            [
                TestScenario.Place("AFG_HOME", "AFG", PlaceKind.Source), TestScenario.Place("TJK_A", "TJK"), TestScenario.Place("TJK_B", "TJK"),
                TestScenario.Place("KAZ_C", "KAZ"), TestScenario.Place("RUS_MARKET", "RUS", PlaceKind.Market),
            ],
            [
                TestScenario.Road("1", "AFG_HOME", "TJK_A", 0.4), TestScenario.Road("2", "AFG_HOME", "TJK_B", 2) with { MinedFraction = 0.5 }, TestScenario.Road("3", "TJK_A", "TJK_B", 0.1),
                TestScenario.Road("4", "TJK_A", "KAZ_C", 3) with { ClosedMonths = [2] }, TestScenario.Road("5", "TJK_B", "KAZ_C", 1) with { WinterMonths = [1, 2], WinterCapacityFactor = 0.3 },
                TestScenario.Road("6", "KAZ_C", "RUS_MARKET", 1),
            ],
            // Few legal vehicles at one of them, so that the number of loads in a tick matters there.
            [
                TestScenario.Post("A", "TJK_A", "TJK", loss), TestScenario.Post("C", "KAZ_C", "KAZ", loss / 2, PostReach.Interior) with { LegalTrafficPerDay = 20, ProcessingCapacityPerDay = 25 },
                TestScenario.Post("M", "RUS_MARKET", "RUS", loss / 3), new Post("SECTOR", PostKind.Patrol, PostReach.Border, "TJK_B", "TJK", 38, 0, 0, 1, 1, 20),
            ]);
        var world = scenario.World;
        var (turnaround, recruiting) = returnsAtOnce ? (0.0, 0.0) : (30.0, 20.0);
        return scenario with
        {
            Run = scenario.Run with { TickHours = tickHours, StartDate = new DateOnly(2010, 1, 20), EndDate = new DateOnly(2010, 6, 10), WarmUpDays = 15 },
            World = world with
            {
                Organisations = [.. world.Organisations, new Organisation("opium-band", new Dictionary<string, double> { ["AFG_HOME"] = 1 }, "car", "opium", 1)],
                Markets = [.. world.Markets, new Market("KAZ_C", "opium", "area", "near", 1, new Dictionary<string, double> { ["car"] = 1 })],
                Prices = [.. world.Prices, .. world.Prices.Select(p => p with { Commodity = "opium", UsdPerKg = p.UsdPerKg / 13 })],
                Militants = [new MilitantGroup("hills", "hills", 300, 60, 1, new Dictionary<string, double> { ["TJK_A"] = 2, ["TJK_B"] = 1 })],
                Relations = [new Relation("USA", "TJK", 0.6), new Relation("RUS", "TJK", 0.5)],
                SupplyRoutes = [new SupplyRoute("north", "north", 500, false, new Dictionary<string, bool> { ["1"] = true })],
            },
            Cost = scenario.Cost with { CrowdingUsdPerKg = 50, CrowdingSmoothingDays = 20 },
            Risk = scenario.Risk with { PremiumWeight = 0.5 },
            Vigilance = scenario.Vigilance with { MissAtNone = 0.375 },
            Security = scenario.Security with { IncidentsPerFighterYear = 0.5 },
            Diplomacy = scenario.Diplomacy with { NoisePerSqrtYear = 0.5, AskAgainDays = 10 },
            Reporting = new Dictionary<string, ReportingParameters> { ["TJK"] = new(0.8, 7) },
            Fleet = new FleetParameters(new Dictionary<string, double> { ["heroin"] = 150, ["opium"] = 50 }, turnaround, recruiting, staging),
            Control = scenario.Control.ToDictionary(c => c.Key, c => c.Value with { BribeAccepted = bribe, ProtectedShare = 0.1, Equipment = 0.6 }),
            Commodities = new Dictionary<string, Commodity> { ["heroin"] = new(60, 7, 1), ["opium"] = new(20, 1, 1.5) },
            Learning = scenario.Learning with { NewsDelayDays = newsDelay, ReplanDays = replan },
            Market = scenario.Market with
            {
                ReferenceTonnesPerYear = new Dictionary<string, IReadOnlyDictionary<string, double>>
                {
                    ["heroin"] = new Dictionary<string, double> { ["group"] = 10 },
                    ["opium"] = new Dictionary<string, double> { ["near"] = 5 },
                },
            },
            Supply = scenario.Supply with { SourceShares = new Dictionary<string, double> { ["AFG_HOME"] = 0.4, ["TJK_A"] = 0.6 }, HarvestMonths = new Dictionary<string, double> { ["1"] = 0.5, ["5"] = 0.5 } },
            Measures = Measures(),
        };
    }

    private static Dictionary<string, IMeasure> Measures()
    {
        var programme = new Programme("USA", "TJK", new DateOnly(2010, 1, 25), 10, null, 1_000_000, 365_250);
        return new Dictionary<string, IMeasure>
        {
            ["upgrade"] = new CheckpointUpgrade(true, programme with { End = new DateOnly(2010, 4, 3) }, new Dictionary<string, bool> { ["A"] = true }, 2, 0.8, 1, 5),
            ["outposts"] = new BorderOutposts(true, programme with { LeadDays = 40 }, new Dictionary<string, bool> { ["SECTOR"] = true }, 3, 38, 1),
            ["demining"] = new Demining(true, programme with { LeadDays = 20 }, 2, 1000, 200, new Dictionary<string, MinedSector> { ["2"] = new(1, 3) }),
            ["drawdown"] = new Drawdown(true, programme with { LeadDays = 30 }, 60, 0.5, 0.3, 0.2, 0.2, 0),
            ["closure"] = new BorderClosure(true, programme with { LeadDays = 50, End = new DateOnly(2010, 4, 20) }, new Dictionary<string, bool> { ["1"] = true }, new Dictionary<string, bool>()),
            ["checkpoint"] = new Checkpoint(true, programme with { LeadDays = 15, End = new DateOnly(2010, 5, 20) }, "KAZ_C", PostReach.Interior, "KAZ", 10, 20, 25, 1, 0.2, 0.5),
            ["centre"] = new TrainingCentre(
                true, programme, 120, 12, 0.9, 0.8, new Dictionary<string, bool> { ["TJK"] = true, ["KAZ"] = true }, Assignment.LargestSeizuresFirst, new Dictionary<string, bool>(), 20),
            ["instructors"] = new MobileTrainingTeam(
                true, programme with { CapitalUsd = 0, ConsentLevel = 0.55, LeadDays = 3 }, 60, 12, 0.9, 0.5, new Dictionary<string, bool> { ["TJK"] = true }, Assignment.Even, new Dictionary<string, bool>()),
            ["base"] = new ForeignBase(true, programme with { Sponsor = "RUS", ConsentLevel = 0.45, LeadDays = 5, Presence = 1 }, new Dictionary<string, bool> { ["SECTOR"] = true }, 2, 0.2),
            ["unrest"] = new Unrest(true, programme with { LeadDays = 2 }, 0.3, 60, 3, 0.1),
            ["row"] = new RelationsShock(true, programme with { Sponsor = "RUS", LeadDays = 12 }, -0.1, -0.05, new Dictionary<string, bool>(), 1),
            ["teams"] = new MobileTeams(
                true, programme with { LeadDays = 4 }, "TJK", 2, 6, 10, 0.5, new Dictionary<string, bool> { ["TJK_A"] = true, ["TJK_B"] = true, ["KAZ_C"] = true }, 30, "bandit", 5),
            ["sharing"] = new IntelligenceSharing(true, programme, new Dictionary<string, bool> { ["TJK"] = true, ["KAZ"] = true }, 1.3, 6, new Dictionary<string, bool>()),
        };
    }
}
