namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>An implementation of the reference workload with a population at its start.</summary>
public interface IReferencePeer
{
    /// <summary>Goes on by some ticks from where it stands.</summary>
    void Run(int ticks);

    /// <summary>Copies out what was counted since the start.</summary>
    ReferenceCounts Count();
}

/// <summary>Arrivals, and those of them that were caught, by the place arrived at.</summary>
public sealed record ReferenceCounts(long[] ArrivalsByPlace, long[] InterceptsByPlace)
{
    /// <summary>Arrivals at all places.</summary>
    public long Arrivals => ArrivalsByPlace.Sum();

    /// <summary>Intercepts at all places.</summary>
    public long Intercepts => InterceptsByPlace.Sum();

    /// <summary>Counts of two independent runs together.</summary>
    public ReferenceCounts Plus(ReferenceCounts other) => new(
        [.. ArrivalsByPlace.Zip(other.ArrivalsByPlace, (mine, its) => mine + its)],
        [.. InterceptsByPlace.Zip(other.InterceptsByPlace, (mine, its) => mine + its)]);
}
