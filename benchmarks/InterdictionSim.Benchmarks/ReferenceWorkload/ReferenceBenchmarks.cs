using BenchmarkDotNet.Attributes;

namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>The reference workload under BenchmarkDotNet; a population goes on from one invocation to the next, which its stationary flow allows.</summary>
[Config(typeof(PerAgentTickConfig))]
[MemoryDiagnoser]
public class ReferenceBenchmarks
{
    private NaiveObjects objects = null!;

    /// <summary>Agents under way.</summary>
    [Params(10_000, 100_000, 1_000_000)]
    public int Agents { get; set; }

    /// <summary>Ticks an invocation goes on by.</summary>
    [Params(100)]
    public int Ticks { get; set; }

    /// <summary>Prepares the baseline's population, and only that, so that no peer shares its caches.</summary>
    [GlobalSetup(Target = nameof(CSharpObjects))]
    public void PrepareCSharpObjects() => objects = new NaiveObjects(ReferenceGraph.Load(), Agents, new Random());

    /// <summary>The yardstick.</summary>
    [Benchmark(Baseline = true)]
    public void CSharpObjects() => objects.Run(Ticks);

    // Peers to compare go here: a GlobalSetup with its Target, a [Benchmark] beside it.
}
