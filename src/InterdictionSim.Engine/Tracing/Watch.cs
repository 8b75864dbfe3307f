using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tracing;

/// <summary>What one thread sees of the subjects of a trace. The tick calls it at its seams; it decides nothing.</summary>
/// <remarks>
/// Probabilities are what the tables hold at that moment; whether a site found, took or seized is what the tick did and told here. A load that a site finds is
/// found by one of its posts; the others of that site do not meet it.
/// </remarks>
internal sealed class Watch(Stage stage, InspectionTable inspection, ChoiceTables choice, TraceSubjects subjects)
{
    private const double One32 = 4294967296.0;
    private readonly List<TraceEvent> events = [];
    private readonly List<(Trafficker Trafficker, int Entry, int Post, TraceEvent Event)> meetings = [];

    /// <summary>Events in the order in which they were seen.</summary>
    public IReadOnlyList<TraceEvent> Events => events;

    /// <summary>A batch is about to be inspected: who arrives, and which posts they will meet unless an earlier one seizes the load.</summary>
    /// <param name="batch">Those who arrive.</param>
    /// <param name="interception">Their draws.</param>
    /// <param name="tick">The tick.</param>
    public void Arrive(ReadOnlySpan<Trafficker> batch, ReadOnlySpan<uint> interception, int tick)
    {
        meetings.Clear();
        for (var i = 0; i < batch.Length; i++)
        {
            ref readonly var trafficker = ref batch[i];
            if (trafficker.Fate != Fate.Moving)
                continue;
            var isFollowed = subjects.Follows(trafficker.Organisation, trafficker.Slot);
            if (isFollowed)
                meetings.Add((trafficker, -1, -1, Of(in trafficker, tick, TraceKind.Arrives) with { Place = PlaceId(stage.Network.Head[trafficker.Link]), Link = LinkId(trafficker.Link) }));
            Meet(in trafficker, interception[i], tick, isFollowed);
        }
    }

    /// <summary>A site has found a load, and the officer takes the bribe or does not.</summary>
    public void Found(in Trafficker trafficker, in Odds odds, uint word, long? bribeCents)
    {
        var entry = EntryOf(trafficker.Link, trafficker.LoadClass, odds.Site);
        var finder = bribeCents is null ? inspection.Seizer(in odds, word, out _) : inspection.Briber(in odds, word);
        for (var m = meetings.Count - 1; m >= 0; m--)
        {
            var (who, at, post, meeting) = meetings[m];
            if (!IsSame(in who, in trafficker))
                continue;
            if (at == entry && post == finder)
            {
                meetings[m] = (who, at, post, meeting with
                {
                    Kind = bribeCents is null ? TraceKind.Seized : TraceKind.Bribes,
                    BribeDraw = word / One32,
                    Refuses = odds.Unbribed * 2.0 / One32,
                    BribeUsd = bribeCents / 100.0 ?? double.NaN,
                });
            }
            else if (at == entry || (at > entry && bribeCents is null))
            {
                // Another post of the site has found it, or one has seized it before.
                meetings.RemoveAt(m);
            }
        }
    }

    /// <summary>The batch has been inspected, and all who go on have chosen.</summary>
    /// <param name="batch">Those who arrived, on their next trip where consignments return at once.</param>
    /// <param name="links">The link that each takes; the complement of the place where it waits.</param>
    /// <param name="ticks">Ticks that it needs; 0 where the trip has ended.</param>
    /// <param name="route">Their draws.</param>
    /// <param name="tick">The tick.</param>
    public void GoOn(ReadOnlySpan<Trafficker> batch, ReadOnlySpan<int> links, ReadOnlySpan<int> ticks, ReadOnlySpan<uint> route, int tick)
    {
        foreach (var (_, _, _, meeting) in meetings)
            events.Add(meeting);
        meetings.Clear();
        for (var i = 0; i < batch.Length; i++)
        {
            if (ticks[i] > 0)
                Depart(in batch[i], links[i], route[i], tick);
        }
    }

    /// <summary>A trafficker takes the link that a word chose, or waits where none is open.</summary>
    public void Depart(in Trafficker trafficker, int link, uint word, int tick)
    {
        if (!subjects.Follows(trafficker.Organisation, trafficker.Slot))
            return;
        if (link < 0)
        {
            events.Add(Of(in trafficker, tick, TraceKind.Waits) with { Place = PlaceId(~link) });
            return;
        }

        var tail = stage.Network.Tail[link];
        var (draw, from, below) = choice.Explain(trafficker.Table, link, word);
        events.Add(Of(in trafficker, tick, TraceKind.Departs) with
        {
            Place = PlaceId(tail),
            Link = LinkId(link),
            Draw = draw,
            From = from,
            To = below,
        });
    }

    /// <summary>A load is paid for.</summary>
    public void Deliver(in Trafficker trafficker, int place, double usdPerKg, int tick)
    {
        if (subjects.Follows(trafficker.Organisation, trafficker.Slot))
            events.Add(Of(in trafficker, tick, TraceKind.Delivers) with { Place = PlaceId(place), UsdPerKg = usdPerKg });
    }

    /// <summary>A trafficker is arrested by a post.</summary>
    public void Arrest(in Trafficker trafficker, int post, int tick)
    {
        if (subjects.Follows(trafficker.Organisation, trafficker.Slot))
            events.Add(Of(in trafficker, tick, TraceKind.Arrested) with { Place = stage.Posts[post].Place, Post = stage.Posts[post].Id, Grams = 0 });
    }

    /// <summary>A recruit takes the slot of one who was arrested.</summary>
    public void Replace(Band band, uint slot, uint trip, int tick)
    {
        if (subjects.Follows(band.Index, slot))
            events.Add(new TraceEvent(tick, TraceKind.Replaced, band.Organisation.Id, slot, (int)trip, 0));
    }

    private void Meet(in Trafficker trafficker, uint word, int tick, bool isFollowed)
    {
        ulong passed = 0;
        for (var e = inspection.Ends[trafficker.Link].FirstEntry; e < inspection.Ends[trafficker.Link].EndEntry; e++)
        {
            var odds = inspection.Odds[e * inspection.Classes + trafficker.LoadClass];
            var find = inspection.Find(passed, in odds);
            foreach (var post in inspection.Sites[odds.Site].Posts)
            {
                if (inspection.Alone[post] <= 0 || !(isFollowed || subjects.Watches(post)))
                    continue;
                meetings.Add((trafficker, e, post, Of(in trafficker, tick, TraceKind.Passes) with
                {
                    Place = stage.Posts[post].Place,
                    Link = LinkId(trafficker.Link),
                    Post = stage.Posts[post].Id,
                    Selected = inspection.Selected[odds.Site] * 2.0 / One32,
                    Found = odds.Found * 2.0 / One32,
                    Draw = word / One32,
                    From = passed / One32,
                    To = (passed + find) / One32,
                }));
            }

            passed += find;
        }
    }

    private int EntryOf(int link, int loadClass, int site)
    {
        var e = inspection.Ends[link].FirstEntry;
        while (inspection.Odds[e * inspection.Classes + loadClass].Site != site)
            e++;
        return e;
    }

    private static bool IsSame(in Trafficker a, in Trafficker b) => a.Organisation == b.Organisation && a.Slot == b.Slot;

    private TraceEvent Of(in Trafficker trafficker, int tick, TraceKind kind)
    {
        var loadClass = stage.Classes[trafficker.LoadClass];
        return new TraceEvent(tick, kind, stage.Bands[trafficker.Organisation].Organisation.Id, trafficker.Slot, (int)(trafficker.TripHop >> 12), (int)(trafficker.TripHop & 0xFFF))
        {
            Commodity = loadClass.CommodityId,
            LoadClass = $"{loadClass.HaulId}/{loadClass.Concealment}",
            Grams = trafficker.Grams,
        };
    }

    private string PlaceId(int place) => stage.Network.Places[place].Id;

    private string LinkId(int directed) => stage.Network.LinkAt(directed).Id;
}
