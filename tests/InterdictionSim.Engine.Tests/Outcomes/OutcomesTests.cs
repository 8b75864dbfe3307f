using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Tests.Outcomes;

/// <summary>Outcomes of small runs against what they must be by hand.</summary>
public class OutcomesTests
{
    // Runs from 3 March on: 61 days of 2010 come before it.
    private static readonly Programme Programme = new("USA", "TJK", new DateOnly(2010, 2, 1), 30, null, 1_000_000, 365_250);

    [Fact]
    public void OneCrossing_IsOneEffectiveRoute()
    {
        var run = Run.Of(TestScenario.OneRoad(0));
        Assert.Equal(1, run["effective-routes"], 1e-12);
        Assert.Equal(1, run["entry-share.L1"]);
    }

    [Fact]
    public void TwoEqualCrossings_AreTwoEffectiveRoutes()
    {
        var run = Run.Of(TwoRoads.Scenario());
        // About 10,000 trips: the shares have a standard deviation of 0.005, and the entropy loses twice its square.
        Assert.InRange(run["effective-routes"], 1.999, 2);
        Assert.Equal(1, run["entry-share.XB_A"] + run["entry-share.XB_B"], 1e-12);
    }

    [Fact]
    public void ReportedSeizures_AreAShareAndLate()
    {
        var scenario = TestScenario.OneRoad(0.3);
        scenario = scenario with
        {
            Run = scenario.Run with { WarmUpDays = 0, EndDate = new DateOnly(2010, 3, 31) },
            Reporting = new Dictionary<string, ReportingParameters> { ["TJK"] = new(0.5, 10) },
        };
        using var simulation = new Simulation(scenario, 1, 0);
        List<long> seized = [0];
        while (!simulation.IsFinished)
        {
            simulation.Step();
            if (simulation.Tick % 4 == 0)
                seized.Add(simulation.Parts.Ledger.SeizedGrams.Sum());
        }

        // Of the 90 days, what the last ten seized is not out yet.
        var published = Enumerable.Range(0, 80).Sum(day => (seized[day + 1] - seized[day]) / 2);
        var tajikistan = Array.IndexOf(simulation.Parts.Stage.Network.Countries, "TJK");
        Assert.True(published > 0);
        Assert.Equal(published, simulation.Parts.Ledger.ReportedGrams[tajikistan]);
    }

    [Fact]
    public void ACountryThatIsNotNamed_PublishesAllAtOnce()
    {
        var run = Run.Of(TestScenario.OneRoad(0.3));
        Assert.Equal(run["seized.TJK"], run["reported-seized.TJK"], 1e-9);
    }

    [Fact]
    public void AClosedLink_StopsTheSupplyThatNeedsIt()
    {
        var scenario = TwoRoads.Scenario().With(w => w with
        {
            SupplyRoutes =
            [
                new SupplyRoute("north", "North", 70, false, new Dictionary<string, bool> { ["XB_A:AFG-TJK"] = true, ["XB_B:AFG-TJK"] = false }),
                new SupplyRoute("south", "South", 35, true, new Dictionary<string, bool>()),
            ],
        });
        var closure = new BorderClosure(true, Programme, new Dictionary<string, bool> { ["XB_A:AFG-TJK"] = true }, new Dictionary<string, bool>());

        var run = Run.Of(Taking(scenario, closure));

        var north = 70.0 * 61 / 365;
        Assert.Equal(north, run["supply-delivered.north"], 1e-9);
        Assert.Equal(35, run["supply-delivered.south"], 1e-9);
        Assert.Equal(north + 35, run["supply-delivered.total"], 1e-9);
        Assert.Equal(north / (north + 35), run["supply-not-through-pakistan"], 1e-12);
    }

    [Fact]
    public void AClosedSupplyRoute_DeliversNothing()
    {
        var scenario = TestScenario.OneRoad(0).With(w => w with { SupplyRoutes = [new SupplyRoute("north", "North", 70, false, new Dictionary<string, bool>())] });
        var closure = new BorderClosure(true, Programme, new Dictionary<string, bool>(), new Dictionary<string, bool> { ["north"] = true });
        Assert.Equal(70.0 * 61 / 365, Run.Of(Taking(scenario, closure))["supply-delivered.north"], 1e-9);
    }

    [Fact]
    public void ClearedLand_IsThatOfTheLastDay()
    {
        // 10,000 m² every day from 3 March on, taken in each 30 days: 300 of the 303 days.
        var demining = new Demining(true, Programme, 1, 10_000, 365.25, new Dictionary<string, MinedSector> { ["L1"] = new(1, 5) });
        Assert.Equal(3.0, Run.Of(Taking(TestScenario.OneRoad(0), demining))["mined-land-cleared"], 1e-6);
    }

    [Fact]
    public void SpendingByMeasure_IsCapitalAndRunningCost()
    {
        var run = Run.Of(Taking(TestScenario.OneRoad(0.1), new CheckpointUpgrade(true, Programme, new Dictionary<string, bool> { ["POST"] = true }, 1, 0, 1, 0)));
        Assert.Equal(1_000_000 + 304 * 1000, run["spending-by-measure.measure"]);
        Assert.Equal(run["spending-by-measure.measure"], run["spending.total"]);
        Assert.Equal(1_304_000 / (run["seized.TJK"] * 365 / 365.25), run["cost-per-kg-seized"], 1e-6);
    }

    [Fact]
    public void WithoutMeasures_CostsAreNotDefined()
    {
        var run = Run.Of(TestScenario.OneRoad(0.1));
        Assert.Equal(double.NaN, run["cost-per-kg-seized"]);
        Assert.Equal(double.NaN, run["cost-per-fresh-officer"]);
    }

    [Fact]
    public void CostPerFreshOfficer_IsTrainingOverWhatItKeeps()
    {
        var centre = new TrainingCentre(true, Programme, 60, 30, 1, 1, new Dictionary<string, bool> { ["TJK"] = true }, Assignment.Even, new Dictionary<string, bool>());
        var run = Run.Of(Taking(TestScenario.OneRoad(0.1), centre));
        Assert.InRange(run["fresh-equivalents.TJK"], 0.1, run["trained-officers.TJK"]);
        Assert.Equal(run["fresh-equivalents.TJK"], run["fresh-equivalents.total"]);
        Assert.Equal(1_304_000 / run["fresh-equivalents.total"], run["cost-per-fresh-officer"], 1e-6);
        Assert.Equal(10, run["officers.TJK"], 1e-9);
    }

    [Fact]
    public void OneHaul_HasAllOfTheTrade()
    {
        var run = Run.Of(TestScenario.OneRoad(0.1));
        Assert.Equal(run["dispatched"], run["dispatched-by-haul.car"]);
        Assert.Equal(run["delivered.total"], run["delivered-by-haul.car"], 1e-9);
        Assert.Equal(run["seized.TJK"], run["seized-by-haul.car"], 1e-9);
        Assert.Equal(run["seized.TJK"] / run["dispatched"] / 1000, run["loss-rate.car"], 1e-12);
        Assert.Equal(run["revenue.group"], run["revenue.total"]);
    }

    [Fact]
    public void Months_SumUpToTheSpan()
    {
        var scenario = TestScenario.OneRoad(0.1);
        var run = Run.Of(scenario with { Run = scenario.Run with { StartDate = new DateOnly(2010, 1, 15), EndDate = new DateOnly(2010, 4, 10) } });
        var years = 86 / 365.25;
        Assert.Equal([new(2010, 1, 15), new(2010, 2, 1), new(2010, 3, 1), new DateOnly(2010, 4, 1)], run.Layout.Months);
        for (var d = 0; d < run.Layout.Links.Count; d++)
            Assert.Equal(run.Record.LinkKgPerYear[d] * years, Sum(run.Record.Monthly.Link, d, run.Layout.Links.Count), 0.01);
        Assert.Equal(run["seized.TJK"] * years, Sum(run.Record.Monthly.Post, 0, 1), 0.01);
        Assert.Equal(run["delivered.total"] * 1000 * years, Sum(run.Record.Monthly.Market, 0, 1), 0.01);
        Assert.Equal(new PostSite("POST", "TJK_BANK", "TJK"), Assert.Single(run.Layout.Posts));
        Assert.Equal(new MarketSite("RUS_MARKET", "group"), Assert.Single(run.Layout.Markets));
    }

    private static double Sum(float[] kg, int column, int width) => Enumerable.Range(0, kg.Length / width).Sum(month => (double)kg[month * width + column]);

    private static Scenario Taking(Scenario scenario, IMeasure measure) => scenario with { Measures = new Dictionary<string, IMeasure> { ["measure"] = measure } };

    private sealed record Run(RunLayout Layout, RunRecord Record)
    {
        public double this[string outcome] => Record.Outcomes[Layout.OutcomeIndex(outcome)];

        public static Run Of(Scenario scenario)
        {
            using var simulation = new Simulation(scenario, 1, 0);
            return new(simulation.Layout, simulation.RunToEnd());
        }
    }
}
