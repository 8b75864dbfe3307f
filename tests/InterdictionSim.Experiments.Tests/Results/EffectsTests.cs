using InterdictionSim.Engine;
using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Experiments.Tests.Results;

/// <summary>Effects of a policy on outcomes that are given: two crossings, three pairs.</summary>
public class EffectsTests
{
    private static readonly RunLayout layout = new(
        new DateOnly(2010, 1, 1),
        [new("delivered.RUS", "t/yr", Direction.Down, "Sold."), new("seized.TJK", "kg/yr", Direction.Up, "Seized."), new("militants-income", "USD/yr", Direction.Down, "Paid."), new("spending.total", "USD", Direction.Down, "Spent.")],
        [],
        [new("XB_A:AFG-TJK", "A.AFG", "A.TJK"), new("XB_B:AFG-TJK", "B.AFG", "B.TJK")]);

    private static readonly Effects effects = Measured();

    [Theory]
    [InlineData("kg-averted.RUS", 2000, Verdict.NotYetClear)]
    [InlineData("kg-seized-more.TJK", 100, Verdict.Better)]
    [InlineData("militants-income-change", 50, Verdict.Worse)]
    [InlineData("displaced-kg.XB_A", -10, Verdict.Less)]
    [InlineData("displaced-kg.XB_B", 0, Verdict.Unchanged)]
    [InlineData("time-to-adapt", double.NaN, Verdict.NotYetClear)]
    public void AVerdict_IsNeverStrongerThanItsInterval(string name, double mean, Verdict verdict)
    {
        var effect = effects.All.Single(e => e.Name == name);

        Assert.Equal(mean, effect.Mean, 1e-9);
        Assert.Equal(verdict, effect.Verdict);
    }

    [Fact]
    public void CostsPerKilogram_AreRatiosOfMeans()
    {
        var seized = effects.All.Single(e => e.Contrast == "cost-per-kg-seized-more");
        var averted = effects.All.Single(e => e.Contrast == "cost-per-kg-averted");

        // 365 of the 365.25 days of a year.
        Assert.Equal(1000 / (100 * 365 / 365.25), seized.Mean, 1e-9);
        Assert.True(seized is { IsRatio: true, IsBounded: true, Verdict: Verdict.Described });
        Assert.True(averted is { IsBounded: false, Verdict: Verdict.NotYetClear });
        Assert.Equal(1000 / (2000 * 365 / 365.25), averted.Mean, 1e-9);
    }

    [Fact]
    public void AReplicationThatIsMissing_MakesNoPair()
    {
        var comparison = effects.Pairs[0].Comparison;

        var two = Effects.Of(comparison, [.. effects.Pairs.Select(p => p.With)], [.. effects.Pairs.Skip(1).Select(p => p.Without)]);

        Assert.Equal([1, 2], two.Pairs.Select(p => p.With.Replication));
        Assert.Equal(2, two.All.Single(e => e.Name == "kg-seized-more.TJK").Count);
        Assert.Empty(Effects.Of(comparison, [], []).All);
    }

    [Fact]
    public void Tables_HoldTheEffectsAndTheirValuesByPair()
    {
        var tables = EffectTables.Of(effects).ToDictionary(t => t.Path, t =>
        {
            using var writer = new StringWriter();
            CsvTable.Write(t, writer);
            return writer.ToString().Split('\n');
        });

        Assert.Equal("scenario,contrast,key,unit,mean,low,high,n,verdict", tables["effects"][0]);
        Assert.Equal(effects.All.Count + 2, tables["effects"].Length);
        Assert.Contains(tables["effects"], row => row.StartsWith("effects,kg-seized-more,TJK,kg/yr,100,", StringComparison.Ordinal) && row.EndsWith(",3,better", StringComparison.Ordinal));
        Assert.Equal("scenario,point_id,replication_id,contrast,key,amount,per", tables["runs/effects-0"][0]);
        Assert.Contains("effects,0,2,displaced-kg,XB_A,-11,1", tables["runs/effects-0"]);
    }

    private static Effects Measured()
    {
        var scenario = Scenario();
        var comparison = new Comparison(scenario, layout, layout);
        RunRecord Run(int replication, double tonnes, double seized, double income, double spent, double a) =>
            new(replication, [tonnes, seized, income, spent], [], [a, 100]);
        RunRecord[] without = [Run(0, 80, 900, 1000, 0, 50), Run(1, 80, 900, 1000, 0, 50), Run(2, 80, 900, 1000, 0, 50)];
        // Averted: 5, −3 and 4 tonnes. Seized more: 95, 100 and 105 kg. Fewer by the first crossing: 9, 10 and 11 kg.
        RunRecord[] with = [Run(0, 75, 995, 1049, 1000, 41), Run(1, 83, 1000, 1050, 1000, 40), Run(2, 76, 1005, 1051, 1000, 39)];
        return Effects.Of(comparison, with, without);
    }

    private static Scenario Scenario()
    {
        using var small = new Scenarios.SmallWorld();
        var scenario = small.Load().Scenario;
        Place Place(string id) => new(id, id, id.Split('.')[1], PlaceKind.City, 0, 0);
        return scenario with
        {
            Name = "effects",
            Run = scenario.Run with { StartDate = new(2010, 1, 1), EndDate = new(2010, 12, 31) },
            World = scenario.World with { Places = [.. scenario.World.Places, Place("A.AFG"), Place("A.TJK"), Place("B.AFG"), Place("B.TJK")] },
        };
    }
}
