using BenchmarkDotNet.Attributes;

namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>The reference workload under BenchmarkDotNet; a population goes on from one invocation to the next, which its stationary flow allows.</summary>
[Config(typeof(PerAgentTickConfig))]
[MemoryDiagnoser]
public class ReferenceBenchmarks
{
    private const int Seed = 2010;
    private IReferencePeer population = null!;

    /// <summary>Agents under way.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Agents { get; set; }

    /// <summary>Ticks an invocation goes on by.</summary>
    [Params(100)]
    public int Ticks { get; set; }

    /// <summary>Prepares the baseline's population, and only that, so that no peer shares its caches.</summary>
    [GlobalSetup(Target = nameof(CSharpObjects))]
    public void PrepareCSharpObjects() => population = new NaiveObjects(ReferenceGraph.Load(), Agents, new Random());

    /// <summary>The yardstick.</summary>
    [Benchmark(Baseline = true)]
    public void CSharpObjects() => population.Run(Ticks);

    /// <summary>Prepares the engine's population for one thread.</summary>
    [GlobalSetup(Target = nameof(Engine))]
    public void PrepareEngine() => population = new EngineMovement(ReferenceGraph.Load(), Agents, threads: 1, Seed);

    /// <summary>The product's own movement.</summary>
    [Benchmark]
    public void Engine() => population.Run(Ticks);

    /// <summary>Prepares the engine's population for two threads.</summary>
    [GlobalSetup(Target = nameof(EngineTwoThreads))]
    public void PrepareEngineTwoThreads() => population = new EngineMovement(ReferenceGraph.Load(), Agents, threads: 2, Seed);

    /// <summary>The same with a share a thread; it needs two cores that are free.</summary>
    [Benchmark]
    public void EngineTwoThreads() => population.Run(Ticks);

    /// <summary>Ends the engine's threads.</summary>
    [GlobalCleanup(Targets = [nameof(Engine), nameof(EngineTwoThreads)])]
    public void EndEngine() => (population as IDisposable)?.Dispose();

    // Peers to compare go here: a GlobalSetup with its Target, a [Benchmark] beside it.
}
