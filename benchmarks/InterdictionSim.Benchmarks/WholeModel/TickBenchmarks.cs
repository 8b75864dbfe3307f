using System.Globalization;
using BenchmarkDotNet.Attributes;
using InterdictionSim.Engine;

namespace InterdictionSim.Benchmarks.WholeModel;

/// <summary>One tick of the whole baseline, all phases on, one thread; a mean over 20 replannings an iteration, so that slow phases have their share.</summary>
[Config(typeof(PerArrivalConfig))]
[MemoryDiagnoser]
[SimpleJob(warmupCount: 1, iterationCount: 5, invocationCount: TicksAnIteration)]
public class TickBenchmarks
{
    // 20 times 14 days of 4 ticks. The days that are left after the burn-in are enough for all iterations.
    private const int TicksAnIteration = 1_120;
    private Simulation simulation = null!;
    private long arrivalsBefore;
    private int tickBefore;

    /// <summary>1, 10, 100: about 10^4, 10^5, 10^6 traffickers.</summary>
    [Params(1, 10, 100)]
    public int PopulationScale { get; set; }

    /// <summary>Brings the run into its steady state.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        simulation = BaselineScenario.InSteadyState(PopulationScale);
        (arrivalsBefore, tickBefore) = (simulation.Arrivals, simulation.Tick);
    }

    /// <summary>A tick.</summary>
    [Benchmark]
    public void Tick() => simulation.Step();

    /// <summary>Tells the column how many arrivals a tick had: benchmarks run in a process of their own.</summary>
    [GlobalCleanup]
    public void Tell()
    {
        var arrivalsPerTick = (double)(simulation.Arrivals - arrivalsBefore) / (simulation.Tick - tickBefore);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{PerArrivalConfig.ArrivalsPerTick}{arrivalsPerTick:R}"));
        simulation.Dispose();
    }
}
