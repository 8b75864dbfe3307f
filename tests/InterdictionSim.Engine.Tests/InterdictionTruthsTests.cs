namespace InterdictionSim.Engine.Tests;

public class InterdictionTruthsTests
{
    [Fact]
    public void CertainDetection_SeizesEverything()
    {
        var (seized, delivered, _) = Run(TestScenario.OneRoad(1));
        Assert.True(seized > 0);
        Assert.Equal(0, delivered);
    }

    [Fact]
    public void NoDetection_SeizesNothing()
    {
        var (seized, delivered, _) = Run(TestScenario.OneRoad(0));
        Assert.Equal(0, seized);
        Assert.True(delivered > 0);
    }

    [Fact]
    public void EverybodyProtected_SeizesNothing()
    {
        var scenario = TestScenario.OneRoad(1);
        var (seized, _, _) = Run(scenario with { Control = scenario.Control.ToDictionary(c => c.Key, c => c.Value with { ProtectedShare = 1 }) });
        Assert.Equal(0, seized);
    }

    [Fact]
    public void EverybodyBribed_SeizesNothingAndOfficersArePaid()
    {
        var scenario = TestScenario.OneRoad(1);
        var bribed = scenario with { Control = scenario.Control.ToDictionary(c => c.Key, c => c.Value with { BribeAccepted = 1 }) };
        using var simulation = new Simulation(bribed, 1, 0);
        simulation.RunToEnd();
        Assert.Equal(0, simulation.Parts.Ledger.SeizedGrams.Sum());
        Assert.True(simulation.Parts.Ledger.BribeCents > 0);
    }

    [Fact]
    public void OnePostOfProbabilityP_SeizesP()
    {
        // The market lies in the bank's country, so that the post is met once.
        var scenario = TestScenario.OneRoad(0.2).Unresponsive().With(w => w with
        {
            Places = [.. w.Places.Select(p => p with { Country = p.Id == "RUS_MARKET" ? "TJK" : p.Country })],
        });
        scenario = scenario with { Fleet = scenario.Fleet with { Traffickers = new Dictionary<string, double> { ["heroin"] = 20_000 } } };
        var (seized, delivered, events) = Run(scenario);
        var share = seized / (double)(seized + delivered);
        // Some 75,000 trips end: sigma of the share of kilograms is 0.0017, with loads of a relative sd of 0.5.
        Assert.InRange(events, 10_000, 30_000);
        Assert.Equal(0.2, share, 0.006);
    }

    [Fact]
    public void ExpectedSeizures_AreTheMeanOfTheRealised()
    {
        var scenario = TestScenario.OneRoad(0.1);
        double realised = 0, expected = 0;
        for (var replication = 0; replication < 10; replication++)
        {
            using var simulation = new Simulation(scenario, 3, replication);
            simulation.RunToEnd();
            realised += simulation.Parts.Ledger.SeizedGrams.Sum();
            expected += simulation.Parts.Ledger.ExpectedSeizedGrams.Aggregate(0.0, (sum, x) => sum + x / InterdictionSim.Engine.Interdiction.InspectionTable.ExpectedUnitsPerGram);
        }

        // Some 13,000 seizures: sigma of the ratio is 0.01.
        Assert.Equal(1.0, realised / expected, 0.035);
    }

    [Fact]
    public void TheArrested_AreReplacedAfterTheRecruitingDelay()
    {
        using var simulation = new Simulation(TestScenario.OneRoad(1).Unresponsive(), 1, 0);
        simulation.RunToEnd();
        // All trips are lost, yet the trade goes on: a slot is filled again after turnaround, trip and delay, about 92 days.
        Assert.InRange(simulation.Parts.Ledger.Trips.Sum(), 3 * 2000, 6 * 2000);
    }

    private static (long SeizedGrams, long DeliveredGrams, long Seizures) Run(Scenario scenario)
    {
        using var simulation = new Simulation(scenario, 1, 0);
        simulation.RunToEnd();
        return (simulation.Parts.Ledger.SeizedGrams.Sum(), simulation.Parts.Ledger.DeliveredGrams.Sum(), simulation.Parts.Ledger.Seizures.Sum());
    }
}
