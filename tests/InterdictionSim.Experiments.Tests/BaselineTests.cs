using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests;

/// <summary>The shipped baseline: levels near the published ones before any fit, and the engine against its own mean-field on the real network.</summary>
public class BaselineTests
{
    private static readonly Scenario Baseline = ScenarioLoader.Load(Docs.Repository.Baseline, [], []).Scenario;

    [Fact]
    public void TheStartingTable_LandsNearThePublishedLevels()
    {
        // Two replications of 2010 are enough: expected seizures vary by a few per cent between replications, and the ranges are wide.
        var scenario = Baseline with { Run = Baseline.Run with { EndDate = new DateOnly(2010, 12, 31) } };
        var outcomes = Enumerable.Range(0, 2).Select(replication => Outcomes(scenario, replication)).ToArray();
        Assert.InRange(outcomes.Average(o => o["heroin-inflow@2010"]), 60, 120);
        Assert.InRange(outcomes.Average(o => o["inflow-share.TJK@2010"]), 0.70, 0.95);
        Assert.InRange(outcomes.Average(o => o["expected-seized.five-states@2010"] / o["heroin-inflow@2010"] / 1000), 0.01, 0.06);
    }

    [Fact]
    public void TheHeadlineSeries_AreFewEnoughToStoreByDay()
    {
        using var simulation = new Simulation(Baseline, 1, 0);
        Assert.InRange(simulation.Layout.Daily.Count, 1, 40);
    }

    [Fact]
    public void APolicy_SharesTheDrawsOfAllThatItDoesNotTouch()
    {
        // Before anything of the programme is built, the runs are the same to the bit.
        var programme = ScenarioLoader.Load(Docs.Repository.Find("scenarios/policies/checkpoint-programme.json"), [], []).Scenario;
        var end = new DateOnly(2010, 6, 30);
        var without = Outcomes(Baseline with { Run = Baseline.Run with { EndDate = end } }, 0);
        var with = Outcomes(programme with { Run = programme.Run with { EndDate = end } }, 0);
        Assert.All(without, outcome => Assert.Equal(outcome.Value, with[outcome.Key]));
    }

    // T16 on the real network: all believe the truth, prices and attention are held, and no season turns between June and October.
    [Fact]
    public void EntriesAndSeizures_AgreeWithTheMeanFieldOnTheSameTables()
    {
        var scenario = Baseline with
        {
            Run = Baseline.Run with { StartDate = new DateOnly(2010, 8, 1), WarmUpDays = 61, EndDate = new DateOnly(2010, 10, 31) },
            Learning = Baseline.Learning with { Rule = "informed" },
            Market = Baseline.Market with { PriceFactorMinimum = 1, PriceFactorMaximum = 1 },
            Vigilance = Baseline.Vigilance with { MissAtNone = 0 },
            Dispatch = Baseline.Dispatch with { ReadinessElasticity = 0, DeterrenceFloor = 1 },
        };
        const int Replications = 12;
        var entries = new List<Dictionary<string, double>>();
        var seized = new List<Dictionary<string, double>>();
        for (var replication = 0; replication < Replications; replication++)
        {
            using var simulation = new Simulation(scenario, 4, replication);
            // Until as much is under way as arrives; then what enters and ends in the window belongs to what leaves in it.
            while (simulation.Day < scenario.Run.StartDate)
                simulation.Step();
            var before = MeanField.Counted(simulation);
            simulation.Run(TestContext.Current.CancellationToken);
            var after = MeanField.Counted(simulation);
            var expected = MeanField.Of(simulation);
            // Ways that hardly anybody takes have no standard error to speak of.
            var dispatched = after.Dispatched - before.Dispatched;
            entries.Add(expected.Entries.Where(e => e.Value > 0.002).ToDictionary(e => e.Key, e => (after.Entries[e.Key] - before.Entries[e.Key]) / dispatched - e.Value));
            seized.Add(expected.Seized.Where(e => e.Value > 0.0005).ToDictionary(e => e.Key, e => (after.Seized[e.Key] - before.Seized[e.Key]) / dispatched - e.Value));
        }

        AssertNoDifference(entries);
        AssertNoDifference(seized);
    }

    private static void AssertNoDifference(List<Dictionary<string, double>> differences)
    {
        var scores = new List<double>();
        foreach (var key in differences[0].Keys)
        {
            var values = differences.Select(d => d[key]).ToArray();
            var mean = values.Average();
            var error = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length);
            if (error > 0)
                scores.Add(mean / error);
        }

        Assert.NotEmpty(scores);
        var told = string.Join(" ", differences[0].Keys.Select(key => $"{key} {differences.Average(d => d[key]):E1}")) + " | " + string.Join(" ", scores.Select(s => $"{s:F1}"));
        // Three standard errors are 4.3 of Student's t with 11 degrees of freedom at one in a thousand; a couple of dozen shares are compared.
        Assert.True(scores.TrueForAll(score => Math.Abs(score) < 4.3), told);
        Assert.True(scores.Average(s => s * s) < 3, told);
    }

    private static Dictionary<string, double> Outcomes(Scenario scenario, int replication)
    {
        using var simulation = new Simulation(scenario, 1, replication);
        RunRecord record = simulation.Run(TestContext.Current.CancellationToken);
        return simulation.Layout.Outcomes.Select((o, i) => (o.Name, record.Outcomes[i])).ToDictionary(o => o.Name, o => o.Item2);
    }
}
