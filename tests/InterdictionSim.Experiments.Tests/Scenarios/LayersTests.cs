using InterdictionSim.Engine;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests.Scenarios;

public sealed class LayersTests : IDisposable
{
    private const string Dusti = """
        {
          "name": "dusti",
          "extends": "baseline.json",
          "measures": {"checkpoint": {"dusti": {
            "enabled": true,
            "programme": {"sponsor": "USA", "host": "TJK", "start": "2010-03-01", "leadDays": 30, "end": null, "capitalUsd": 1e6, "runningUsdPerYear": 30000},
            "place": "TJK_DUSHANBE", "reach": "interior", "agency": "TJK_GUARDS", "officers": 20,
            "legalTrafficPerDay": 100, "processingCapacityPerDay": 200, "lanes": 2, "effort": 1, "equipment": 0.5
          }}}
        }
        """;

    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void SeveralFiles_GiveTheirNamesTogether()
    {
        world.Write("a.json", """{"name": "a", "extends": "baseline.json"}""");
        world.Write("b.json", """{"extends": "baseline.json"}""");

        Assert.Equal("a+b", world.Load("a.json", overlays: ["b.json"]).Scenario.Name);
        Assert.Equal("b+a", world.Load("b.json", overlays: ["a.json"]).Scenario.Name);
        Assert.Equal("small+a", world.Load(overlays: ["a.json", "a.json"]).Scenario.Name);
        Assert.Equal("mine", world.Load("a.json", overlays: ["b.json"], sets: ["name=mine"]).Scenario.Name);
    }

    [Fact]
    public void ANameOfMoreThanAHundredCharacters_IsRefused()
    {
        Assert.Equal(100, world.Load(sets: [$"name={new string('a', 100)}"]).Scenario.Name.Length);
        Assert.Contains("expected 1 … 100 characters", Assert.Single(world.Problems(sets: [$"name={new string('a', 101)}"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_LoadsWithItsNumbersExactly()
    {
        var scenario = world.Load().Scenario;
        Assert.Equal("small", scenario.Name);
        Assert.Equal(new DateOnly(2010, 12, 31), scenario.Run.EndDate);
        Assert.Equal(0.13, scenario.Dispatch.DeterrenceThreshold);
        Assert.Equal(0.75, scenario.Hauls["car"].Concealment["vehicle"]);
        Assert.Empty(scenario.Hauls["car"].RoadCostFactor);
        Assert.Empty(scenario.Measures);
    }

    [Fact]
    public void Overlay_ChangesOnlyWhatItNames()
    {
        world.Write("policy.json", """{"name": "quick", "extends": "baseline.json", "fleet": {"turnaroundDays": 30}}""");
        var row = Assert.Single(ScenarioDiff.Between(world.Load(), world.Load("policy.json")));
        Assert.Equal(new DifferingValue("/fleet/turnaroundDays", "290", "30"), row);
    }

    [Fact]
    public void Overlays_GoOnTopInTheirOrder_AndASetOnTopOfThem()
    {
        world.Write("a.json", """{"fleet": {"turnaroundDays": 30}, "risk": {"weight": 0.5}}""");
        world.Write("b.json", """{"fleet": {"turnaroundDays": 40}}""");
        var loaded = world.Load(overlays: ["a.json", "b.json"], sets: ["risk.weight=0.75"]);
        Assert.Equal(40, loaded.Scenario.Fleet.TurnaroundDays);
        Assert.Equal(0.75, loaded.Scenario.Risk.Weight);
        Assert.Equal("b.json", Origin(loaded, "/fleet/turnaroundDays"));
        Assert.Equal("--set", Origin(loaded, "/risk/weight"));
        Assert.Equal("baseline.json", Origin(loaded, "/fleet/recruitingDelayDays"));
    }

    [Fact]
    public void TwoPoliciesOnOneBaseline_AddUp()
    {
        world.Write("dusti.json", Dusti);
        world.Write("quick.json", """{"extends": "baseline.json", "fleet": {"turnaroundDays": 30}}""");
        var scenario = world.Load("quick.json", overlays: ["dusti.json"]).Scenario;
        Assert.Equal(30, scenario.Fleet.TurnaroundDays);
        Assert.Equal(["checkpoint/dusti"], scenario.Measures.Keys);
    }

    [Fact]
    public void Measures_AreTheRecordsOfTheirKind()
    {
        world.Write("dusti.json", Dusti);
        var measure = Assert.IsType<Checkpoint>(world.Load("dusti.json").Scenario.Measures["checkpoint/dusti"]);
        Assert.Equal(PostReach.Interior, measure.Reach);
        Assert.Equal(1_000_000, measure.Programme.CapitalUsd);
        Assert.Null(measure.Programme.End);
        Assert.Equal("2010-06-01", Assert.IsType<Checkpoint>(world.Load("dusti.json", sets: ["measures.checkpoint.dusti.programme.end=2010-06-01"])
            .Scenario.Measures["checkpoint/dusti"]).Programme.End?.ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public void Overlay_SwitchesAMeasureOff()
    {
        world.Write("dusti.json", Dusti);
        world.Write("off.json", """{"measures": {"checkpoint": {"dusti": {"enabled": false}}}}""");
        Assert.False(world.Load("dusti.json", overlays: ["off.json"]).Scenario.Measures["checkpoint/dusti"].Enabled);
    }

    [Fact]
    public void AStar_StandsForEveryMeasureOfTheLayersBelow()
    {
        world.Write("dusti.json", Dusti);
        world.Write("none.json", """{"extends": "baseline.json", "measures": {"*": {"*": {"enabled": false}}}}""");
        Assert.False(world.Load("dusti.json", overlays: ["none.json"]).Scenario.Measures["checkpoint/dusti"].Enabled);
        Assert.Equal("none.json", Origin(world.Load("dusti.json", overlays: ["none.json"]), "/measures/checkpoint/dusti/enabled"));
        // What is laid over it is taken again, and where nothing is taken there is nothing to switch off.
        Assert.True(world.Load("none.json", overlays: ["dusti.json"]).Scenario.Measures["checkpoint/dusti"].Enabled);
        Assert.Empty(world.Load("none.json").Scenario.Measures);
        Assert.False(world.Load("dusti.json", sets: ["/measures/*/*/enabled=false"]).Scenario.Measures["checkpoint/dusti"].Enabled);
        Assert.Equal("EU", world.Load("dusti.json", sets: ["/measures/*/*/programme/sponsor=EU"]).Scenario.Measures["checkpoint/dusti"].Programme.Sponsor);
        Assert.Equal(3, Assert.IsType<Checkpoint>(world.Load("dusti.json", sets: ["/measures/checkpoint/*/lanes=3"]).Scenario.Measures["checkpoint/dusti"]).Lanes);
    }

    [Fact]
    public void OfEveryKindAtOnce_OnlyWhatAllHaveCanBeSaid() => Assert.Equal(
        ["bad.json:1:53: /measures/*/*/enabld: unknown key; did you mean 'enabled'?"],
        world.ProblemsOf("""{"extends": "baseline.json", "measures": {"*":{"*":{"enabld": false}}}}"""));

    [Fact]
    public void InAListOfAMeasure_AnIdMayHoldAColon_AsCrossingsDo()
    {
        const string Closure = """
            {"extends": "baseline.json", "measures": {"border-closure": {"gate": {"enabled": true,
            "programme": {"sponsor": "UZB", "host": "TJK", "start": "2010-03-01", "leadDays": 0, "end": null, "capitalUsd": 0, "runningUsdPerYear": 0},
            "links": {"XB_SHERKHAN:AFG-TJK": true}, "supplyRoutes": {}}}}}
            """;
        world.Write("closure.json", Closure);
        var measure = Assert.IsType<BorderClosure>(world.Load("closure.json").Scenario.Measures["border-closure/gate"]);
        Assert.True(measure.Links["XB_SHERKHAN:AFG-TJK"]);
        Assert.Contains("begins with 'XB_SHERKHAN', which stands beside it", Assert.Single(world.ProblemsOf(Closure.Replace("""{"XB""", """{"XB_SHERKHAN": true, "XB""", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileMayExtendSeveral_TheLaterOverTheEarlier()
    {
        world.Write("dusti.json", Dusti);
        world.Write("a.json", """{"extends": "baseline.json", "fleet": {"turnaroundDays": 30}, "risk": {"weight": 0.5}}""");
        world.Write("b.json", """{"extends": "baseline.json", "fleet": {"turnaroundDays": 40}}""");
        world.Write("all.json", """{"name": "all", "extends": ["a.json", "b.json", "dusti.json"]}""");
        var scenario = world.Load("all.json").Scenario;
        Assert.Equal(("all", 40, 0.5, 1), (scenario.Name, scenario.Fleet.TurnaroundDays, scenario.Risk.Weight, scenario.Measures.Count));
        Assert.Equal(["bad.json:1:30: /extends: 'bas.json': no such file"], world.ProblemsOf("""{"extends": ["baseline.json","bas.json"]}"""));
        Assert.Equal(["bad.json:1:13: /extends: expected a text or a list of texts, found 3"], world.ProblemsOf("""{"extends": 3, "world": "world"}""").Take(1));
    }

    [Theory]
    [InlineData("fleet.turnaroundDays=30")]
    [InlineData("/fleet/turnaroundDays=30")]
    [InlineData(" fleet.turnaroundDays = 30 ")]
    public void Set_TakesDotsOrSlashes(string set) => Assert.Equal(30, world.Load(sets: [set]).Scenario.Fleet.TurnaroundDays);

    [Fact]
    public void Set_FindsAnIdThatHoldsDots()
    {
        world.Write("upgrade.json", """
            {"extends": "baseline.json", "measures": {"checkpoint-upgrade": {"gate": {"enabled": true,
            "programme": {"sponsor": "USA", "host": "TJK", "start": "2010-03-01", "leadDays": 30, "end": null, "capitalUsd": 0, "runningUsdPerYear": 0},
            "posts": {"XB_SHERKHAN.TJK": false}, "searchFactor": 2, "equipment": 0.5, "processingFactor": 1, "officersAdded": 0}}}}
            """);
        var loaded = world.Load("upgrade.json", sets: ["measures.checkpoint-upgrade.gate.posts.XB_SHERKHAN.TJK=true"]);
        Assert.True(Assert.IsType<CheckpointUpgrade>(loaded.Scenario.Measures["checkpoint-upgrade/gate"]).Posts["XB_SHERKHAN.TJK"]);
    }

    [Fact]
    public void KeyOrder_DoesNotMatter()
    {
        var before = world.Load();
        world.Edit("baseline.json", """{"vehicle": 0.75, "baggage": 0.25}""", """{"baggage": 0.25, "vehicle": 0.75}""")
            .Edit("baseline.json", """  "risk": {"weight": 0.25, "premiumWeight": 0, "premiumExponent": 2, "premiumMaximum": 5},""" + "\n", "")
            .Edit("baseline.json", """  "measures": {}""", """  "measures": {}, "risk": {"weight": 0.25, "premiumWeight": 0, "premiumExponent": 2, "premiumMaximum": 5}""")
            .Edit("world/agencies.json", "\"TJK_GUARDS\": {\"name\": \"Tajik border guards\", \"country\": \"TJK\", ", "\"TJK_GUARDS\": {\"country\": \"TJK\", \"name\": \"Tajik border guards\", ");
        var after = world.Load();
        Assert.Equal(before.CanonicalJson, after.CanonicalJson);
        Assert.Equal(before.Hash, after.Hash);
        Assert.Equal(before.Values, after.Values);
    }

    [Fact]
    public void NamesAndNotes_DoNotEnterTheHash_ButValuesOfScenarioAndWorldDo()
    {
        var before = world.Load().Hash;
        Assert.Equal(before, world.Edit("baseline.json", "\"name\": \"small\"", "\"name\": \"other\"").Load().Hash);
        Assert.Equal(before, world.Edit("baseline.json", "\"not read\"", "{\"any\": \"thing\"}").Load().Hash);
        Assert.Equal(before, world.Edit("world/agencies.json", "Tajik border guards", "Guards").Load().Hash);
        Assert.NotEqual(before, world.Load(sets: ["risk.weight=0.26"]).Hash);
        Assert.NotEqual(before, world.Edit("world/links.geojson", "\"lengthKm\": 200,", "\"lengthKm\": 201,").Load().Hash);
    }

    [Fact]
    public void DifferenceOfWorlds_IsToldByPath()
    {
        var before = world.Load();
        var after = world.Edit("world/links.geojson", "\"lengthKm\": 200,", "\"lengthKm\": 201,").Load();
        Assert.Equal([new DifferingValue("/world/links/L2/lengthKm", "200", "201")], ScenarioDiff.Between(before, after));
    }

    [Fact]
    public void Values_ComeByOrdinalPath_AsJson()
    {
        var values = world.Load().Values;
        Assert.Equal(values.Select(v => v.Path).Order(StringComparer.Ordinal), values.Select(v => v.Path));
        Assert.Contains(new EffectiveValue("/run/startDate", "\"2010-01-01\"", "baseline.json"), values);
        Assert.DoesNotContain(values, v => v.Path is "/notes" or "/title" or "/world");
    }

    [Fact]
    public void DataFolder_LiesBesideTheWorld() => Assert.Equal(world["data"], world.Load().DataFolder);

    private static string Origin(LoadedScenario loaded, string path) => loaded.Values.Single(v => v.Path == path).Origin;
}
