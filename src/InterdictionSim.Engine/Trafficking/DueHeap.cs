using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>Traffickers who wait for a value to be reached, the least first: a binary heap in one array of its full size.</summary>
/// <remarks>Equal keys go by slot, so the order of removal does not depend on the order of insertion.</remarks>
internal sealed class DueHeap(int capacity) : IState
{
    private readonly Entry[] entries = GC.AllocateUninitializedArray<Entry>(capacity);

    /// <summary>Number who wait.</summary>
    public int Count { get; private set; }

    /// <summary>Least key; infinite when nobody waits.</summary>
    public double Least => Count > 0 ? entries[0].Key : double.PositiveInfinity;

    /// <summary>Adds a trafficker.</summary>
    public void Push(double key, uint slot, uint trip)
    {
        var entry = new Entry(key, slot, trip);
        var i = Count++;
        while (i > 0 && entry.Before(entries[(i - 1) / 2]))
        {
            entries[i] = entries[(i - 1) / 2];
            i = (i - 1) / 2;
        }

        entries[i] = entry;
    }

    /// <summary>Removes the trafficker with the least key.</summary>
    public (uint Slot, uint Trip) Pop()
    {
        var top = entries[0];
        var last = entries[--Count];
        var i = 0;
        while (true)
        {
            var child = 2 * i + 1;
            if (child >= Count)
                break;
            if (child + 1 < Count && entries[child + 1].Before(entries[child]))
                child++;
            if (!entries[child].Before(last))
                break;
            entries[i] = entries[child];
            i = child;
        }

        entries[i] = last;
        return (top.Slot, top.Trip);
    }

    /// <inheritdoc/>
    /// <remarks>In order, which is a heap too, so that the bytes do not depend on how the heap came about.</remarks>
    public void Exchange(StateArchive archive)
    {
        entries.AsSpan(0, Count).Sort();
        Count = archive.Exchange(entries, Count);
    }

    private readonly record struct Entry(double Key, uint Slot, uint Trip) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => Key != other.Key ? Key.CompareTo(other.Key) : Slot.CompareTo(other.Slot);

        public bool Before(in Entry other) => Key < other.Key || (Key == other.Key && Slot < other.Slot);
    }
}
