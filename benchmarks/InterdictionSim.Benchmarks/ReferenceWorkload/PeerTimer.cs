using System.Diagnostics;

namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>Times peers at one size of the reference workload, each from a population of its own at its start.</summary>
public sealed class PeerTimer(ReferenceGraph graph, int agents, int ticks)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a peer until the compiler has made its last version of it.</summary>
    public void Settle(ReferencePeer peer)
    {
        var population = peer.Prepare(graph, Math.Min(agents, 10_000));
        using var threads = population as IDisposable;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
            population.Run(10);
    }

    /// <summary>One run from the start.</summary>
    public PeerTime Time(ReferencePeer peer)
    {
        var population = peer.Prepare(graph, agents);
        using var threads = population as IDisposable;
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        // A timestamp, because a Stopwatch object would be the only thing allocated.
        var start = Stopwatch.GetTimestamp();
        population.Run(ticks);
        var nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)agents * ticks);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new PeerTime(nanoseconds, (double)bytes / ticks, population.Count());
    }
}

/// <summary>One run of a peer.</summary>
/// <param name="Nanoseconds">Wall time, ns an agent-tick.</param>
/// <param name="BytesPerTick">Allocated by all threads, the runtime's own included.</param>
/// <param name="Counts">What it counted.</param>
public readonly record struct PeerTime(double Nanoseconds, double BytesPerTick, ReferenceCounts Counts);
