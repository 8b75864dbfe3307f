using System.Runtime.CompilerServices;
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
    private readonly int[] commodityOfClass;
    private readonly int[] travel;
    private readonly QuantileTable staging;
    private readonly BribeOffer bribe;
    private readonly ulong key;
    private readonly int ticksPerDay;

    /// <summary>Prepares the loop.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inspection">Posts' probabilities.</param>
    /// <param name="choice">Choice tables.</param>
    /// <param name="bands">Organisations.</param>
    /// <param name="classes">Load classes.</param>
    /// <param name="travel">Ticks on each directed link in units of 2⁻¹⁶; slow phases rewrite it.</param>
    /// <param name="staging">Wait at a place in the same unit.</param>
    /// <param name="bribe">What is offered to an officer.</param>
    /// <param name="key">Key of the replication.</param>
    /// <param name="ticksPerDay">Ticks in a day: one who finds no way on looks again after a day.</param>
    public Movement(
        BorderNetwork network, InspectionTable inspection, ChoiceTables choice, Band[] bands, IReadOnlyList<LoadClass> classes,
        int[] travel, QuantileTable staging, BribeOffer bribe, ulong key, int ticksPerDay)
    {
        this.network = network;
        this.inspection = inspection;
        this.choice = choice;
        this.bands = bands;
        bandHash = [.. bands.Select(b => b.Hash)];
        commodityOfClass = [.. classes.Select(c => c.Commodity)];
        this.travel = travel;
        this.staging = staging;
        this.bribe = bribe;
        this.key = key;
        this.ticksPerDay = ticksPerDay;
    }

    /// <summary>Counts, by post, the loads that arrive in a tick.</summary>
    public void Count(ArrivalCalendar calendar, int tick, Tally tally)
    {
        int[] first = inspection.First, postOf = inspection.PostOf, arrivals = tally.ArrivalsAtPost;
        var bucket = calendar.Bucket(tick);
        for (var chunk = calendar.FirstChunk(bucket); chunk >= 0; chunk = calendar.NextChunk(chunk))
        {
            foreach (ref readonly var trafficker in calendar.Chunk(bucket, chunk))
            {
                for (var e = first[trafficker.Link]; e < first[trafficker.Link + 1]; e++)
                    arrivals[postOf[e]]++;
            }
        }
    }

    /// <summary>Moves those who arrive in a tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Advance(ArrivalCalendar calendar, int tick, Tally tally)
    {
        Span<uint> words = stackalloc uint[4 * Batch];
        Span<uint> w0 = words[..Batch], w1 = words[Batch..(2 * Batch)], w2 = words[(2 * Batch)..(3 * Batch)], w3 = words[(3 * Batch)..];
        var bucket = calendar.Bucket(tick);
        int chunk;
        while ((chunk = calendar.Take(bucket, out var count)) >= 0)
        {
            var arrivals = calendar.Taken(chunk, count);
            tally.Arrivals += count;
            for (var start = 0; start < arrivals.Length; start += Batch)
            {
                var batch = arrivals.Slice(start, Math.Min(Batch, arrivals.Length - start));
                for (var i = 0; i < batch.Length; i++)
                {
                    ref var trafficker = ref batch[i];
                    w0[i] = trafficker.Slot;
                    w1[i] = bandHash[trafficker.Organisation];
                    w2[i] = ++trafficker.TripHop;
                    w3[i] = (uint)Purpose.Arrival << 24;
                }

                // Whole vectors: the words past the batch are never read.
                var padded = (batch.Length + 7) & ~7;
                Philox.Fill(key, w0[..padded], w1[..padded], w2[..padded], w3[..padded]);
                for (var i = 0; i < batch.Length; i++)
                    Arrive(calendar, ref batch[i], tick, tally, w0[i], w1[i], w2[i], w3[i]);
            }

            calendar.Release(chunk);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Arrive(ArrivalCalendar calendar, ref Trafficker trafficker, int tick, Tally tally, uint w0, uint w1, uint w2, uint w3)
    {
        int link = trafficker.Link;
        var place = network.Head[link];
        if (trafficker.Fate == Fate.Moving)
        {
            var cell = trafficker.Organisation * network.Head.Length + link;
            tally.Grams[cell] += trafficker.Grams;
            tally.Passages[cell]++;
            var end = inspection.First[link + 1];
            ulong passed = 0;
            for (var e = inspection.First[link]; e < end; e++)
            {
                var find = (4294967296UL - passed) * (inspection.FindThreshold(e, trafficker.LoadClass) >> 1) >> 31;
                var unbribed = inspection.Unbribed[e * inspection.Classes + trafficker.LoadClass];
                tally.Expected[inspection.PostOf[e] * tally.Commodities + commodityOfClass[trafficker.LoadClass]] += (find * unbribed >> 31) * (ulong)trafficker.Grams;
                if (w0 - passed < find && IsSeized(e, ref trafficker, tally, w1))
                {
                    if (!bands[trafficker.Organisation].ReturnsAtOnce)
                    {
                        Finish(calendar, ref trafficker, Fate.Seized);
                        return;
                    }

                    place = Follow(ref trafficker, tally, tick);
                    break;
                }

                passed += find;
            }
        }

        if (place == choice.MarketPlace[trafficker.Table])
        {
            Finish(calendar, ref trafficker, Fate.Delivered);
            if (!bands[trafficker.Organisation].ReturnsAtOnce)
                return;
            place = Follow(ref trafficker, tally, tick);
        }

        Proceed(calendar, ref trafficker, tick, place, w2, w3);
    }

    /// <summary>Puts a trafficker on the link that a word chooses from a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Proceed(ArrivalCalendar calendar, ref Trafficker trafficker, int tick, int place, uint route, uint wait)
    {
        var link = network.First[place];
        var end = network.First[place + 1];
        var row = choice.Cumulative.AsSpan(trafficker.Table * choice.DirectedLinks, choice.DirectedLinks)[link..end];
        route |= 1;
        foreach (var threshold in row)
            link += route > threshold ? 1 : 0;
        if (link == end)
        {
            Stay(calendar, ref trafficker, tick);
            return;
        }

        var ticks = (travel[link] + staging.Sample(wait) + 0x8000) >> 16;
        ref var next = ref calendar.Add(calendar.Bucket(tick + Math.Max(1, ticks)));
        next = trafficker;
        next.Link = (ushort)link;
        next.Fate = Fate.Moving;
    }

    // Nothing is open on the way to the market: wait a day where one is.
    private void Stay(ArrivalCalendar calendar, ref Trafficker trafficker, int tick)
    {
        ref var next = ref calendar.Add(calendar.Bucket(tick + ticksPerDay));
        next = trafficker;
        next.Fate = Fate.Waiting;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsSeized(int entry, ref Trafficker trafficker, Tally tally, uint word)
    {
        var post = inspection.PostOf[entry];
        // The word decides on 31 bits, as the table holds them.
        if (word >> 1 >= inspection.Unbribed[entry * inspection.Classes + trafficker.LoadClass])
        {
            tally.BribeCents[trafficker.Organisation] += bribe.Cents(network.Head[trafficker.Link], commodityOfClass[trafficker.LoadClass], trafficker.Grams);
            return false;
        }

        var cell = trafficker.Organisation * network.Head.Length + trafficker.Link;
        tally.LostGrams[cell] += trafficker.Grams;
        tally.Losses[cell]++;
        tally.SeizedGrams[post * tally.Commodities + commodityOfClass[trafficker.LoadClass]] += trafficker.Grams;
        tally.Seizures[post]++;
        trafficker.Post = post;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Finish(ArrivalCalendar calendar, ref Trafficker trafficker, Fate fate)
    {
        ref var finished = ref calendar.Add(calendar.Finished);
        finished = trafficker;
        finished.Fate = fate;
    }

    // An equal consignment leaves one of the homes in the same tick, as the next trip of the same slot.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Follow(ref Trafficker trafficker, Tally tally, int tick)
    {
        var band = bands[trafficker.Organisation];
        trafficker.TripHop = ((trafficker.TripHop >> 12) + 1) << 12;
        trafficker.DepartureTick = tick;
        tally.FollowedGrams[trafficker.Organisation] += trafficker.Grams;
        var word = Philox.Draw(key, trafficker.Slot, band.Hash, trafficker.TripHop, (uint)Purpose.Departure << 24).W3;
        return band.Homes[Sampler.Pick(band.HomeCumulative, word)];
    }
}
