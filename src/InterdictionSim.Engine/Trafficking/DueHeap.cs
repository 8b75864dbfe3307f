using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>Traffickers who wait for a value to be reached, the least first: those who are due soon in a binary heap, the others in no order.</summary>
/// <remarks>
/// Both lie in one array of their full size, the heap at its start. A sweep over the others, each time that the heap's horizon is passed, takes in whoever
/// has come near; so the heap stays small enough for the cache. Equal keys go by slot, so the order of removal does not depend on the order of insertion.
/// </remarks>
/// <param name="capacity">Most who can wait.</param>
/// <param name="typicalWait">About how far above the value reached keys lie when they are added.</param>
internal sealed class DueHeap(int capacity, double typicalWait) : IState
{
    // A sweep then passes some 32 for each that it takes in, which costs less than the five levels that it saves a heap of all.
    private readonly double stride = typicalWait / 32;
    private readonly Entry[] entries = GC.AllocateUninitializedArray<Entry>(capacity);
    private double horizon = double.NegativeInfinity;
    private int soon;
    private int later = capacity;

    /// <summary>Number who wait.</summary>
    public int Count => soon + entries.Length - later;

    /// <summary>Adds a trafficker.</summary>
    public void Push(double key, uint slot, uint trip)
    {
        var entry = new Entry(key, slot, trip);
        if (key <= horizon)
            Rise(entry);
        else
            entries[--later] = entry;
    }

    /// <summary>Removes the trafficker with the least key, if it is at most the value reached; values never fall.</summary>
    public bool TryPop(double reached, out uint slot, out uint trip)
    {
        if (reached > horizon)
            Sweep(reached + stride);
        if (soon == 0 || entries[0].Key > reached)
        {
            (slot, trip) = (0, 0);
            return false;
        }

        (_, slot, trip) = entries[0];
        Sink(entries[--soon]);
        return true;
    }

    private void Sweep(double to)
    {
        horizon = to;
        for (var i = later; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (entry.Key > horizon)
                continue;
            // The first of the others, which the sweep has passed, moves into the gap and makes room for the heap.
            entries[i] = entries[later++];
            Rise(entry);
        }
    }

    private void Rise(Entry entry)
    {
        var i = soon++;
        while (i > 0 && entry.Before(entries[(i - 1) / 2]))
        {
            entries[i] = entries[(i - 1) / 2];
            i = (i - 1) / 2;
        }

        entries[i] = entry;
    }

    // Into the gap at the top.
    private void Sink(Entry last)
    {
        var i = 0;
        while (true)
        {
            var child = 2 * i + 1;
            if (child >= soon)
                break;
            if (child + 1 < soon && entries[child + 1].Before(entries[child]))
                child++;
            if (!entries[child].Before(last))
                break;
            entries[i] = entries[child];
            i = child;
        }

        entries[i] = last;
    }

    /// <inheritdoc/>
    /// <remarks>In order, so that the bytes do not depend on how the heap came about; then all are among the others until the next sweep.</remarks>
    public void Exchange(StateArchive archive)
    {
        Sweep(double.PositiveInfinity);
        entries.AsSpan(0, soon).Sort();
        var count = archive.Exchange(entries, soon);
        entries.AsSpan(0, count).CopyTo(entries.AsSpan(later = entries.Length - count));
        (soon, horizon) = (0, double.NegativeInfinity);
    }

    private readonly record struct Entry(double Key, uint Slot, uint Trip) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => Key != other.Key ? Key.CompareTo(other.Key) : Slot.CompareTo(other.Slot);

        public bool Before(in Entry other) => Key < other.Key || (Key == other.Key && Slot < other.Slot);
    }
}
