namespace InterdictionSim.Experiments.Tests.Scenarios;

/// <summary>Every fault by which a scenario that reads well still cannot run.</summary>
public sealed class ProblemsTests : IDisposable
{
    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("name=../x", "/name: is '../x'; expected 1 … 100 characters, each an ASCII letter or digit, '-', '_', '.', '+' or a space, and no '.' first, since a folder is called so; several files together have their names joined by '+'")]
    [InlineData("name=épreuve", "/name: is 'épreuve'; expected 1 … 100 characters, each an ASCII letter or digit, '-', '_', '.', '+' or a space, and no '.' first, since a folder is called so; several files together have their names joined by '+'")]
    [InlineData("run.tickHours=5", "/run/tickHours: is 5; expected 1, 2, 3, 4, 6, 8, 12 or 24, which divide a day")]
    [InlineData("run.tickHours=0", "/run/tickHours: is 0; expected 1, 2, 3, 4, 6, 8, 12 or 24, which divide a day")]
    [InlineData("run.endDate=2009-12-31", "/run/endDate: is 2009-12-31; expected the start, 2010-01-01, or later")]
    [InlineData("run.warmUpDays=-1", "/run/warmUpDays: is -1; expected 0 … 36525")]
    [InlineData("run.populationScale=0", "/run/populationScale: is 0; expected more than 0")]
    [InlineData("commodities.heroin.thetaUsdPerKg=0", "/commodities/heroin/thetaUsdPerKg: is 0; expected more than 0")]
    [InlineData("commodities.heroin.opiumPerKg=0", "/commodities/heroin/opiumPerKg: is 0; expected 1 or more")]
    [InlineData("concealments.vehicle.searchSensitivity=1.1", "/concealments/vehicle/searchSensitivity: is 1.1; expected 0 … 1")]
    [InlineData("hauls.car.modes.roads=true", "/hauls/car/modes/roads: no mode is called 'roads'; did you mean 'road'?")]
    [InlineData("hauls.car.concealment.vehicle=0.7", "/hauls/car/concealment: sums to 0.95; expected 1")]
    [InlineData("hauls.car.concealment.tyre=0", "/hauls/car/concealment/tyre: no concealment is called 'tyre'; known are baggage, vehicle")]
    [InlineData("hauls.car.meanKg=30", "/hauls/car/meanKg: is 30; expected lowKg (2) … highKg (20)")]
    [InlineData("hauls.car.roadCostFactor.TJJ=2", "/hauls/car/roadCostFactor/TJJ: no country is called 'TJJ'; did you mean 'TJK'?")]
    [InlineData("fleet.traffickers.opium=3", "/fleet/traffickers/opium: no commodity is called 'opium'; known are heroin")]
    [InlineData("dispatch.deterrenceFloor=-0.1", "/dispatch/deterrenceFloor: is -0.1; expected 0 … 1")]
    [InlineData("cost.usdPerKgKm.road=-1", "/cost/usdPerKgKm/road: is -1; expected 0 or more")]
    [InlineData("cost.borderUsdPerKg.TJK-AFG=1", "/cost/borderUsdPerKg/TJK-AFG: expected two countries in alphabetical order, as AFG-TJK, or other")]
    [InlineData("cost.crossingUsdPerKg.XB_SHERKAN=1", "/cost/crossingUsdPerKg/XB_SHERKAN: no crossing is called 'XB_SHERKAN'; did you mean 'XB_SHERKHAN'?")]
    [InlineData("risk.weight=1.5", "/risk/weight: is 1.5; expected 0 … 1")]
    [InlineData("learning.replanDays=0", "/learning/replanDays: is 0; expected 1 … 1000000")]
    [InlineData("learning.gossipShare=2", "/learning/gossipShare: is 2; expected 0 … 1")]
    [InlineData("market.priceFactorMinimum=0", "/market/priceFactorMinimum: is 0; expected more than 0 and at most 1")]
    [InlineData("market.priceFactorMaximum=0.9", "/market/priceFactorMaximum: is 0.9; expected 1 or more")]
    [InlineData("market.referenceTonnesPerYear.heroin.RUSS=1", "/market/referenceTonnesPerYear/heroin/RUSS: no group of markets is called 'RUSS'; did you mean 'RUS'?")]
    [InlineData("supply.harvestMonths.13=0", "/supply/harvestMonths/13: expected a month, 1 … 12")]
    [InlineData("supply.harvestMonths.4=0.6", "/supply/harvestMonths: sums to 1.1; expected 1")]
    [InlineData("supply.harvestTonnes.10=5", "/supply/harvestTonnes/10: expected a year, as 2010")]
    [InlineData("supply.sourceShares.AFG_KUNDUS=0", "/supply/sourceShares/AFG_KUNDUS: no place is called 'AFG_KUNDUS'; did you mean 'AFG_KUNDUZ'?")]
    [InlineData("control.TJK.lift=0", "/control/TJK/lift: is 0; expected more than 0")]
    [InlineData("inspection.alphaBoth=0.6", "/inspection/alphaBoth: is 0.6; expected -1 … 0.5")]
    [InlineData("inspection.alphaSkill=0.5", "/inspection/alphaBoth: with alphaEquipment and alphaSkill sums to 0.5; expected 1")]
    [InlineData("patrols.TJK.depthKm=0", "/patrols/TJK/depthKm: is 0; expected more than 0")]
    [InlineData("bribe.monthsOfPayLost=0", "/bribe/monthsOfPayLost: is 0; expected more than 0")]
    [InlineData("training.halfLifeDays=0", "/training/halfLifeDays: is 0; expected more than 0")]
    [InlineData("security.profitShare=1.5", "/security/profitShare: is 1.5; expected 0 … 1")]
    public void Values_OutOfRange_AreToldByPath(string set, string expected) =>
        Assert.Contains(world.Problems(sets: [set]), p => p.EndsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void CrowdingWithoutAWarmUp_IsTold_ForNothingWouldBeUsual()
    {
        const string Expected = "/cost/crowdingUsdPerKg: is 60 in a run without warm-up; usual flows are those of the warm-up, so run.warmUpDays of 1 or more is expected";
        Assert.Contains(world.Problems(sets: ["cost.crowdingUsdPerKg=60", "run.warmUpDays=0"]), p => p.EndsWith(Expected, StringComparison.Ordinal));
        Assert.DoesNotContain(world.Problems(sets: ["cost.crowdingUsdPerKg=60", "run.warmUpDays=30"]), p => p.Contains("crowding", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("baseline.json", "\"mountain-track\": 0.1, ", "", "/cost/usdPerKgKm/mountain-track: is missing; expected a cost in USD per kg and km")]
    [InlineData("baseline.json", "\"AFG-TJK\": 60, \"other\": 50", "\"AFG-TJK\": 60", "/cost/borderUsdPerKg/other: is missing; expected the friction of all other borders")]
    [InlineData("baseline.json", "{\"heroin\": {\"RUS\": 70}}", "{\"heroin\": {}}", "/market/referenceTonnesPerYear/heroin/RUS: is missing; expected the tonnes a year that its markets take")]
    [InlineData("baseline.json", "\"traffickers\": {\"heroin\": 100}", "\"traffickers\": {}", "/fleet/traffickers/heroin: is missing; expected a number of traffickers")]
    [InlineData("world/posts.json", "\"place\": \"XB_NORTH.RUS\"", "\"place\": \"XB_NORTH.RUZ\"", "/world/posts/XB_NORTH.RUS/place: no place is called 'XB_NORTH.RUZ'; did you mean 'XB_NORTH.RUS'?")]
    [InlineData("world/posts.json", "\"agency\": \"RUS_GUARDS\"", "\"agency\": \"RUS_GARDS\"", "/world/posts/XB_NORTH.RUS/agency: no agency is called 'RUS_GARDS'; did you mean 'RUS_GUARDS'?")]
    [InlineData("world/posts.json", "\"lanes\": 2", "\"lanes\": 0", "/world/posts/XB_SHERKHAN.TJK/lanes: is 0; a checkpoint has 1 lane or more")]
    [InlineData("world/posts.json", "\"sectorKm\": 50", "\"sectorKm\": 0", "/world/posts/XB_NORTH.RUS/sectorKm: is 0; expected more than 0")]
    [InlineData("world/agencies.json", "\"country\": \"TJK\"", "\"country\": \"Tajikistan\"", "/world/agencies/TJK_GUARDS/country: is 'Tajikistan'; expected an ISO alpha-3 code, as TJK")]
    [InlineData("world/agencies.json", "\"country\": \"TJK\"", "\"country\": \"UZB\"", "/control/UZB: is missing; posts of UZB need a level of control")]
    [InlineData("world/agencies.json", "\"country\": \"TJK\"", "\"country\": \"UZB\"", "/patrols/UZB: is missing; posts of UZB need it")]
    [InlineData("world/organisations.json", "\"AFG_KUNDUZ\": 1", "\"AFG_KUNDUS\": 1", "/world/organisations/kunduz-car/homes/AFG_KUNDUS: no place is called 'AFG_KUNDUS'; did you mean 'AFG_KUNDUZ'?")]
    [InlineData("world/organisations.json", "\"haul\": \"car\"", "\"haul\": \"cart\"", "/world/organisations/kunduz-car/haul: no haul is called 'cart'; did you mean 'car'?")]
    [InlineData("world/organisations.json", "\"shareOfFleet\": 1", "\"shareOfFleet\": 0.5", "/world/organisations: shareOfFleet of heroin sums to 0.5; expected 1")]
    [InlineData("world/markets.json", "\"car\": 1", "\"car\": 0.5", "/world/markets/heroin/RUS_MOSCOW/haulShares: sums to 0.5; expected 1")]
    [InlineData("world/markets.json", "\"shareOfGroup\": 1", "\"shareOfGroup\": 0.5", "/world/markets: shareOfGroup of heroin in RUS sums to 0.5; expected 1")]
    [InlineData("world/markets.json", "heroin/RUS_MOSCOW", "heroin/RUS_MOSKOW", "/world/markets/heroin/RUS_MOSKOW/place: no place is called 'RUS_MOSKOW'; did you mean 'RUS_MOSCOW'?")]
    [InlineData("world/prices.json", "\"TJK_DUSHANBE\": {\"heroin\": {\"usdPerKg\": 5000}},", "", "/world/prices/TJK_DUSHANBE/heroin: is missing; every place on the network has a price for each commodity")]
    [InlineData("world/prices.json", "\"usdPerKg\": 5000", "\"usdPerKg\": 0", "/world/prices/TJK_DUSHANBE/heroin/usdPerKg: is 0; expected more than 0")]
    [InlineData("world/relations.json", "0.6", "1.6", "/world/relations/USA-TJK/level: is 1.6; expected 0 … 1")]
    [InlineData("world/places.geojson", "[68.78, 38.54]", "[38.54, 98.78]", "/world/places/TJK_DUSHANBE/latitudeDegrees: is 98.78; expected -90 … 90")]
    [InlineData("world/places.geojson", "\"minedFraction\": 0.25", "\"minedFraction\": 1.25", "/world/links/XB_SHERKHAN:AFG-TJK/minedFraction: is 1.25; expected 0 … 1")]
    [InlineData("world/links.geojson", "[1, 2]", "[1, 13]", "/world/links/L2/closedMonths/1: is 13; expected a month, 1 … 12")]
    [InlineData("world/links.geojson", "\"travelDays\": 0.2", "\"travelDays\": 0", "/world/links/L1/travelDays: is 0; expected more than 0")]
    [InlineData("world/links.geojson", "\"terrain\": \"plain\"", "\"winterCapacityFactor\": 0", "/world/links/L1/winterCapacityFactor: is 0; expected more than 0 and at most 1")]
    [InlineData("world/links.geojson", "\"terrain\": \"plain\"", "\"opens\": \"2010-01-01\", \"closes\": \"2010-01-01\"", "/world/links/L1/closes: is 2010-01-01; expected a day after it opens, 2010-01-01")]
    public void FaultsOfTheWorld_AreToldByPath(string file, string old, string with, string expected) =>
        Assert.Contains(world.Edit(file, old, with).Problems(), p => p.EndsWith(": " + expected, StringComparison.Ordinal));

    [Fact]
    public void FaultsOfTheWorld_AreToldAtTheirLine() =>
        Assert.Equal(
            ["world/places.geojson:3:239: /world/links/XB_SHERKHAN:AFG-TJK/minedFraction: is 1.25; expected 0 … 1"],
            world.Edit("world/places.geojson", "\"minedFraction\": 0.25", "\"minedFraction\": 1.25").Problems());

    [Fact]
    public void Link_ShorterThanTheCrowFlies_IsTold()
    {
        // Kunduz and the bridge lie 56.8 km apart; 1 % of it is left for rounding.
        Assert.Empty(world.Edit("world/links.geojson", "\"lengthKm\": 70", "\"lengthKm\": 56.5").Problems());
        var problem = Assert.Single(world.Edit("world/links.geojson", "\"lengthKm\": 56.5", "\"lengthKm\": 50").Problems());
        Assert.Contains("/world/links/L1/lengthKm: is 50; AFG_KUNDUZ and XB_SHERKHAN.AFG lie 56.8 km apart as the crow flies", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Market_OutOfReach_IsTold()
    {
        var problems = world.Edit("baseline.json", "\"road\": true", "\"road\": false").Problems();
        Assert.Contains(problems, p => p.EndsWith("/world/markets/heroin/RUS_MOSCOW: cannot be reached from AFG_KUNDUZ by car (kunduz-car); give it a way, or no share of that haul", StringComparison.Ordinal));
    }

    [Fact]
    public void Market_BehindALinkThatOpensLater_IsOutOfReach() =>
        Assert.Contains("cannot be reached", Assert.Single(world.Edit("world/links.geojson", "\"terrain\": \"plain\"", "\"opens\": \"2010-06-01\"").Problems()), StringComparison.Ordinal);

    [Fact]
    public void DeadEnd_IsTold()
    {
        var problems = world.Edit("world/links.geojson", "\"route\": \"balkan\"", "\"route\": \"northern\", \"unposted\": \"test\"").Problems();
        Assert.Contains("world/places.geojson:7:1: /world/places/IRN_TEHRAN: is a dead end: one link leads there, nobody lives or buys there, and loads would be stuck", problems);
    }

    [Fact]
    public void Border_WithoutPost_IsTold_UnlessItIsSaidWhy()
    {
        world.Edit("world/posts.json", "\"reach\": \"border\", \"place\": \"XB_NORTH.RUS\"", "\"reach\": \"interior\", \"place\": \"XB_NORTH.RUS\"");
        Assert.Equal(
            ["world/places.geojson:5:1: /world/links/XB_NORTH:RUS-TJK: crosses the border RUS-TJK and no border post stands at XB_NORTH.RUS or XB_NORTH.TJK; set a post there, or say why there is none ('unposted')"],
            world.Problems());
        Assert.Empty(world.Edit("world/places.geojson", "\"borderDwellDays\": 0.2", "\"borderDwellDays\": 0.2, \"unposted\": \"steppe\"").Problems());
    }

    [Theory]
    [InlineData("market.thetaUsdPerKg=2000")]
    [InlineData("market.smoothingDays=14")]
    public void PriceLoop_ThatSwings_IsRefused(string set) =>
        Assert.Contains("/market/smoothingDays: is ", Assert.Single(world.Problems(sets: [set])), StringComparison.Ordinal);

    [Fact]
    public void PriceLoop_ExpectsTheShortestTimeThatSettles()
    {
        // K = (0.5·22000/18700 + 22000/8000)/0.5 = 6.68; (π − arccos(1/K))/√(K² − 1) = 0.261; 18/0.2608 = 69.02 days.
        var problem = Assert.Single(world.Problems(sets: ["market.smoothingDays=69"]));
        Assert.Contains("(gain 6.7, a trip of 18 days). Expected at least 70,", problem, StringComparison.Ordinal);
        Assert.Empty(world.Problems(sets: ["market.smoothingDays=70"]));
    }

    [Fact]
    public void PriceLoop_IsNoMatter_WhenPricesAreHeld() =>
        Assert.Empty(world.Problems(sets: ["market.smoothingDays=1", "market.priceFactorMinimum=1", "market.priceFactorMaximum=1"]));

    [Fact]
    public void MeasureFaults_AreToldByKindAndId_AtTheirLine()
    {
        var problems = world.ProblemsOf("""
            {"extends": "baseline.json", "measures": {"checkpoint": {"dusti": {"enabled": true,
            "programme": {"sponsor": "USA", "host": "TJJ", "start": "2011-03-01", "leadDays": -1, "end": null, "capitalUsd": 1, "runningUsdPerYear": 3},
            "place": "TJK_DUSHANBEE", "reach": "interior", "agency": "TJK_GUARDS", "officers": 0,
            "legalTrafficPerDay": 100, "processingCapacityPerDay": 200, "lanes": 2, "effort": 1, "equipment": 0.5}}}}
            """);
        Assert.Equal(
            [
                "bad.json:3:10: /measures/checkpoint/dusti/place: no place is called 'TJK_DUSHANBEE'; did you mean 'TJK_DUSHANBE'?",
                "bad.json:3:84: /measures/checkpoint/dusti/officers: is 0; a post has 1 officer or more",
                "bad.json:2:83: /measures/checkpoint/dusti/programme/leadDays: is -1; building takes 0 … 36525 days",
                "bad.json:2:41: /measures/checkpoint/dusti/programme/host: no country is called 'TJJ'; did you mean 'TJK'?",
            ],
            problems);
    }

    [Fact]
    public void Measure_MayUpgradeThePostThatAnotherBuilds() =>
        Assert.Empty(world.ProblemsOf("""
            {"extends": "baseline.json", "measures": {
            "checkpoint": {"dusti": {"enabled": true,
            "programme": {"sponsor": "USA", "host": "TJK", "start": "2010-03-01", "leadDays": 1, "end": null, "capitalUsd": 1, "runningUsdPerYear": 3},
            "place": "TJK_DUSHANBE", "reach": "interior", "agency": "TJK_GUARDS", "officers": 9,
            "legalTrafficPerDay": 100, "processingCapacityPerDay": 200, "lanes": 2, "effort": 1, "equipment": 0.5}},
            "training-centre": {"karatog": {"enabled": true,
            "programme": {"sponsor": "USA", "host": "TJK", "start": "2010-03-01", "leadDays": 1, "end": null, "capitalUsd": 1, "runningUsdPerYear": 3},
            "seatsPerYear": 40, "courseDays": 60, "passRate": 0.9, "counterNarcoticsShare": 0.5, "agencies": {"TJK_GUARDS": true}, "assignment": "busiest-first", "posts": {}}}}}
            """));
}
