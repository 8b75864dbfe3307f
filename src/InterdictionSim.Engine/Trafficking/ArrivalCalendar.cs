using System.Runtime.CompilerServices;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>
/// A ring of buckets by arrival tick: a tick touches only those who arrive in it. Buckets are chains of chunks from one pool,
/// sized once for all who can ever be under way, so that nothing is allocated in a tick.
/// </summary>
/// <remarks>One calendar a thread; the order inside a bucket never matters.</remarks>
internal sealed class ArrivalCalendar
{
    private readonly Trafficker[] records;
    private readonly int chunkSize;
    private readonly int[] next;
    private readonly int[] head;
    private readonly int[] headCount;
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
        chunkSize = 8;
        while (chunkSize < 256 && chunkSize * buckets < capacity)
            chunkSize *= 2;
        // Each bucket and the list of finished trips can have one chunk that is not full, and one chunk is in hand.
        var chunks = capacity / chunkSize + buckets + 3;
        records = GC.AllocateUninitializedArray<Trafficker>(chunks * chunkSize);
        next = new int[chunks];
        for (var c = 0; c < chunks; c++)
            next[c] = c + 1 < chunks ? c + 1 : -1;
        head = new int[buckets + 1];
        Array.Fill(head, -1);
        headCount = new int[buckets + 1];
    }

    /// <summary>Longest hop that fits, ticks.</summary>
    public int HorizonTicks => mask;

    /// <summary>Number of the list of finished trips, which follows the buckets.</summary>
    public int Finished => mask + 1;

    /// <summary>Bucket of a tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Bucket(int tick) => tick & mask;

    /// <summary>A place for one more record in a bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref Trafficker Add(int bucket)
    {
        var count = headCount[bucket];
        var chunk = head[bucket];
        if (chunk < 0 || count == chunkSize)
        {
            chunk = Grow(bucket);
            count = 0;
        }

        headCount[bucket] = count + 1;
        return ref records[chunk * chunkSize + count];
    }

    /// <summary>First chunk of a bucket, or −1; only the first one can be partly filled.</summary>
    public int FirstChunk(int bucket) => head[bucket];

    /// <summary>Records of a bucket's chunk.</summary>
    public Span<Trafficker> Chunk(int bucket, int chunk) => records.AsSpan(chunk * chunkSize, chunk == head[bucket] ? headCount[bucket] : chunkSize);

    /// <summary>The chunk after, or −1.</summary>
    public int NextChunk(int chunk) => next[chunk];

    /// <summary>Takes the first chunk off a bucket; the caller gives it back with <see cref="Release"/> when its records are dealt with.</summary>
    public int Take(int bucket, out int count)
    {
        var chunk = head[bucket];
        count = headCount[bucket];
        if (chunk >= 0)
        {
            head[bucket] = next[chunk];
            headCount[bucket] = chunkSize;
        }

        return chunk;
    }

    /// <summary>Records of a chunk that was taken.</summary>
    public Span<Trafficker> Taken(int chunk, int count) => records.AsSpan(chunk * chunkSize, count);

    /// <summary>Gives a chunk back to the pool.</summary>
    public void Release(int chunk)
    {
        next[chunk] = free;
        free = chunk;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Grow(int bucket)
    {
        var chunk = free;
        free = next[chunk];
        next[chunk] = head[bucket];
        head[bucket] = chunk;
        headCount[bucket] = 0;
        return chunk;
    }
}
