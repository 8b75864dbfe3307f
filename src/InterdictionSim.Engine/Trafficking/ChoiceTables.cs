using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>For each organisation and market: which link a trafficker takes next, as cumulative thresholds in the order of the out-links.</summary>
/// <remarks>A place's thresholds fill whole vectors of four, so that a choice is a comparison or two without a branch; what fills up is never passed.</remarks>
internal sealed class ChoiceTables : IState
{
    private const int Lanes = 4;
    private readonly BorderNetwork network;
    private readonly uint[] cumulative;

    public ChoiceTables(BorderNetwork network, int tables)
    {
        this.network = network;
        Exits = new Exit[network.Places.Length];
        for (var p = 0; p < network.Places.Length; p++)
        {
            var ways = network.First[p + 1] - network.First[p];
            var padded = (ways + Lanes - 1) / Lanes * Lanes;
            Exits[p] = new Exit(network.First[p], network.First[p + 1], Stride, padded);
            Stride += padded;
        }

        cumulative = new uint[tables * Stride];
        Array.Fill(cumulative, uint.MaxValue);
        MarketPlace = new int[tables];
    }

    /// <summary>Market place of each table; −1 when trips have no end.</summary>
    public int[] MarketPlace { get; }

    /// <summary>Where each place's out-links and thresholds stand.</summary>
    public Exit[] Exits { get; }

    /// <summary>Thresholds of a table.</summary>
    public int Stride { get; }

    /// <summary>Thresholds of a place's out-links, to be written; all 0 where there is no way on.</summary>
    public Span<uint> Row(int table, int place) => cumulative.AsSpan(table * Stride + Exits[place].Row, Exits[place].End - Exits[place].First);

    /// <summary>
    /// Writes the thresholds of a place's admissible links but the last, which takes what is left, into four tables, a lane each (−1: none). Links in
    /// between get no width.
    /// </summary>
    public void Write(int[] into, int place, ReadOnlySpan<int> links, ReadOnlySpan<Vector128<uint>> thresholds)
    {
        ref readonly var exit = ref Exits[place];
        for (var way = 0; way < exit.Padded; way += Lanes)
        {
            var four = Vector128.Create(exit.First + way) + Vector128.Create(0, 1, 2, 3);
            var row0 = Vector128.GreaterThan(four, Vector128.Create(links[^1] - 1)).AsUInt32();
            Vector128<uint> row1 = row0, row2 = row0, row3 = row0;
            for (var i = 0; i < links.Length - 1; i++)
            {
                // Thresholds rise, so the largest of those up to a link is that of the last admissible one.
                var reached = Vector128.GreaterThan(four, Vector128.Create(links[i] - 1)).AsUInt32();
                row0 = Vector128.Max(row0, Vector128.Shuffle(thresholds[i], Vector128.Create(0u)) & reached);
                row1 = Vector128.Max(row1, Vector128.Shuffle(thresholds[i], Vector128.Create(1u)) & reached);
                row2 = Vector128.Max(row2, Vector128.Shuffle(thresholds[i], Vector128.Create(2u)) & reached);
                row3 = Vector128.Max(row3, Vector128.Shuffle(thresholds[i], Vector128.Create(3u)) & reached);
            }

            Put(into[0], exit.Row + way, row0);
            Put(into[1], exit.Row + way, row1);
            Put(into[2], exit.Row + way, row2);
            Put(into[3], exit.Row + way, row3);
        }
    }

    private void Put(int table, int at, Vector128<uint> four)
    {
        if (table >= 0)
            four.StoreUnsafe(ref cumulative[table * Stride + at]);
    }

    /// <summary>The directed link that a word chooses, or the exit's end where there is no way on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Choose(int table, in Exit exit, uint word)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cumulative), table * Stride + exit.Row);
        // The lowest bit is set, so that a threshold of 0 is always passed.
        var words = Vector128.Create(word | 1);
        var link = exit.First;
        for (var way = 0; way < exit.Padded; way += Lanes)
            link += BitOperations.PopCount(Vector128.GreaterThan(words, Vector128.LoadUnsafe(ref row, (nuint)way)).ExtractMostSignificantBits());
        return link;
    }

    /// <summary>Why a word chose a directed link: the word, and the words from which and below which it is chosen, all as shares of 2³².</summary>
    public (double Draw, double From, double Below) Explain(int table, int link, uint word)
    {
        const double All = 4294967296.0;
        var row = Row(table, network.Tail[link]);
        var way = link - network.First[network.Tail[link]];
        return ((word | 1) / All, way > 0 && row[way - 1] > 0 ? (row[way - 1] + 1.0) / All : 0, (row[way] + 1.0) / All);
    }

    /// <inheritdoc/>
    /// <remarks>Places off the way from a home keep the shares of the day on which a link opened or shut, so the tables do not follow from the costs of now.</remarks>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(cumulative);
        archive.Exchange(MarketPlace);
    }

    /// <summary>Whether there is a way on from a place.</summary>
    public bool Leads(int table, int place) => Exits[place].End > Exits[place].First && Row(table, place)[^1] != 0;

    /// <summary>Probability of taking a directed link from its tail.</summary>
    public double Probability(int table, int link)
    {
        var tail = network.Tail[link];
        var row = Row(table, tail);
        var way = link - network.First[tail];
        var below = way > 0 ? row[way - 1] : 0u;
        return row[way] <= below ? 0.0 : (row[way] - (double)below) / uint.MaxValue;
    }

    /// <summary>Out-links of a place, and its thresholds within a table.</summary>
    internal readonly record struct Exit(int First, int End, int Row, int Padded);
}
