namespace InterdictionSim.Engine.Tracing;

/// <summary>What the threads of a run see of the subjects of a trace.</summary>
internal sealed class Trace
{
    private readonly Watch[] watches;

    public Trace(Parts parts, IEnumerable<string> subjects)
    {
        var asked = new TraceSubjects(parts.Stage, subjects);
        watches = [.. parts.Tallies.Select(_ => new Watch(parts.Stage, parts.Posts.Table, parts.Choice, asked))];
        for (var member = 0; member < watches.Length; member++)
            parts.Tallies[member].Watch = watches[member];
    }

    /// <summary>The thread's watch that sees a slot: all its events stand in one list, in the order in which they happened.</summary>
    public Watch Of(uint slot) => watches[slot % watches.Length];

    /// <summary>Events so far, by tick, organisation, slot and trip; the same for any number of threads.</summary>
    public IReadOnlyList<TraceEvent> Events() =>
        [.. watches.SelectMany(w => w.Events).OrderBy(e => e.Tick).ThenBy(e => e.Organisation, StringComparer.Ordinal).ThenBy(e => e.Slot).ThenBy(e => e.Trip)];
}
