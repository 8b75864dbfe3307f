using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>The hot loop: those who arrive in this tick are inspected, sell, or choose their next link.</summary>
/// <remarks>
/// Every decision is a comparison of a word of the trafficker's own draw with a threshold that slow phases have prepared, so neither the order of
/// arrivals nor the number of threads can matter. Nothing is allocated.
/// </remarks>
internal sealed class Movement
{
    private const int Batch = 64;

    private readonly BorderNetwork network;
    private readonly InspectionTable inspection;
    private readonly ChoiceTables choice;
    private readonly Band[] bands;
    private readonly uint[] bandHash;
    private readonly int[] travel;
    private readonly QuantileTable staging;
    private readonly bool stages;
    private readonly BribeOffer bribe;
    private readonly ulong key;
    private readonly int[] standing;
    private readonly int ticksPerDay;

    /// <summary>Prepares the loop.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inspection">Posts' probabilities.</param>
    /// <param name="choice">Choice tables.</param>
    /// <param name="bands">Organisations.</param>
    /// <param name="travel">Ticks on each directed link in units of 2⁻¹⁶; slow phases rewrite it.</param>
    /// <param name="staging">Wait at a place in the same unit.</param>
    /// <param name="bribe">What is offered to an officer.</param>
    /// <param name="key">Key of the replication.</param>
    /// <param name="ticksPerDay">Ticks in a day: one who finds no way on looks again after a day.</param>
    public Movement(
        BorderNetwork network, InspectionTable inspection, ChoiceTables choice, Band[] bands,
        int[] travel, QuantileTable staging, BribeOffer bribe, ulong key, int ticksPerDay)
    {
        this.network = network;
        this.inspection = inspection;
        this.choice = choice;
        this.bands = bands;
        bandHash = [.. bands.Select(b => b.Hash)];
        this.travel = travel;
        this.staging = staging;
        stages = staging.Maximum > 0;
        this.bribe = bribe;
        this.key = key;
        this.ticksPerDay = ticksPerDay;
        standing = [.. network.Into.Select(links => links.FirstOrDefault())];
    }

    /// <summary>Counts, by site, the loads that arrive in a tick.</summary>
    public void Count(ArrivalCalendar calendar, int tick, Tally tally)
    {
        var (odds, classes, ends, arrivals, reaches, reached) = (inspection.Odds, inspection.Classes, inspection.Ends, tally.ArrivalsAtSite, tally.Reaches, tally.Reached);
        var bucket = calendar.Bucket(tick);
        for (var chunk = calendar.FirstChunk(bucket); chunk != 0; chunk = calendar.NextChunk(chunk))
        {
            foreach (ref readonly var trafficker in calendar.Chunk(bucket, chunk))
            {
                if (trafficker.Fate != Fate.Moving)
                    continue;
                ref readonly var end = ref At(ends, trafficker.Link);
                for (var e = end.FirstEntry; e < end.EndEntry; e++)
                {
                    // Without a branch: whether a site is reached for the first time is hard to foresee.
                    var site = At(odds, e * classes + trafficker.LoadClass).Site;
                    At(reaches, reached) = site;
                    reached += At(arrivals, site)++ == 0 ? 1 : 0;
                }
            }
        }

        tally.Reached = reached;
    }

    /// <summary>Moves those who arrive in a tick.</summary>
    public void Advance(ArrivalCalendar calendar, int tick, Tally tally)
    {
        Span<uint> words = stackalloc uint[4 * Batch];
        Span<int> places = stackalloc int[Batch];
        Span<int> ticks = stackalloc int[Batch];
        var bucket = calendar.Bucket(tick);
        var watch = tally.Watch;
        int chunk;
        while ((chunk = calendar.Take(bucket, out var count)) != 0)
        {
            var arrivals = calendar.Taken(chunk, count);
            tally.Arrivals += count;
            // In short loops of few variables each, which the processor overlaps better than one long one.
            for (var start = 0; start < arrivals.Length; start += Batch)
            {
                var batch = arrivals.Slice(start, Math.Min(Batch, arrivals.Length - start));
                Draw(batch, words);
                watch?.Arrive(batch, words, tick);
                Inspect(batch, words, places, calendar, tick, tally);
                Choose(batch, words, places, ticks);
                watch?.GoOn(batch, places, ticks, words[(2 * Batch)..], tick);
                Proceed(batch, places, ticks, calendar, tick);
            }

            calendar.Release(chunk);
        }
    }

    // Four words each: interception, bribe, route, wait; all of one kind together.
    private unsafe void Draw(Span<Trafficker> batch, Span<uint> words)
    {
        Span<uint> w0 = words[..Batch], w1 = words[Batch..(2 * Batch)], w2 = words[(2 * Batch)..(3 * Batch)], w3 = words[(3 * Batch)..(4 * Batch)];
        var hash = bandHash;
        for (var i = 0; i < batch.Length; i++)
        {
            ref var trafficker = ref batch[i];
            // The processor does not fetch ahead over the end of a page; past the end of the chunk this asks for nothing that hurts.
            if (Sse.IsSupported)
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref trafficker, 2 * Batch)));
            w0[i] = trafficker.Slot;
            w1[i] = At(hash, trafficker.Organisation);
            w2[i] = ++trafficker.TripHop;
            w3[i] = (uint)Purpose.Arrival << 24;
        }

        // Whole vectors: the words past the batch are never read.
        var padded = (batch.Length + 7) & ~7;
        Philox.Fill(key, w0[..padded], w1[..padded], w2[..padded], w3[..padded]);
    }

    // The sites of the link in turn, each for what those before it left. Leaves the place from which each goes on, or −1 where the trip has ended.
    private void Inspect(Span<Trafficker> batch, Span<uint> words, Span<int> places, ArrivalCalendar calendar, int tick, Tally tally)
    {
        var (traffic, expected, selected, odds, classes, marketPlace, linkEnds) =
            (tally.Traffic, tally.Expected, inspection.Selected, inspection.Odds, inspection.Classes, choice.MarketPlace, inspection.Ends);
        for (var i = 0; i < batch.Length; i++)
        {
            ref var trafficker = ref batch[i];
            ref readonly var end = ref At(linkEnds, trafficker.Link);
            var place = end.Place;
            if (trafficker.Fate == Fate.Moving)
            {
                ref var carried = ref At(traffic, trafficker.Organisation * linkEnds.Length + trafficker.Link);
                carried.Grams += trafficker.Grams;
                carried.Passages++;
                ulong passed = 0;
                for (var e = end.FirstEntry; e < end.EndEntry; e++)
                {
                    ref readonly var odd = ref At(odds, e * classes + trafficker.LoadClass);
                    var find = InspectionTable.Find(passed, At(selected, odd.Site), odd.Found);
                    At(expected, odd.Account) += ((find * odd.Unbribed >> 31) * (ulong)trafficker.Grams + 2048) >> 12;
                    if (words[i] - passed < find && Seize(in odd, ref trafficker, tally, words[Batch + i], out var post))
                    {
                        ExpectLater(e + 1, end.EndEntry, passed + find, in trafficker, tally);
                        place = Lose(calendar, ref trafficker, post, tick, tally);
                        break;
                    }

                    passed += find;
                }
            }

            if (place == At(marketPlace, trafficker.Table))
                place = Deliver(calendar, ref trafficker, tick, tally);
            places[i] = place;
        }
    }

    // The link that each takes from its place and the ticks it needs; the complement of the place where it stays. Nothing is stored but the answers, so that the
    // look-ups of many travellers overlap.
    private void Choose(Span<Trafficker> batch, ReadOnlySpan<uint> words, Span<int> places, Span<int> ticks)
    {
        var (exits, tables) = (choice.Exits, choice);
        for (var i = 0; i < batch.Length; i++)
        {
            var place = places[i];
            if (place >= 0)
                (places[i], ticks[i]) = Choose(tables, batch[i].Table, place, in At(exits, place), words[2 * Batch + i], words[3 * Batch + i]);
            else
                ticks[i] = 0;
        }
    }

    private void Proceed(Span<Trafficker> batch, ReadOnlySpan<int> links, ReadOnlySpan<int> ticks, ArrivalCalendar calendar, int tick)
    {
        for (var i = 0; i < batch.Length; i++)
        {
            if (ticks[i] > 0)
                Proceed(calendar, in batch[i], links[i], tick + ticks[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Link, int Ticks) Choose(ChoiceTables tables, int table, int place, in ChoiceTables.Exit exit, uint route, uint wait)
    {
        var link = tables.Choose(table, in exit, route);
        // Nothing is open on the way to the market: wait a day where one is.
        if (link == exit.End)
            return (~place, ticksPerDay);
        var ticks = At(travel, link) + 0x8000;
        if (stages)
            ticks += staging.Sample(wait);
        return (link, Math.Max(1, ticks >> 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Proceed(ArrivalCalendar calendar, in Trafficker trafficker, int link, int arrivalTick)
    {
        ref var next = ref calendar.Add(calendar.Bucket(arrivalTick));
        next = trafficker;
        next.Fate = link < 0 ? Fate.Waiting : Fate.Moving;
        // Who waits stands at the end of a link: any that leads there.
        next.Link = (ushort)(link >= 0 ? link : standing[~link]);
    }

    /// <summary>Puts a trafficker on the link that a word chooses from a place, and tells which.</summary>
    public int Depart(ArrivalCalendar calendar, in Trafficker trafficker, int tick, int place, uint route, uint wait)
    {
        var (link, ticks) = Choose(choice, trafficker.Table, place, in At(choice.Exits, place), route, wait);
        Proceed(calendar, in trafficker, link, tick + ticks);
        return link;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Lose(ArrivalCalendar calendar, ref Trafficker trafficker, int post, int tick, Tally tally)
    {
        if (bands[trafficker.Organisation].ReturnsAtOnce)
            return Follow(ref trafficker, tally, tick);
        trafficker.Link = (ushort)post;
        Finish(calendar, ref trafficker, Fate.Seized);
        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Deliver(ArrivalCalendar calendar, ref Trafficker trafficker, int tick, Tally tally)
    {
        Finish(calendar, ref trafficker, Fate.Delivered);
        return bands[trafficker.Organisation].ReturnsAtOnce ? Follow(ref trafficker, tally, tick) : -1;
    }

    // A load is lost once, but the sites that would have come later count it in their expectation all the same.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ExpectLater(int first, int end, ulong passed, in Trafficker trafficker, Tally tally)
    {
        for (var e = first; e < end; e++)
        {
            ref readonly var odds = ref inspection.Odds[e * inspection.Classes + trafficker.LoadClass];
            var find = inspection.Find(passed, in odds);
            tally.Expected[odds.Account] += ((find * odds.Unbribed >> 31) * (ulong)trafficker.Grams + 2048) >> 12;
            passed += find;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Seize(in Odds odds, ref Trafficker trafficker, Tally tally, uint word, out int post)
    {
        post = -1;
        // The word decides on 31 bits, as the table holds them.
        if (word >> 1 >= odds.Unbribed)
        {
            var cents = bribe.Cents(network.Head[trafficker.Link], bands[trafficker.Organisation].Commodity, trafficker.Grams);
            tally.BribeCents[trafficker.Organisation] += cents;
            tally.Watch?.Found(in trafficker, in odds, word, cents);
            return false;
        }

        var cell = trafficker.Organisation * network.Head.Length + trafficker.Link;
        tally.LostGrams[cell] += trafficker.Grams;
        tally.Losses[cell]++;
        post = inspection.Seizer(in odds, word, out var account);
        tally.SeizedGrams[account] += trafficker.Grams;
        tally.Seizures[post]++;
        tally.Watch?.Found(in trafficker, in odds, word, bribeCents: null);
        return true;
    }

    private static void Finish(ArrivalCalendar calendar, ref Trafficker trafficker, Fate fate)
    {
        ref var finished = ref calendar.Add(calendar.Finished);
        finished = trafficker;
        finished.Fate = fate;
    }

    // An equal consignment leaves one of the homes in the same tick, as the next trip of the same slot.
    private int Follow(ref Trafficker trafficker, Tally tally, int tick)
    {
        var band = bands[trafficker.Organisation];
        trafficker.TripHop = ((trafficker.TripHop >> 12) + 1) << 12;
        trafficker.DepartureTick = tick;
        tally.FollowedGrams[trafficker.Organisation] += trafficker.Grams;
        var word = Philox.Draw(key, trafficker.Slot, band.Hash, trafficker.TripHop, (uint)Purpose.Departure << 24).W3;
        return band.Homes[Sampler.Pick(band.HomeCumulative, word)];
    }

    // Indices come from tables that were built together, so the hot loop does not check them again; debug builds do.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T At<T>(T[] array, int index)
    {
        Debug.Assert((uint)index < (uint)array.Length);
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index);
    }
}
