using BenchmarkDotNet.Attributes;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Benchmarks.WholeModel;

/// <summary>One whole replication of the baseline: a year of warm-up and five measured years in ticks of six hours, one thread.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class RunBenchmarks
{
    private Scenario scenario = null!;

    /// <summary>Loads the scenario; a campaign does so once.</summary>
    [GlobalSetup]
    public void Prepare() => scenario = BaselineScenario.Load();

    /// <summary>From the scenario to the outcomes.</summary>
    [Benchmark]
    public RunRecord Replication()
    {
        using var simulation = new Simulation(scenario, BaselineScenario.Seed, replication: 0);
        return simulation.Run();
    }
}
