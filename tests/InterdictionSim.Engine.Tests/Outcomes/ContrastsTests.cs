using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tests.Outcomes;

public class ContrastsTests
{
    // Runs from 3 March on.
    private static readonly Programme Programme = new("USA", "TJK", new DateOnly(2010, 2, 1), 30, null, 1_000_000, 365_250);
    private static readonly CheckpointUpgrade Upgrade = new(true, Programme, Ids("POST_A"), 8, 0, 1, 0);

    [Fact]
    public void EveryContrast_HasAUnitAndOneLineOfMeaning() =>
        Assert.All(Catalog.Kinds<IContrast>().Values.Select(kind => (IContrast)Activator.CreateInstance(kind)!), contrast =>
        {
            Assert.True(contrast.GetType() is { IsSealed: true, IsPublic: true });
            Assert.NotEmpty(contrast.Unit);
            Assert.EndsWith(".", contrast.Meaning);
            Assert.DoesNotContain('\n', contrast.Meaning);
        });

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1000)]
    public void AMeasureThatNeverRuns_HasNoEffect(bool enabled, int leadDays)
    {
        var pair = Simulated(TwoRoads.Scenario(), Upgrade with { Enabled = enabled, Programme = Programme with { LeadDays = leadDays, CapitalUsd = 0 } });
        foreach (var (kind, type) in Catalog.Kinds<IContrast>())
        {
            var contrast = (IContrast)Activator.CreateInstance(type)!;
            Assert.All(contrast.Measure(pair), value => Assert.True(contrast.IsRatio || kind == "time-to-adapt" ? double.IsNaN(value.Value) : value.Value == 0, $"{kind} {value}"));
        }
    }

    [Fact]
    public void Treated_AreTheCrossingsWhoseLinksOrPostsChange()
    {
        var world = TwoRoads.Scenario();
        Assert.Equal(["XB_A"], Treated(world, Upgrade));
        Assert.Equal(["XB_B"], Treated(world, new BorderClosure(true, Programme, Ids("XB_B:AFG-TJK"), Ids())));
        Assert.Equal(["XB_A"], Treated(world, new Checkpoint(true, Programme, "TJK_A", PostReach.Border, "TJK", 10, 100, 100, 1, 1, 1)));
        Assert.Equal(["XB_A", "XB_B"], Treated(world, Centre));
        Assert.Empty(Treated(world, Centre with { CounterNarcoticsShare = 0 }));
        Assert.Empty(Treated(world, new BorderClosure(true, Programme, Ids("NORTH_A"), Ids())));
        Assert.Empty(Treated(world, new CheckpointUpgrade(true, Programme, Ids("POST_A"), 1, 0, 1, 0)));
    }

    [Fact]
    public void BalloonShare_IsOneLessTheFallOfDispatchOverWhatWasLost()
    {
        var (with, without) = (Taking(TwoRoads.Scenario(), Upgrade), TwoRoads.Scenario());
        using Simulation treated = new(with, 1, 0), control = new(without, 1, 0);
        var pair = new RunPair(new Comparison(with, treated.Layout, control.Layout), treated.RunToEnd(), control.RunToEnd());

        // What was sent and has not crossed yet is the only other place where a load can be: no post stands before the border.
        var fallKg = (SentOverTheBorder(control) - SentOverTheBorder(treated)) / 1000.0;
        var changes = pair.ChangeOfEntries(entry => entry.Crossing).ToDictionary(c => c.Key, c => c.Kg * pair.Years);

        Assert.True(changes["XB_A"] < -1000 && changes["XB_B"] > 0 && fallKg != 0);
        Assert.Equal(1 - fallKg / -changes["XB_A"], new BalloonShare().Measure(pair).Single().Value, 1e-9);
    }

    [Theory]
    [InlineData(100, 100, 60, 140, 1)]
    [InlineData(100, 100, 60, 110, 0.25)]
    [InlineData(100, 100, 60, 90, -0.25)]
    [InlineData(100, 100, 100, 90, double.NaN)]
    public void BalloonShare_OfGivenFlows(double a, double b, double newA, double newB, double expected) =>
        Assert.Equal(expected, new BalloonShare().Measure(Made([newA, newB], [a, b])).Single().Value, 1e-12);

    [Fact]
    public void Displacement_IsHalfTheSumOfTheShiftsOfShares()
    {
        var pair = Made([50, 150], [100, 100]);
        Assert.Equal([("crossing", 0.25), ("country", 0)], new Displacement().Measure(pair).Select(v => (v.Key, v.Value)));
        Assert.Equal([("XB_A", -50), ("XB_B", 50), ("TJK", 0)], new DisplacedKg().Measure(pair).Select(v => (v.Key, v.Value)));
    }

    [Fact]
    public void CostPerKg_IsSpendingOverWhatWasAvertedInTheSpan()
    {
        var pair = Simulated(TwoRoads.Scenario(), Upgrade);
        var averted = new KgAverted().Measure(pair).Single(v => v.Key == "all").Value;
        var seized = new KgSeizedMore().Measure(pair).Single(v => v.Key == "all").Value;
        Assert.True(seized > 0);
        Assert.Equal(-1000 * pair.Change("delivered.group"), averted, 1e-6);
        Assert.Equal(1_304_000 / (averted * 365 / 365.25), new CostPerKgAverted().Measure(pair).Single().Value, 1e-6);
        Assert.Equal(1_304_000 / (seized * 365 / 365.25), new CostPerKgSeizedMore().Measure(pair).Single().Value, 1e-6);
        Assert.Equal(pair.Change("militants-income"), new MilitantsIncomeChange().Measure(pair).Single().Value);
    }

    [Fact]
    public void TimeToAdapt_RunsToTheMiddleOfTheMonthThatReachesHalfTheShift()
    {
        // A tenth of the final shift of 0.2 from May on, all of it from September on.
        var pair = Monthly(month => month < 4 ? 100 : month < 8 ? 96 : 60);
        Assert.Equal(new DateOnly(2010, 9, 16).DayNumber - new DateOnly(2010, 3, 3).DayNumber, new TimeToAdapt().Measure(pair).Single().Value);
    }

    [Fact]
    public void TimeToAdapt_BeginsWhenTheHostHasLetTheMeasureRun()
    {
        // The host signs 90 days after it was asked first: the measure runs from 1 June on and not from 3 March.
        var pair = Monthly(month => month < 8 ? 100 : 60, delayDays: 120);
        Assert.Equal(new DateOnly(2010, 9, 16).DayNumber - new DateOnly(2010, 6, 1).DayNumber, new TimeToAdapt().Measure(pair).Single().Value);
        // A host who never signs, or signs so late that less than a year follows.
        Assert.Equal(double.NaN, new TimeToAdapt().Measure(Monthly(_ => 60, double.NaN)).Single().Value);
        Assert.Equal(double.NaN, new TimeToAdapt().Measure(Monthly(_ => 60, delayDays: 720)).Single().Value);
    }

    [Fact]
    public void TimeToAdapt_IsNotDefinedWhereTheShiftIsNoise()
    {
        // To and fro by ten from month to month: the mean shift of the last year is 0.
        Assert.Equal(double.NaN, new TimeToAdapt().Measure(Monthly(month => month % 2 == 0 ? 90 : 110)).Single().Value);
        Assert.Equal(double.NaN, new TimeToAdapt().Measure(Monthly(_ => 100)).Single().Value);
    }

    private static TrainingCentre Centre => new(true, Programme, 60, 30, 1, 1, Ids("TJK"), Assignment.Even, Ids());

    private static Dictionary<string, bool> Ids(params string[] ids) => ids.ToDictionary(id => id, _ => true);

    private static Scenario Taking(Scenario scenario, IMeasure measure) => scenario with { Measures = new Dictionary<string, IMeasure> { ["measure"] = measure } };

    private static IEnumerable<string> Treated(Scenario world, IMeasure measure) => Comparing(Taking(world, measure)).Treated.Order(StringComparer.Ordinal);

    private static Comparison Comparing(Scenario scenario)
    {
        using Simulation with = new(scenario, 1, 0), without = new(Comparison.Untreated(scenario), 1, 0);
        return new(scenario, with.Layout, without.Layout);
    }

    private static RunPair Simulated(Scenario world, IMeasure measure)
    {
        var scenario = Taking(world, measure);
        using Simulation with = new(scenario, 1, 0), without = new(Comparison.Untreated(scenario), 1, 0);
        return new(new Comparison(scenario, with.Layout, without.Layout), with.RunToEnd(), without.RunToEnd());
    }

    private static long SentOverTheBorder(Simulation simulation)
    {
        var network = simulation.Parts.Stage.Network;
        bool IsBeforeTheBorder(Trafficker t) => network.Places[network.Tail[t.Link]].Country == "AFG";
        return simulation.Parts.Ledger.DispatchedGrams.Sum() - simulation.Parts.Calendars.Sum(calendar => calendar.Sum(t => IsBeforeTheBorder(t) ? t.Grams : 0));
    }

    // Runs whose flows over the two crossings are given.
    private static RunPair Made(double[] with, double[] without)
    {
        var comparison = Comparing(Taking(TwoRoads.Scenario(), Upgrade));
        RunRecord Record(RunLayout layout, double[] kg)
        {
            var links = new double[layout.Links.Count];
            for (var way = 0; way < 2; way++)
                links[comparison.Entries[way].Links.Single()] = kg[way];
            return new RunRecord(0, new double[layout.Outcomes.Count], [], links);
        }

        return new(comparison, Record(comparison.With, with), Record(comparison.Without, without));
    }

    // Three years in which the first crossing carries what is given of 200 a month, and 100 without the measure, which runs so many days after its start.
    private static RunPair Monthly(Func<int, double> first, double delayDays = 30)
    {
        var scenario = TwoRoads.Scenario();
        var comparison = Comparing(Taking(scenario with { Run = scenario.Run with { EndDate = new DateOnly(2012, 12, 31) } }, Upgrade));
        RunRecord Record(Func<int, double> kg)
        {
            var links = comparison.With.Links.Count;
            var monthly = new float[comparison.With.Months.Count * links];
            for (var month = 0; month < comparison.With.Months.Count; month++)
            {
                monthly[month * links + comparison.Entries[0].Links.Single()] = (float)kg(month);
                monthly[month * links + comparison.Entries[1].Links.Single()] = (float)(200 - kg(month));
            }

            var outcomes = new double[comparison.With.Outcomes.Count];
            outcomes[comparison.With.OutcomeIndex("measure-delay.measure")] = delayDays;
            return new RunRecord(0, outcomes, [], []) { Monthly = new(monthly, [], []) };
        }

        return new(comparison, Record(first), Record(_ => 100));
    }
}
