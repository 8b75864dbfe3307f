namespace InterdictionSim.Benchmarks;

/// <summary>What a tick allocates once the run is under way.</summary>
public static class Allocation
{
    /// <summary>Ticks a window lasts.</summary>
    public const int WindowTicks = 1_000;

    private const int Windows = 3;

    /// <summary>Bytes that all threads allocate a tick, the least of three windows: what the runtime itself allocates now and then is in one, a tick's own in all.</summary>
    /// <param name="run">Goes on by some ticks; has run before, so that all is compiled and has its final size.</param>
    public static double BytesPerTick(Action<int> run)
    {
        var least = double.PositiveInfinity;
        for (var window = 0; window < Windows; window++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            run(WindowTicks);
            least = Math.Min(least, (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / WindowTicks);
        }

        return least;
    }
}
