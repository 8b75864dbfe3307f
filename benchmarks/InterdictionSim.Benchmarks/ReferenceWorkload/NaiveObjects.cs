namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>The reference workload as one writes it first: an object an agent, a place and a link, every agent counted down every tick.</summary>
/// <remarks>The yardstick of all ratios, so it is neither tuned nor handicapped: an unseeded <see cref="Random"/> is the runtime's fastest.</remarks>
public sealed class NaiveObjects : IReferencePeer
{
    private readonly Random random;
    private readonly Place[] places;
    private readonly Place[] sources;
    private readonly Agent[] agents;

    /// <summary>A population at its start.</summary>
    public NaiveObjects(ReferenceGraph graph, int agents, Random random)
    {
        this.random = random;
        places = [.. Enumerable.Range(0, graph.Places).Select(_ => new Place())];
        for (var place = 0; place < graph.Places; place++)
        {
            foreach (var link in graph.LinksFrom(place))
                places[place].Links.Add(new Link(places[link.To], link.LengthTicks, link.Cumulative));
        }
        sources = places[..graph.Sources];
        this.agents = [.. Enumerable.Range(0, agents).Select(i => new Agent(places[graph.FirstPlace(i)], graph.FirstArrivalTick(i)))];
    }

    /// <inheritdoc/>
    public void Run(int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            foreach (var agent in agents)
            {
                if (--agent.RemainingTicks == 0)
                    Arrive(agent);
            }
        }
    }

    /// <inheritdoc/>
    public ReferenceCounts Count() => new([.. places.Select(place => place.Arrivals)], [.. places.Select(place => place.Intercepts)]);

    private void Arrive(Agent agent)
    {
        var place = agent.Ahead;
        place.Arrivals++;
        if (random.NextDouble() < ReferenceGraph.CatchProbability)
        {
            place.Intercepts++;
            place = sources[random.Next(sources.Length)];
        }
        var link = place.Choose(random.NextDouble());
        agent.Ahead = link.To;
        agent.RemainingTicks = link.LengthTicks;
    }

    private sealed class Agent(Place ahead, int remainingTicks)
    {
        public Place Ahead { get; set; } = ahead;

        public int RemainingTicks { get; set; } = remainingTicks;
    }

    private sealed class Place
    {
        public List<Link> Links { get; } = [];

        public long Arrivals { get; set; }

        public long Intercepts { get; set; }

        public Link Choose(double word)
        {
            foreach (var link in Links)
            {
                if (word < link.Cumulative)
                    return link;
            }
            return Links[^1];
        }
    }

    private sealed class Link(Place to, int lengthTicks, double cumulative)
    {
        public Place To { get; } = to;

        public int LengthTicks { get; } = lengthTicks;

        public double Cumulative { get; } = cumulative;
    }
}
