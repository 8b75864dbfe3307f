using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>
/// A ring of buckets by arrival tick: a tick touches only those who arrive in it. Buckets are chains of chunks from one pool,
/// sized once for all who can ever be under way, so that nothing is allocated in a tick.
/// </summary>
/// <remarks>One calendar a thread; the order inside a bucket never matters.</remarks>
internal sealed class ArrivalCalendar
{
    private const int Padding = 64;
    private readonly Trafficker[] records;
    private readonly int[] next;
    private readonly int[] cursor;
    private readonly int chunkBits;
    private readonly int inChunk;
    private readonly int mask;
    private int free;

    /// <summary>Creates a calendar.</summary>
    /// <param name="capacity">Most traffickers that can be under way.</param>
    /// <param name="horizonTicks">Longest hop, ticks.</param>
    public ArrivalCalendar(int capacity, int horizonTicks)
    {
        var buckets = 2;
        while (buckets <= horizonTicks)
            buckets *= 2;
        mask = buckets - 1;
        // A chunk holds about a bucket's share: few travellers should not lie scattered over large chunks, nor many over small ones.
        chunkBits = 3;
        while (chunkBits < 10 && (buckets << chunkBits) < capacity)
            chunkBits++;
        inChunk = (1 << chunkBits) - 1;
        // Each bucket and the list of finished trips can have one chunk that is not full, and one chunk is in hand. Chunk 0 is never used:
        // a cursor of 0 is an empty bucket.
        var chunks = (capacity >> chunkBits) + buckets + 4;
        records = GC.AllocateUninitializedArray<Trafficker>(chunks << chunkBits);
        next = new int[chunks];
        for (var c = 1; c < chunks; c++)
            next[c] = c + 1 < chunks ? c + 1 : 0;
        free = 1;
        // Apart from whatever else the heap holds: another thread's fields on the same cache line would slow every addition.
        cursor = new int[Padding + buckets + 1 + Padding];
    }

    /// <summary>Number of the list of finished trips, which follows the buckets.</summary>
    public int Finished => mask + 1;

    /// <summary>Bucket of a tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Bucket(int tick) => tick & mask;

    /// <summary>A place for one more record in a bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Trafficker Add(int bucket)
    {
        ref var at = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cursor), Padding + bucket);
        var index = at;
        // The cursor is one past the last record: at the start of a chunk the one before is full, or there is none.
        if ((index & inChunk) == 0)
            index = Grow(index);
        at = index + 1;
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(records), index);
    }

    /// <summary>First chunk of a bucket, or 0; only the first one can be partly filled.</summary>
    public int FirstChunk(int bucket) => cursor[Padding + bucket] == 0 ? 0 : (cursor[Padding + bucket] - 1) >> chunkBits;

    /// <summary>Records of a bucket's chunk.</summary>
    public Span<Trafficker> Chunk(int bucket, int chunk) => records.AsSpan(chunk << chunkBits, chunk == FirstChunk(bucket) ? Filled(bucket) : inChunk + 1);

    /// <summary>The chunk after, or 0.</summary>
    public int NextChunk(int chunk) => next[chunk];

    /// <summary>Sum of a number over all who are under way: for checks and reports, not for a tick.</summary>
    public long Sum(Func<Trafficker, long> number)
    {
        long sum = 0;
        for (var bucket = 0; bucket <= Finished; bucket++)
        {
            for (var chunk = FirstChunk(bucket); chunk != 0; chunk = next[chunk])
            {
                foreach (ref readonly var trafficker in Chunk(bucket, chunk))
                    sum += number(trafficker);
            }
        }

        return sum;
    }

    /// <summary>Writes or reads who is under way in all threads' calendars, bucket by bucket; who reads deals them out anew, by slot.</summary>
    /// <remarks>In the order of organisations and slots, so that the bytes do not depend on the number of threads.</remarks>
    public static void Exchange(StateArchive archive, ArrivalCalendar[] calendars)
    {
        var travellers = new List<Trafficker>();
        for (var bucket = 0; bucket <= calendars[0].mask; bucket++)
        {
            travellers.Clear();
            foreach (var calendar in calendars)
                calendar.CopyTo(travellers, bucket);
            travellers.Sort((a, b) => a.Organisation != b.Organisation ? a.Organisation.CompareTo(b.Organisation) : a.Slot.CompareTo(b.Slot));
            archive.Exchange(travellers);
            if (!archive.IsReading)
                continue;
            foreach (var traveller in travellers)
                calendars[traveller.Slot % calendars.Length].Add(bucket) = traveller;
        }
    }

    /// <summary>Takes the first chunk off a bucket, or 0; the caller gives it back with <see cref="Release"/> when its records are dealt with.</summary>
    public int Take(int bucket, out int count)
    {
        var chunk = FirstChunk(bucket);
        count = chunk == 0 ? 0 : Filled(bucket);
        if (chunk != 0)
            cursor[Padding + bucket] = next[chunk] == 0 ? 0 : (next[chunk] + 1) << chunkBits;
        return chunk;
    }

    /// <summary>Records of a chunk that was taken.</summary>
    public Span<Trafficker> Taken(int chunk, int count) => records.AsSpan(chunk << chunkBits, count);

    /// <summary>Gives a chunk back to the pool.</summary>
    public void Release(int chunk)
    {
        next[chunk] = free;
        free = chunk;
    }

    private void CopyTo(List<Trafficker> travellers, int bucket)
    {
        for (var chunk = FirstChunk(bucket); chunk != 0; chunk = next[chunk])
            travellers.AddRange(Chunk(bucket, chunk));
    }

    private int Filled(int bucket) => ((cursor[Padding + bucket] - 1) & inChunk) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Grow(int full)
    {
        var chunk = free;
        free = next[chunk];
        next[chunk] = full == 0 ? 0 : (full - 1) >> chunkBits;
        return chunk << chunkBits;
    }
}
