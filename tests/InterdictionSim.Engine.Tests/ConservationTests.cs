using CsCheck;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Tests;

public class ConservationTests
{
    private static readonly Gen<Scenario> RandomScenarios =
        from loss in Gen.Double[0, 1]
        from bribe in Gen.Double[0, 1]
        from protectedShare in Gen.Double[0, 1]
        from recruiting in Gen.Double[1, 60]
        from turnaround in Gen.Double[5, 100]
        from tickHours in Gen.Int[0, 4].Select(i => new[] { 1, 3, 6, 12, 24 }[i])
        from stock in Gen.Int[0, 2].Select(i => new[] { 0.001, 0.5, 12000.0 }[i])
        from theta in Gen.Double[1, 300]
        select Build(loss, bribe, protectedShare, recruiting, turnaround, tickHours, stock, theta);

    [Fact]
    public void KilogramsAndDollars_BalanceExactlyAtEveryTick() =>
        RandomScenarios.Sample(scenario =>
        {
            using var simulation = new Simulation(scenario, 5, 2, threads: 1);
            for (var tick = 0; tick < 120 * scenario.Run.TicksPerDay && !simulation.IsFinished; tick++)
            {
                simulation.Step();
                AssertBalanced(simulation);
            }
        }, iter: 25);

    private static void AssertBalanced(Simulation simulation)
    {
        var ledger = simulation.Parts.Ledger;
        ledger.Collect(simulation.Parts.Stage, simulation.Parts.Tallies);
        var sent = ledger.DispatchedGrams.Sum();
        Assert.Equal(sent, ledger.DeliveredGrams.Sum() + ledger.SeizedGrams.Sum() + simulation.UnderWayGrams("heroin"));
        Assert.Equal(simulation.Parts.Stock.OpeningGrams + simulation.Parts.Stock.HarvestedGrams, simulation.Parts.Stock.Grams + simulation.Parts.Stock.DrawnGrams);
        Assert.Equal(7 * sent, simulation.Parts.Stock.DrawnGrams);
        Assert.True(simulation.Parts.Stock.Grams >= 0);
        Assert.Equal(0, ledger.Money.Sum);
        Assert.Equal(-ledger.RevenueCents.Sum(), ledger.Money[Account.Buyers]);
        var traffickers = simulation.Parts.Stage.Bands.Sum(b => b.Traffickers);
        var home = simulation.Parts.Stage.Bands.Sum(b => simulation.Parts.Dispatch.Idle(b.Index) + simulation.Parts.Dispatch.Arrested(b.Index));
        Assert.Equal(traffickers, home + simulation.Parts.Calendars.Sum(c => c.Sum(_ => 1)));
    }

    private static Scenario Build(
        double loss, double bribe, double protectedShare, double recruiting, double turnaround, int tickHours, double stock, double theta)
    {
        var scenario = TestScenario.Create(
            [
                TestScenario.Place("AFG_HOME", "AFG", PlaceKind.Source), TestScenario.Place("TJK_A", "TJK"), TestScenario.Place("TJK_B", "TJK"),
                TestScenario.Place("KAZ_C", "KAZ"), TestScenario.Place("RUS_MARKET", "RUS", PlaceKind.Market),
            ],
            [
                TestScenario.Road("1", "AFG_HOME", "TJK_A", 0.4), TestScenario.Road("2", "AFG_HOME", "TJK_B", 2), TestScenario.Road("3", "TJK_A", "TJK_B", 0.1),
                TestScenario.Road("4", "TJK_A", "KAZ_C", 3) with { ClosedMonths = [2] }, TestScenario.Road("5", "TJK_B", "KAZ_C", 1) with { WinterMonths = [1, 2], WinterCapacityFactor = 0.3 },
                TestScenario.Road("6", "KAZ_C", "RUS_MARKET", 1),
            ],
            [TestScenario.Post("A", "TJK_A", "TJK", loss), TestScenario.Post("C", "KAZ_C", "KAZ", loss / 2, PostReach.Interior), TestScenario.Post("M", "RUS_MARKET", "RUS", loss / 3)]);
        return scenario with
        {
            Run = scenario.Run with { TickHours = tickHours, StartDate = new DateOnly(2010, 1, 20), WarmUpDays = 15 },
            Fleet = scenario.Fleet with { Traffickers = new Dictionary<string, double> { ["heroin"] = 300 }, TurnaroundDays = turnaround, RecruitingDelayDays = recruiting },
            Control = scenario.Control.ToDictionary(c => c.Key, c => c.Value with { BribeAccepted = bribe, ProtectedShare = protectedShare }),
            Supply = scenario.Supply with { StockTonnes = stock },
            Commodities = new Dictionary<string, Commodity> { ["heroin"] = new(theta, 7, 1) },
        };
    }
}
