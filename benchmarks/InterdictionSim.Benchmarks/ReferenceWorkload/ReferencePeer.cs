namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>A named way to do the reference workload.</summary>
/// <param name="Name">Without spaces, because scripts read the rows by columns.</param>
/// <param name="Threads">Threads it uses, whatever was asked for.</param>
/// <param name="Prepare">Builds a population at its start; not timed.</param>
public sealed record ReferencePeer(string Name, int Threads, Func<ReferenceGraph, int, IReferencePeer> Prepare)
{
    /// <summary>The peers of the whole-process run; ratios are to the first.</summary>
    public static IReadOnlyList<ReferencePeer> All(int threads) =>
    [
        new("csharp-objects", 1, (graph, agents) => new NaiveObjects(graph, agents, new Random())),
        new("engine", 1, (graph, agents) => new EngineMovement(graph, agents, 1, Environment.TickCount)),
        new("engine-threads", Math.Max(2, threads), (graph, agents) => new EngineMovement(graph, agents, Math.Max(2, threads), Environment.TickCount)),
    ];
}
