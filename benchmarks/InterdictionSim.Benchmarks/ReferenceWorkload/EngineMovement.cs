using InterdictionSim.Engine;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>The reference workload through the product's own movement, calendar, inspection table, choice table and record: no second kernel.</summary>
/// <remarks>Every place is a post that finds 2 % of what arrives; whoever is caught is followed at once from a source, and trips have no end.</remarks>
public sealed class EngineMovement : IReferencePeer, IDisposable
{
    private readonly BorderNetwork network;
    private readonly Movement movement;
    private readonly ArrivalCalendar[] calendars;
    private readonly Tally[] tallies;
    private readonly TickTeam team;
    private readonly Action<int> advance;
    private int tick;

    /// <summary>A population at its start.</summary>
    public EngineMovement(ReferenceGraph graph, int agents, int threads, int seed)
    {
        network = Network(graph);
        var haul = new Haul(new Dictionary<string, bool>(), new Dictionary<string, double>(), 1, 1, 1, 0, 0, 0, 0, new Dictionary<string, double>());
        var inspection = Inspection(graph);
        var band = Band(graph, haul, agents);
        var bribe = new BribeOffer(new BribeParameters(0, 0, 1, 0), [new double[graph.Places]]);
        var travel = new int[network.DirectedLinks];
        for (var d = 0; d < travel.Length; d++)
            travel[d] = (int)network.LinkAt(d).TravelDays << 16;
        movement = new Movement(
            network, inspection, Choice(graph), [band], travel, QuantileTable.Exponential(0), bribe, Philox.Key((ulong)seed, 0), ticksPerDay: 1);
        calendars = [.. Enumerable.Range(0, threads).Select(_ => new ArrivalCalendar((agents / threads) + 1, horizonTicks: ReferenceGraph.FirstLegTicks))];
        tallies = [.. calendars.Select(_ => new Tally(1, network.DirectedLinks, 1, inspection))];
        team = new TickTeam(threads);
        advance = member => movement.Advance(calendars[member], tick, tallies[member]);
        Scatter(graph, agents);
    }

    /// <inheritdoc/>
    public void Run(int ticks)
    {
        for (var end = tick + ticks; tick < end;)
        {
            tick++;
            team.Run(advance);
        }
    }

    /// <inheritdoc/>
    public ReferenceCounts Count()
    {
        var arrivals = new long[network.Places.Length];
        var intercepts = new long[network.Places.Length];
        foreach (var tally in tallies)
        {
            for (var d = 0; d < network.DirectedLinks; d++)
                arrivals[network.Head[d]] += tally.Traffic[d].Passages;
            for (var p = 0; p < intercepts.Length; p++)
                intercepts[p] += tally.Seizures[p];
        }

        return new ReferenceCounts(arrivals, intercepts);
    }

    /// <inheritdoc/>
    public void Dispose() => team.Dispose();

    // Every agent heads for a source; any link into it will do, for the place is all that counts there.
    private void Scatter(ReferenceGraph graph, int agents)
    {
        for (var i = 0; i < agents; i++)
        {
            var calendar = calendars[i % calendars.Length];
            ref var trafficker = ref calendar.Add(calendar.Bucket(graph.FirstArrivalTick(i)));
            trafficker = new Trafficker { Slot = (uint)i, Grams = 1000, Link = (ushort)network.Into[graph.FirstPlace(i)][0] };
        }
    }

    private static BorderNetwork Network(ReferenceGraph graph)
    {
        var places = Enumerable.Range(0, graph.Places).Select(p => new Place($"P{p:00}", "", "AAA", PlaceKind.City, 0, 0)).ToArray();
        var links = new List<Link>();
        var ends = new List<(int Link, int Tail, int Head)>();
        for (var place = 0; place < graph.Places; place++)
        {
            foreach (ref readonly var link in graph.LinksFrom(place))
            {
                ends.Add((links.Count, place, link.To));
                links.Add(new Link($"L{links.Count:000}", places[place].Id, places[link.To].Id, LinkMode.Road, 0, link.LengthTicks, 0, [], [], 1, 0, null, null));
            }
        }

        return new BorderNetwork(places, [.. links], (_, _) => ends);
    }

    private InspectionTable Inspection(ReferenceGraph graph)
    {
        var table = new InspectionTable(network, [.. network.Into.Select((links, place) => new Site([place], [new Approach(links, place, false, 1)]))], graph.Places, [0], 1);
        for (var place = 0; place < graph.Places; place++)
        {
            table.Change(place);
            table.Alone[place] = 1;
            table.ChancesOf(place, 0)[0] = new Chance(InspectionTable.Fixed31(ReferenceGraph.CatchProbability), InspectionTable.Fixed31(1));
        }

        table.Compose();
        return table;
    }

    // The graph's own weights, in the order of the network's links.
    private ChoiceTables Choice(ReferenceGraph graph)
    {
        var tables = new ChoiceTables(network, 1);
        tables.MarketPlace[0] = -1;
        for (var place = 0; place < graph.Places; place++)
        {
            var first = network.First[place];
            var weights = new double[graph.LinksPerPlace];
            for (var k = 0; k < weights.Length; k++)
            {
                var original = network.LinkOf[first + k] - place * graph.LinksPerPlace;
                var links = graph.LinksFrom(place);
                weights[k] = links[original].Cumulative - (original > 0 ? links[original - 1].Cumulative : 0);
            }

            Sampler.Cumulate(weights, tables.Row(0, place));
        }

        return tables;
    }

    private static Band Band(ReferenceGraph graph, Haul haul, int agents)
    {
        var cumulative = new uint[graph.Sources];
        Sampler.Cumulate(Enumerable.Repeat(1.0, graph.Sources).ToArray(), cumulative);
        return new Band
        {
            Index = 0,
            Organisation = new Organisation("walkers", new Dictionary<string, double>(), "walk", "load", 1),
            Commodity = 0,
            Haul = haul,
            Good = new Commodity(1, 1, 1),
            Traffickers = agents,
            Hash = InterdictionSim.Engine.Trafficking.Band.HashOf("walkers"),
            Homes = [.. Enumerable.Range(0, graph.Sources)],
            HomeWeights = [.. Enumerable.Repeat(1.0, graph.Sources)],
            HomeCumulative = cumulative,
            LoadClasses = [0],
            LoadClassCumulative = [uint.MaxValue],
            Tables = [0],
            Sizes = QuantileTable.Exponential(1000),
            ReturnsAtOnce = true,
        };
    }
}
