namespace InterdictionSim.Engine.Tests.Trafficking;

public class RouteChoiceTests
{
    // Home → A → market and home → B → market; a road A → B too. Only kilometres cost: 1 USD/kg/km.
    private static Scenario Diamond(double theta)
    {
        var scenario = TestScenario.Create(
            [.. new[] { "AFG_HOME", "A", "B" }.Select(id => TestScenario.Place(id, "AFG")), TestScenario.Place("RUS_MARKET", "AFG", PlaceKind.City)],
            [
                TestScenario.Road("1", "AFG_HOME", "A", 1, 100), TestScenario.Road("2", "AFG_HOME", "B", 1.5, 130), TestScenario.Road("3", "A", "B", 0.1, 10),
                TestScenario.Road("4", "A", "RUS_MARKET", 2, 90), TestScenario.Road("5", "B", "RUS_MARKET", 1, 60),
            ],
            []).Unresponsive();
        return scenario with
        {
            Commodities = new Dictionary<string, Commodity> { ["heroin"] = new(theta, 7, 1) },
            Cost = scenario.Cost with
            {
                UsdPerKgKm = scenario.Cost.UsdPerKgKm.ToDictionary(c => c.Key, _ => 1.0),
                HandlingUsdPerKg = 0,
                InterestPerYear = 0,
            },
            Hauls = scenario.Hauls.ToDictionary(h => h.Key, h => h.Value with { CrewPayUsdPerDay = 0 }),
        };
    }

    [Theory]
    [InlineData(20.0)]
    [InlineData(60.0)]
    [InlineData(500.0)]
    public void Probabilities_MatchTheNetworkSolvedByHand(double theta)
    {
        using var simulation = new Simulation(Diamond(theta), 1, 0);
        // z at B, then at A (market or B), then at home.
        double zB = Math.Exp(-60 / theta), zA = Math.Exp(-90 / theta) + Math.Exp(-10 / theta) * zB;
        double viaA = Math.Exp(-100 / theta) * zA, viaB = Math.Exp(-130 / theta) * zB;
        Assert.Equal(viaA / (viaA + viaB), Probability(simulation, "AFG_HOME", "A"), 1e-9);
        Assert.Equal(Math.Exp(-90 / theta) / zA, Probability(simulation, "A", "RUS_MARKET"), 1e-9);
        double costA = (Math.Exp(-90 / theta) * 90 + Math.Exp(-10 / theta) * zB * 70) / zA;
        Assert.Equal((viaA * (100 + costA) + viaB * 190) / (viaA + viaB), simulation.Parts.Routes.HomeCost[0], 1e-9);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(1e-3)]
    [InlineData(1e-9)]
    public void AsTheScaleFalls_AllTakeTheCheapestAdmissiblePath(double theta)
    {
        using var simulation = new Simulation(Diamond(theta), 1, 0);
        // 170 by A and B, 190 by A or by B alone.
        Assert.Equal(1.0, Probability(simulation, "AFG_HOME", "A"), 1e-8);
        Assert.Equal(1.0, Probability(simulation, "A", "B"), 1e-8);
        Assert.Equal(170.0, simulation.Parts.Routes.HomeCost[0], 1e-6);
    }

    [Fact]
    public void PerceivedLoss_CompoundsOverThePostsOfATrip()
    {
        using var simulation = new Simulation(TestScenario.OneRoad(0.1).Unresponsive(), 1, 0);
        // Into the bank's country 0.1; out of it, over the market's border, half as much is searched at the same post.
        Assert.Equal(1 - 0.9 * 0.95, simulation.Parts.Routes.HomeLoss[0], 1e-6);
    }

    private static double Probability(Simulation simulation, string from, string to)
    {
        var network = simulation.Parts.Stage.Network;
        var d = Enumerable.Range(0, network.DirectedLinks).Single(d => network.Tail[d] == network[from] && network.Head[d] == network[to]);
        return simulation.Parts.Choice.Probability(0, d);
    }
}
