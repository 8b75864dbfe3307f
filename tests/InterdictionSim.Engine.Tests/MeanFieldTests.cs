namespace InterdictionSim.Engine.Tests;

/// <summary>
/// The engine against its own mean-field: an absorbing chain with survival over the same tables, computed apart from the hot loop.
/// </summary>
public class MeanFieldTests
{
    [Fact]
    public void FlowsAndSeizures_AgreeWithTheAbsorbingChain()
    {
        var scenario = TwoRoads();
        const int Replications = 20;
        var flows = new List<double[]>();
        var seized = new List<double>();
        double[] expectedShare = [];
        var expectedSeized = 0.0;
        for (var replication = 0; replication < Replications; replication++)
        {
            using var simulation = new Simulation(scenario, 11, replication);
            (expectedShare, expectedSeized) = MeanField(simulation);
            simulation.RunToEnd();
            var network = simulation.Parts.Stage.Network;
            var arrived = simulation.Parts.Ledger.DeliveredGrams.Sum() + simulation.Parts.Ledger.SeizedGrams.Sum();
            flows.Add([.. Enumerable.Range(0, network.DirectedLinks).Select(d => simulation.Parts.Tallies.Sum(t => t.Traffic[d].Grams) / (double)simulation.Parts.Ledger.DispatchedGrams.Sum())]);
            seized.Add(simulation.Parts.Ledger.SeizedGrams.Sum() / (double)arrived);
        }

        for (var d = 0; d < expectedShare.Length; d++)
            AssertWithinThreeErrors(expectedShare[d], [.. flows.Select(f => f[d])], underWay: 0.006);
        AssertWithinThreeErrors(expectedSeized, [.. seized], underWay: 0.002);
    }

    // Share of dispatched mass that passes each link, and share that is lost, by following the mass through the choice table in order of the market's approach.
    internal static (double[] LinkShare, double Lost) MeanField(Simulation simulation)
    {
        var stage = simulation.Parts.Stage;
        var network = stage.Network;
        var share = new double[network.DirectedLinks];
        var mass = new double[network.Places.Length];
        var lost = 0.0;
        var band = stage.Bands.Single();
        mass[band.Homes[0]] = 1;
        foreach (var place in simulation.Parts.Orientations.Tables[band.Tables[0]].Places.Reverse())
        {
            for (var d = network.First[place]; d < network.First[place + 1]; d++)
            {
                var flow = mass[place] * simulation.Parts.Choice.Probability(band.Tables[0], d);
                var loss = simulation.Parts.Posts.Table.LossProbability(d, band.LoadClasses[0]);
                share[d] += flow;
                lost += flow * loss;
                mass[network.Head[d]] += flow * (1 - loss);
            }
        }

        return (share, lost);
    }

    private static void AssertWithinThreeErrors(double expected, double[] values, double underWay)
    {
        var mean = values.Average();
        var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length);
        // Loads still under way at the end have passed only part of their links; underWay bounds their share.
        Assert.InRange(mean, expected - 3 * error - underWay - 1e-12, expected + 3 * error + underWay + 1e-12);
    }

    private static Scenario TwoRoads()
    {
        var scenario = TestScenario.Create(
            [
                TestScenario.Place("AFG_HOME", "AFG", PlaceKind.Source), TestScenario.Place("TJK_A", "TJK"), TestScenario.Place("UZB_B", "UZB"), TestScenario.Place("KAZ_C", "KAZ"),
                TestScenario.Place("RUS_MARKET", "RUS", PlaceKind.Market),
            ],
            [
                TestScenario.Road("1", "AFG_HOME", "TJK_A", 0.2), TestScenario.Road("2", "AFG_HOME", "UZB_B", 0.3), TestScenario.Road("3", "TJK_A", "UZB_B", 0.2),
                TestScenario.Road("4", "TJK_A", "KAZ_C", 0.5), TestScenario.Road("5", "UZB_B", "KAZ_C", 0.4), TestScenario.Road("6", "KAZ_C", "RUS_MARKET", 0.2),
            ],
            [
                TestScenario.Post("A", "TJK_A", "TJK", 0.05), TestScenario.Post("B", "UZB_B", "UZB", 0.08), TestScenario.Post("C", "KAZ_C", "KAZ", 0.03, PostReach.Interior),
                TestScenario.Post("M", "RUS_MARKET", "RUS", 0.1),
            ]).Unresponsive();
        return scenario with
        {
            Fleet = scenario.Fleet with { StagingDaysPerPlace = 0.2 },
            Run = scenario.Run with { WarmUpDays = 0 },
            Commodities = new Dictionary<string, Commodity> { ["heroin"] = new(200, 7, 1) },
        };
    }
}
