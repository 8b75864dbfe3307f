using InterdictionSim.Engine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests.Scenarios;

/// <summary>A world of six places in a folder of its own: Kunduz, the bridge at Sher Khan, Dushanbe, a northern crossing, Moscow, and Tehran off the network.</summary>
internal sealed class SmallWorld : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("small-world-").FullName;

    public SmallWorld()
    {
        Write("world/places.geojson", Places);
        Write("world/links.geojson", Links);
        Write("world/posts.json", Posts);
        Write("world/agencies.json", Agencies);
        Write("world/organisations.json", Organisations);
        Write("world/markets.json", Markets);
        Write("world/prices.json", Prices);
        Write("world/relations.json", """{"relations": {"USA-TJK": {"sponsor": "USA", "host": "TJK", "level": 0.6, "source": "own"}}}""");
        Write("world/militants.json", """{"militants": {"panj": {"name": "Panj", "strength": 300, "externalRecruitsPerYear": 60, "fundsShare": 1, "places": {"XB_SHERKHAN.TJK": 1}}}}""");
        Write("world/supply-routes.json", """{"supplyRoutes": {"ndn": {"name": "North", "teuPerWeek": 500, "throughPakistan": false, "links": {"XB_SHERKHAN:AFG-TJK": true}}}}""");
        Write("baseline.json", Baseline);
    }

    public string this[string file] => Path.Join(folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[file])!);
        File.WriteAllText(this[file], text);
    }

    /// <summary>Replaces a text that stands in the file exactly once.</summary>
    public SmallWorld Edit(string file, string old, string with)
    {
        var text = File.ReadAllText(this[file]);
        Assert.Equal(2, text.Split(old).Length);
        File.WriteAllText(this[file], text.Replace(old, with, StringComparison.Ordinal));
        return this;
    }

    public LoadedScenario Load(string file = "baseline.json", string[]? overlays = null, string[]? sets = null) =>
        ScenarioLoader.Load(this[file], [.. (overlays ?? []).Select(o => this[o])], sets ?? []);

    /// <summary>What is told about a scenario, line by line, with file names relative to the folder; empty when it loads.</summary>
    public string[] Problems(string file = "baseline.json", string[]? overlays = null, string[]? sets = null)
    {
        try
        {
            Load(file, overlays, sets);
            return [];
        }
        catch (ScenarioException e)
        {
            var lines = e.Message.Replace(folder + "/", "", StringComparison.Ordinal).Split(Environment.NewLine);
            Assert.EndsWith($" has {lines.Length - 1} problem(s):", lines[0], StringComparison.Ordinal);
            return [.. lines.Skip(1).Select(l => l[2..])];
        }
    }

    /// <summary>What is told about a policy on the baseline with this text.</summary>
    public string[] ProblemsOf(string policy)
    {
        Write("bad.json", policy);
        return Problems("bad.json");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private const string Places = """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "AFG_KUNDUZ", "geometry": {"type": "Point", "coordinates": [68.86, 36.73]}, "properties": {"name": "Kunduz", "countries": ["AFG"], "kind": "hub", "source": "GeoNames"}},
        {"type": "Feature", "id": "XB_SHERKHAN", "geometry": {"type": "Point", "coordinates": [68.61, 37.20]}, "properties": {"name": "Sher Khan", "countries": ["TJK", "AFG"], "kind": "crossing-official", "borderDwellDays": 0.5, "minedFraction": 0.25}},
        {"type": "Feature", "id": "TJK_DUSHANBE", "geometry": {"type": "Point", "coordinates": [68.78, 38.54]}, "properties": {"name": "Dushanbe", "countries": ["TJK"], "kind": "city"}},
        {"type": "Feature", "id": "XB_NORTH", "geometry": {"type": "Point", "coordinates": [62.00, 51.00]}, "properties": {"name": "North", "countries": ["RUS", "TJK"], "kind": "crossing-green-border", "borderDwellDays": 0.2}},
        {"type": "Feature", "id": "RUS_MOSCOW", "geometry": {"type": "Point", "coordinates": [37.62, 55.75]}, "properties": {"name": "Moscow", "countries": ["RUS"], "kind": "market"}},
        {"type": "Feature", "id": "IRN_TEHRAN", "geometry": {"type": "Point", "coordinates": [51.39, 35.69]}, "properties": {"name": "Tehran", "countries": ["IRN"], "kind": "market"}}
        ]}
        """;

    private const string Links = """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "id": "L1", "geometry": {"type": "LineString", "coordinates": []}, "properties": {"from": "AFG_KUNDUZ", "to": "XB_SHERKHAN", "mode": "road", "lengthKm": 70, "travelDays": 0.2, "route": "northern", "terrain": "plain"}},
        {"type": "Feature", "id": "L2", "geometry": {"type": "LineString", "coordinates": []}, "properties": {"from": "XB_SHERKHAN", "to": "TJK_DUSHANBE", "mode": "road", "lengthKm": 200, "travelDays": 0.5, "closedMonths": [1, 2], "route": "northern"}},
        {"type": "Feature", "id": "L3", "geometry": {"type": "LineString", "coordinates": []}, "properties": {"from": "TJK_DUSHANBE", "to": "XB_NORTH", "mode": "road", "lengthKm": 2000, "travelDays": 5, "route": "northern"}},
        {"type": "Feature", "id": "L4", "geometry": {"type": "LineString", "coordinates": []}, "properties": {"from": "XB_NORTH", "to": "RUS_MOSCOW", "mode": "road", "lengthKm": 2000, "travelDays": 5, "route": "northern"}},
        {"type": "Feature", "id": "L5", "geometry": {"type": "LineString", "coordinates": []}, "properties": {"from": "AFG_KUNDUZ", "to": "IRN_TEHRAN", "mode": "road", "lengthKm": 2000, "travelDays": 5, "route": "balkan"}},
        {"type": "Feature", "id": "L6", "geometry": {"type": "LineString", "coordinates": []}, "properties": {"from": "XB_SHERKHAN", "to": "XB_NORTH", "bank": "TJK", "mode": "mountain-track", "lengthKm": 2100, "travelDays": 9, "route": "northern"}}
        ]}
        """;

    private const string Posts = """
        {"posts": {
        "XB_SHERKHAN.TJK": {"kind": "checkpoint", "reach": "border", "place": "XB_SHERKHAN.TJK", "agency": "TJK_GUARDS", "officers": 40, "legalTrafficPerDay": 100, "processingCapacityPerDay": 200, "lanes": 2, "effort": 1, "sectorKm": 0},
        "XB_NORTH.RUS": {"kind": "patrol", "reach": "border", "place": "XB_NORTH.RUS", "agency": "RUS_GUARDS", "officers": 60, "legalTrafficPerDay": 0, "processingCapacityPerDay": 0, "lanes": 1, "effort": 1, "sectorKm": 50}
        }}
        """;

    private const string Agencies = """
        {"agencies": {
        "TJK_GUARDS": {"name": "Tajik border guards", "country": "TJK", "payUsdPerMonth": 50, "attritionUntrainedPerYear": 0.2, "attritionTrainedPerYear": 0.2},
        "RUS_GUARDS": {"name": "Russian border guards", "country": "RUS", "payUsdPerMonth": 500, "attritionUntrainedPerYear": 0.1, "attritionTrainedPerYear": 0.1}
        }}
        """;

    private const string Organisations = """
        {"organisations": {"kunduz-car": {"homes": {"AFG_KUNDUZ": 1}, "haul": "car", "commodity": "heroin", "shareOfFleet": 1}}}
        """;

    private const string Markets = """
        {"markets": {"heroin/RUS_MOSCOW": {"area": "RUS_C", "group": "RUS", "shareOfGroup": 1, "haulShares": {"car": 1}}}}
        """;

    private const string Prices = """
        {"prices": {
        "AFG_KUNDUZ": {"heroin": {"usdPerKg": 2600}},
        "XB_SHERKHAN": {"heroin": {"usdPerKg": 3500}},
        "XB_SHERKHAN.AFG": {"heroin": {"usdPerKg": 3000}},
        "TJK_DUSHANBE": {"heroin": {"usdPerKg": 5000}},
        "XB_NORTH": {"heroin": {"usdPerKg": 15000}},
        "RUS_MOSCOW": {"heroin": {"usdPerKg": 22000}},
        "IRN_TEHRAN": {"heroin": {"usdPerKg": 6000}}
        }}
        """;

    public const string Baseline = """
        {
          "name": "small",
          "title": "A small world",
          "notes": ["not read"],
          "world": "world",
          "run": {"tickHours": 6, "startDate": "2010-01-01", "endDate": "2010-12-31", "warmUpDays": 30, "populationScale": 1},
          "commodities": {"heroin": {"thetaUsdPerKg": 60, "opiumPerKg": 7, "sensitivityFactor": 1}},
          "concealments": {"vehicle": {"searchSensitivity": 0.4}, "baggage": {"searchSensitivity": 0.3}},
          "hauls": {
            "car": {
              "modes": {"road": true, "mountain-track": true},
              "concealment": {"vehicle": 0.75, "baggage": 0.25},
              "meanKg": 10, "lowKg": 2, "highKg": 20, "logSd": 0.8,
              "crewPayUsdPerDay": 100, "arrestCostUsd": 20000, "flightFeeUsd": 0,
              "roadCostFactor": {}
            }
          },
          "fleet": {"traffickers": {"heroin": 100}, "turnaroundDays": 290, "recruitingDelayDays": 90, "stagingDaysPerPlace": 1},
          "dispatch": {"readinessElasticity": 0.5, "readinessMaximum": 2, "deterrenceThreshold": 0.13, "deterrenceExponent": 1, "deterrenceFloor": 0.1},
          "cost": {
            "usdPerKgKm": {"road": 0.02, "rail": 0.01, "mountain-track": 0.1, "river-ford": 0.1, "air": 0.01},
            "handlingUsdPerKg": 8, "interestPerYear": 0.2,
            "borderUsdPerKg": {"AFG-TJK": 60, "other": 50},
            "crossingUsdPerKg": {"XB_SHERKHAN": -40},
            "minedUsdPerKg": 10, "crowdingUsdPerKg": 0, "crowdingMaximum": 4, "crowdingSmoothingDays": 90
          },
          "risk": {"weight": 0.25, "premiumWeight": 0, "premiumExponent": 2, "premiumMaximum": 5},
          "learning": {
            "rule": "ewa", "replanDays": 14, "memoryHalfLifeDays": 365, "priorPassages": 100,
            "gossipShare": 0.2, "hearsayWeight": 0.5, "visibleShare": 0.6, "newsDelayDays": 30,
            "similarityShare": 0.1, "salienceAlpha": 0.1, "salienceBeta": 4.9, "salienceDelta": 0.5
          },
          "market": {
            "demandElasticity": 0.5, "smoothingDays": 180, "passThrough": 0.5, "priceFactorMinimum": 0.5, "priceFactorMaximum": 3,
            "thetaUsdPerKg": 8000, "referenceTonnesPerYear": {"heroin": {"RUS": 70}}
          },
          "supply": {
            "stockTonnes": 12000, "harvestTonnes": {"2010": 3600}, "northernShare": 0.25, "harvestMonths": {"4": 0.5, "5": 0.5},
            "sourceShares": {"AFG_KUNDUZ": 1}, "farmGateUsdPerKg": 169, "farmGateElasticity": 0.5
          },
          "control": {
            "TJK": {"searchShare": 0.08, "equipment": 0.15, "untrainedSkill": 0.3, "bribeAccepted": 0.5, "protectedShare": 0.5, "lift": 1},
            "RUS": {"searchShare": 0.06, "equipment": 0.45, "untrainedSkill": 0.5, "bribeAccepted": 0.2, "protectedShare": 0.1, "lift": 2}
          },
          "inspection": {
            "exitFactor": 0.5, "greenExitFactor": 0.5, "interiorFactor": 0.7, "alphaEquipment": 1, "alphaSkill": 1, "alphaBoth": -1,
            "laneHoursPerSearch": 0.25, "maxQueueHours": 12, "minePathLoss": 1
          },
          "vigilance": {"missAtNone": 0.375, "halfPrevalence": 0.0667, "exponent": 0.731, "referencePrevalence": 0.001, "leastPrevalence": 0.0001, "memoryDays": 90},
          "patrols": {
            "TJK": {"outpostSpacingKm": 20, "guardsPerOutpost": 38, "kmPerGuardDay": 2, "sweepWidthKm": 0.3, "depthKm": 5, "exposureHours": 6, "handlingHours": 12, "teamsPerOutpost": 4},
            "RUS": {"outpostSpacingKm": 20, "guardsPerOutpost": 38, "kmPerGuardDay": 2, "sweepWidthKm": 0.3, "depthKm": 5, "exposureHours": 6, "handlingHours": 12, "teamsPerOutpost": 4}
          },
          "bribe": {"offerShareOfValue": 0.1, "cashLimitUsd": 35000, "monthsOfPayLost": 60, "protectionFeeShare": 0.02},
          "training": {"skillCeiling": 0.8, "halfLifeDays": 198, "bribeReduction": 0.3},
          "security": {
            "transitTaxShare": 0.1, "profitShare": 0.02, "fundedRecruitsPerYear": 300, "fundsHalfUsdPerYear": 20000000, "removalPerYear": 0.5,
            "counterTerrorRemoval": 0.0005, "incidentsPerFighterYear": 0.05, "degradedDays": 10, "degradedShare": 0.5, "incidentStabilityLoss": 0.01,
            "stabilityRecoveryPerYear": 0.5, "absencePerStability": 1, "bribesPerStability": 0.5, "stability": {"TJK": 0.6}
          },
          "diplomacy": {
            "reversionPerYear": 0.7, "noisePerSqrtYear": 0.08, "rivalryPerYear": 0.2, "commitment": 0.03, "footprint": 0.05, "closingMargin": 0.15, "askAgainDays": 90
          },
          "reporting": {"TJK": {"share": 1, "delayDays": 0}},
          "budgets": {},
          "measures": {}
        }
        """;
}
