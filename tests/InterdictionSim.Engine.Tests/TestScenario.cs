using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests;

/// <summary>Small scenarios: one commodity, one haul, one home and one market unless a test says otherwise.</summary>
internal static class TestScenario
{
    /// <summary>A road from home over a border to a market, with one post of a given probability of selection and finding at the border.</summary>
    public static Scenario OneRoad(double lossProbability) =>
        Create(
            [Place("AFG_HOME", "AFG", PlaceKind.Source), Place("TJK_BANK", "TJK", PlaceKind.City), Place("RUS_MARKET", "RUS", PlaceKind.Market)],
            [Road("L1", "AFG_HOME", "TJK_BANK"), Road("L2", "TJK_BANK", "RUS_MARKET")],
            [Post("POST", "TJK_BANK", "TJK", lossProbability)]);

    public static Scenario Create(IReadOnlyList<Place> places, IReadOnlyList<Link> links, IReadOnlyList<Post> posts, string home = "AFG_HOME", string market = "RUS_MARKET")
    {
        var countries = places.Select(p => p.Country).Distinct().ToArray();
        return new Scenario(
            "test",
            new RunSettings(6, new DateOnly(2010, 1, 1), new DateOnly(2010, 12, 31), 60, 1),
            new World(
                places,
                links,
                posts,
                [.. countries.Select(c => new Agency(c, c, c, 100, 0.15, 0.2))],
                [new Organisation("band", new Dictionary<string, double> { [home] = 1 }, "car", "heroin", 1)],
                [new Market(market, "heroin", "area", "group", 1, new Dictionary<string, double> { ["car"] = 1 })],
                [.. places.Select(p => new Price(p.Id, "heroin", p.Country == "RUS" ? 20000 : p.Country == "AFG" ? 2600 : 4000))],
                [],
                [],
                []),
            new Dictionary<string, Commodity> { ["heroin"] = new(60, 7, 1) },
            new Dictionary<string, Concealment> { ["vehicle"] = new(1) },
            new Dictionary<string, Haul>
            {
                ["car"] = new(
                    new Dictionary<string, bool> { ["road"] = true },
                    new Dictionary<string, double> { ["vehicle"] = 1 }, 10, 2, 20, 0.8, 100, 20000, 0, new Dictionary<string, double>()),
            },
            new FleetParameters(new Dictionary<string, double> { ["heroin"] = 2000 }, 60, 30, 1),
            new DispatchParameters(0.5, 2, 0.13, 1, 0.1),
            new CostParameters(
                new Dictionary<string, double> { ["road"] = 0.02, ["rail"] = 0.01, ["mountain-track"] = 0.1, ["river-ford"] = 0.1, ["air"] = 0.01, ["crossing"] = 0 },
                8, 0.2, new Dictionary<string, double> { ["other"] = 60 }, new Dictionary<string, double>(), 10, 0, 4, 90),
            new RiskParameters(0.25, 0, 2, 5),
            new LearningParameters("ewa", 14, 365, 100, 0.2, 0.5, 0.6, 30, 0.1, 0.1, 4.9, 0.5),
            new MarketParameters(0.5, 180, 0.5, 0.5, 3, 8000, new Dictionary<string, IReadOnlyDictionary<string, double>> { ["heroin"] = new Dictionary<string, double> { ["group"] = 100 } }),
            new SupplyParameters(12000, new Dictionary<string, double> { ["2010"] = 3600 }, 0.25, new Dictionary<string, double> { ["5"] = 1 }, new Dictionary<string, double>(), 169, 0.5),
            // The bilinear ability is 1 at full equipment: a search finds what it looks at.
            countries.ToDictionary(c => c, _ => new ControlLevel(1, 1, 0.3, 0, 0, 1)),
            new InspectionParameters(0.5, 0.5, 1, 1, 1, -1, 0, 12, 1),
            // Attention that prevalence does not move.
            new VigilanceParameters(0, 0.0667, 0.731, 0.001, 0.0001, 90),
            countries.ToDictionary(c => c, _ => new PatrolParameters(20, 38, 0.6, 0.36, 3, 3, 6, 3)),
            new BribeParameters(0.1, 35000, 60, 0.02),
            new TrainingParameters(0.75, 198, 0.2),
            new SecurityParameters(0.03, 0.02, 300, 20e6, 0.5, 0.0005, 0.05, 10, 0.5, 0.01, 0.5, 1, 0.5, new Dictionary<string, double>()),
            new DiplomacyParameters(0.7, 0.08, 0.2, 0.03, 0.05, 0.15, 90),
            new Dictionary<string, ReportingParameters>(),
            new Dictionary<string, Budget>(),
            new Dictionary<string, IMeasure>());
    }

    public static Place Place(string id, string country, PlaceKind kind = PlaceKind.City) => new(id, id, country, kind, 40, 70);

    public static Link Road(string id, string from, string to, double days = 1, double km = 100) => new(id, from, to, LinkMode.Road, km, days, 0, [], [], 1, 0, null, null);

    /// <summary>A border post with so much legal traffic that a load does not change its odds.</summary>
    public static Post Post(string id, string place, string country, double probability, PostReach reach = PostReach.Border) =>
        new(id, PostKind.Checkpoint, reach, place, country, 10, 1e9, 1e12, 1, probability, 0);

    public static Scenario With(this Scenario scenario, Func<World, World> change) => scenario with { World = change(scenario.World) };

    /// <summary>Prices, risk and margins move nothing: what is left is chance.</summary>
    public static Scenario Unresponsive(this Scenario scenario) => scenario with
    {
        Market = scenario.Market with { PriceFactorMinimum = 1, PriceFactorMaximum = 1 },
        Dispatch = scenario.Dispatch with { ReadinessElasticity = 0, DeterrenceFloor = 1 },
        Learning = scenario.Learning with { Rule = "informed" },
    };

    /// <summary>All that the test scenario leaves out of learning: like links, premium, crowding and attention.</summary>
    public static Scenario Responsive(this Scenario scenario, string rule) => scenario with
    {
        Learning = scenario.Learning with { Rule = rule, SimilarityShare = 0.3 },
        Risk = scenario.Risk with { PremiumWeight = 0.5 },
        Cost = scenario.Cost with { CrowdingUsdPerKg = 60 },
        Vigilance = scenario.Vigilance with { MissAtNone = 0.375 },
    };

    public static Metrics.RunRecord RunToEnd(this Simulation simulation) => simulation.Run(TestContext.Current.CancellationToken);

    /// <summary>SHA-256 over the bits of all a run tells.</summary>
    public static string Fingerprint(this Metrics.RunRecord record) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes<double>(
            [.. record.Outcomes, .. record.Daily, .. record.LinkKgPerYear])));
}
