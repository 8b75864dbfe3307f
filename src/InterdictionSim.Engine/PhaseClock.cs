using System.Diagnostics;

namespace InterdictionSim.Engine;

/// <summary>The phases of a tick, as the clock sees them.</summary>
public enum Phase
{
    /// <summary>Measures, seasons, harvest; replanning when a link opens or shuts.</summary>
    Calendar,

    /// <summary>Departures.</summary>
    Dispatch,

    /// <summary>Arrivals, inspection, next links.</summary>
    Movement,

    /// <summary>Deliveries and arrests.</summary>
    Sale,

    /// <summary>Prices, beliefs, replanning.</summary>
    Learning,

    /// <summary>Courses, graduates, fading.</summary>
    Training,

    /// <summary>Militants, incidents, stability, relations.</summary>
    Security,

    /// <summary>Counters and series.</summary>
    Measurement,
}

/// <summary>Adds up the time that each phase takes.</summary>
public sealed class PhaseClock
{
    private readonly long[] elapsed = new long[Enum.GetValues<Phase>().Length];
    private long last;

    /// <summary>Time of a phase so far.</summary>
    public TimeSpan this[Phase phase] => Stopwatch.GetElapsedTime(0, elapsed[(int)phase]);

    internal void Start() => last = Stopwatch.GetTimestamp();

    internal void Lap(Phase phase)
    {
        var now = Stopwatch.GetTimestamp();
        elapsed[(int)phase] += now - last;
        last = now;
    }
}
