using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Tests.Scenarios;

public sealed class WorldTests : IDisposable
{
    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Crossing_BecomesOnePlacePerBank_JoinedByACrossingLink()
    {
        var read = world.Load().Scenario.World;
        Assert.Equal(
            ["AFG_KUNDUZ", "RUS_MOSCOW", "TJK_DUSHANBE", "XB_NORTH.RUS", "XB_NORTH.TJK", "XB_SHERKHAN.AFG", "XB_SHERKHAN.TJK"],
            read.Places.Select(p => p.Id));
        Assert.Equal("TJK", read.Places.Single(p => p.Id == "XB_SHERKHAN.TJK").Country);
        var bridge = read.Links.Single(l => l.Id == "XB_SHERKHAN:AFG-TJK");
        Assert.Equal(("XB_SHERKHAN.AFG", "XB_SHERKHAN.TJK", LinkMode.Crossing), (bridge.From, bridge.To, bridge.Mode));
        Assert.Equal((0, 0, 0.5, 0.25), (bridge.LengthKm, bridge.TravelDays, bridge.BorderDwellDays, bridge.MinedFraction));
        Assert.Contains(read.Links, l => l.Id == "XB_NORTH:RUS-TJK");
    }

    [Fact]
    public void Links_RunOnTheBankOfTheirOtherEnd_OrOnTheBankTheyName()
    {
        var links = world.Load().Scenario.World.Links.ToDictionary(l => l.Id);
        Assert.Equal(("AFG_KUNDUZ", "XB_SHERKHAN.AFG"), (links["L1"].From, links["L1"].To));
        Assert.Equal(("XB_SHERKHAN.TJK", "TJK_DUSHANBE"), (links["L2"].From, links["L2"].To));
        Assert.Equal(("XB_SHERKHAN.TJK", "XB_NORTH.TJK"), (links["L6"].From, links["L6"].To));
        Assert.Equal([1, 2], links["L2"].ClosedMonths);
        Assert.Equal((1, 0), (links["L1"].WinterCapacityFactor, links["L1"].ClosedMonths.Count));
    }

    [Fact]
    public void Crossing_OfThreeCountries_JoinsEveryPairOfBanks()
    {
        world.Edit("world/places.geojson", "\"countries\": [\"TJK\", \"AFG\"]", "\"countries\": [\"TJK\", \"AFG\", \"UZB\"]")
            .Edit("world/links.geojson", "\"features\": [", """
                "features": [
                {"type": "Feature", "id": "L0", "geometry": {"type": "LineString", "coordinates": []}, "properties": {"from": "TJK_DUSHANBE", "to": "XB_SHERKHAN", "bank": "UZB", "mode": "road", "lengthKm": 400, "travelDays": 1, "route": "northern", "unposted": "test"}},
                """)
            .Edit("world/places.geojson", "\"minedFraction\": 0.25", "\"minedFraction\": 0.25, \"unposted\": \"test\"");
        var joins = world.Load().Scenario.World.Links.Where(l => l.Mode == LinkMode.Crossing && l.Id.StartsWith("XB_SHERKHAN:", StringComparison.Ordinal));
        Assert.Equal(["XB_SHERKHAN:AFG-TJK", "XB_SHERKHAN:AFG-UZB", "XB_SHERKHAN:TJK-UZB"], joins.Select(l => l.Id));
    }

    [Fact]
    public void Crossing_HasThePriceOfItsPlace_UnlessABankHasItsOwn()
    {
        var prices = world.Load().Scenario.World.Prices.ToDictionary(p => p.Place, p => p.UsdPerKg);
        Assert.Equal((3000, 3500), (prices["XB_SHERKHAN.AFG"], prices["XB_SHERKHAN.TJK"]));
    }

    [Fact]
    public void OtherRoutes_AndPlacesWithoutALink_AreLeftOut()
    {
        var read = world.Load().Scenario.World;
        Assert.DoesNotContain(read.Places, p => p.Id == "IRN_TEHRAN");
        Assert.DoesNotContain(read.Links, l => l.Id == "L5");
        Assert.DoesNotContain(read.Prices, p => p.Place == "IRN_TEHRAN");
    }

    [Theory]
    [InlineData("\"bank\": \"TJK\", ", "", "world/links.geojson:7:102: /world/links/L6/bank: is missing; a link between two crossings says on which bank it runs (AFG or TJK)")]
    [InlineData("\"bank\": \"TJK\"", "\"bank\": \"UZB\"", "world/links.geojson:7:152: /world/links/L6/bank: UZB has no bank at XB_SHERKHAN; expected AFG or TJK")]
    [InlineData("\"from\": \"AFG_KUNDUZ\", \"to\": \"XB_SHERKHAN\"", "\"from\": \"AFG_KUNDUS\", \"to\": \"XB_SHERKHAN\"", "world/links.geojson:2:111: /world/links/L1/from: no place is called 'AFG_KUNDUS'; did you mean 'AFG_KUNDUZ'?")]
    [InlineData("\"travelDays\": 9, \"route\": \"northern\"", "\"travelDays\": 9, \"route\": \"nothern\"", "world/links.geojson:7:229: /world/links/L6/route: is 'nothern'; did you mean 'northern'?")]
    [InlineData("\"id\": \"L2\"", "\"id\": \"L1\"", "world/links.geojson:3:102: /world/links/L1: is there twice")]
    public void Links_ThatLeadNowhere_AreTold(string old, string with, string expected) =>
        Assert.Contains(expected, world.Edit("world/links.geojson", old, with).Problems());

    [Fact]
    public void Town_OfTwoCountries_IsTold() =>
        Assert.Contains(
            world.Edit("world/places.geojson", "\"countries\": [\"AFG\"]", "\"countries\": [\"AFG\", \"TJK\"]").Problems(),
            p => p.EndsWith("/world/places/AFG_KUNDUZ/countries: expected one country, or those of all banks of a crossing", StringComparison.Ordinal));

    [Fact]
    public void Feature_WithoutPoint_IsTold() =>
        Assert.Equal(
            ["world/places.geojson:4:55: /world/places/TJK_DUSHANBE/geometry: expected a Point with coordinates"],
            world.Edit("world/places.geojson", "\"type\": \"Point\", \"coordinates\": [68.78, 38.54]", "\"type\": \"Polygon\", \"coordinates\": []").Problems()
                .Where(p => p.Contains("geometry", StringComparison.Ordinal)));
}
