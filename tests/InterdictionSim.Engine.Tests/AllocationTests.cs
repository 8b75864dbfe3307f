using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests;

/// <summary>Counts the bytes of the whole process, so nothing may run beside it.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public class AllocationTests
{
    [Theory]
    [InlineData("ewa")]
    [InlineData("bayesian")]
    [InlineData("salience")]
    public void InSteadyState_NothingIsAllocated(string rule)
    {
        var scenario = TestScenario.OneRoad(0.05).Responsive(rule);
        using var simulation = new Simulation(scenario with { Run = scenario.Run with { EndDate = new DateOnly(2013, 12, 31) } }, 1, 0, threads: 2);
        Assert.Equal(0, BytesOf1000Ticks(simulation, 2011));
    }

    [Fact]
    public void PostsThatShareTrafficAndOpenAndShut_AllocateNothing()
    {
        var scenario = Interdiction.SiteTests.OnePlace(40, ("A", "TJK", 0.2), ("B", "RUS", 0.1), ("C", "TJK", 0.3));
        using var simulation = new Simulation(scenario with { Run = scenario.Run with { EndDate = new DateOnly(2013, 12, 31) } }, 1, 0, threads: 2);
        Assert.Equal(0, BytesOf1000Ticks(simulation, 2011, Step));

        static void Step(Simulation simulation)
        {
            var post = simulation.Tick % 3;
            simulation.Parts.Posts.Levels[post].Open ^= true;
            simulation.Parts.Posts.Refresh(post);
            simulation.Step();
        }
    }

    [Fact]
    public void TeamsThatMove_AllocateNothing()
    {
        // A measure of each policy at the bank and the market, reallocated every second day.
        var scenario = TestScenario.OneRoad(0.05);
        var sites = new Dictionary<string, bool> { ["TJK_BANK"] = true, ["RUS_MARKET"] = true };
        var programme = new Programme("USA", "TJK", new DateOnly(2009, 1, 1), 0, null, 0, 0);
        scenario = scenario with
        {
            Run = scenario.Run with { EndDate = new DateOnly(2013, 12, 31) },
            Measures = Catalog.Kinds<IReallocation>().Keys.ToDictionary(policy => policy, policy => (IMeasure)new MobileTeams(true, programme, "TJK", 3, 8, 1e7, 1, sites, 1e9, policy, 2)),
        };
        using var simulation = new Simulation(scenario, 1, 0);
        Assert.Equal(0, BytesOf1000Ticks(simulation, 2011));
    }

    [Fact]
    public void MilitantsRelationsAndTraining_AllocateNothingEither()
    {
        var scenario = Security.MilitantsTests.Guarded().With(w => w with { Relations = [new("USA", "TJK", 0.6), new("RUS", "TJK", 0.5)] });
        var programme = new Programme("USA", "TJK", new DateOnly(2010, 1, 1), 0, null, 0, 1000, ConsentLevel: 0.1);
        var agencies = new Dictionary<string, bool> { ["TJK"] = true };
        var measures = new Dictionary<string, IMeasure>
        {
            ["centre"] = new TrainingCentre(true, programme, 4, 30, 1, 0.5, agencies, Assignment.Even, new Dictionary<string, bool>(), 2),
            ["clashes"] = new Unrest(true, programme, 0.1, 100, 1, 0.01),
        };
        using var simulation = new Simulation(scenario with { Run = scenario.Run with { EndDate = new DateOnly(2014, 12, 31) }, Measures = measures }, 1, 0);
        Assert.Equal(0, BytesOf1000Ticks(simulation, 2012));
    }

    // From February of a year on: past the first year every season has been seen and every method is compiled. What a tick allocates shows in every window;
    // what the runtime does beside it, now and then, in one.
    private static long BytesOf1000Ticks(Simulation simulation, int year, Action<Simulation>? step = null)
    {
        step ??= s => s.Step();
        while (simulation.Day < new DateOnly(year, 2, 1))
            step(simulation);
        return Enumerable.Range(0, 2).Min(_ =>
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var tick = 0; tick < 1000; tick++)
                step(simulation);
            return GC.GetTotalAllocatedBytes(precise: true) - before;
        });
    }

    [Fact]
    public void ATrafficker_TakesAtMost64Bytes()
    {
        // What 200,000 more of them take: the record under way, and a place in the heaps of the idle and of the arrested.
        long Bytes(double traffickers)
        {
            var scenario = TestScenario.OneRoad(0.05);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var simulation = new Simulation(scenario with { Fleet = scenario.Fleet with { Traffickers = new Dictionary<string, double> { ["heroin"] = traffickers } } }, 1, 0);
            var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
            GC.KeepAlive(simulation);
            return bytes;
        }

        Assert.InRange((Bytes(300_000) - Bytes(100_000)) / 200_000.0, 24, 64);
    }
}
