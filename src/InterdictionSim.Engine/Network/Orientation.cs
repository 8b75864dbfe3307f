namespace InterdictionSim.Engine.Network;

/// <summary>
/// The links that a load from given homes may take to a market: those that go down the potential of a current that enters at the homes and leaves at the market.
/// </summary>
/// <remarks>
/// Acyclic for any weights; every link on a simple path from a home to the market gets one direction; rests on physical time only, so it moves
/// only when a link opens or closes. A place that no current reaches (a dead end after a closure) leaves by the quickest way to the market and is
/// never entered, so nothing is trapped.
/// </remarks>
internal sealed class Orientation
{
    /// <summary>
    /// Places from which the market can be reached, the market left out: each comes after all places that its links lead to, and those on the way from a
    /// home come first.
    /// </summary>
    public required int[] Places { get; init; }

    /// <summary>Number of places on the way from a home. Others are met only by those who were there when a link closed.</summary>
    public required int Travelled { get; init; }

    /// <summary>First admissible link of each of <see cref="Places"/>, and one past the last.</summary>
    public required int[] Start { get; init; }

    /// <summary>Admissible directed links, in the order of the network within a place.</summary>
    public required int[] Links { get; init; }

    /// <summary><see cref="Step"/> of the head of each of <see cref="Links"/>.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Position of each place of the network among <see cref="Places"/>, from 1; 0 of the market, −1 where it cannot be reached.</summary>
    public required int[] Step { get; init; }

    /// <summary>Stretches of <see cref="Places"/> with equally many ways on, and where each ends: travelled places only, or others only.</summary>
    public required (int Ways, int End)[] Runs { get; init; }

    /// <summary>Orients the usable links for a market.</summary>
    /// <param name="network">The network.</param>
    /// <param name="usable">Whether each directed link is open to this haul.</param>
    /// <param name="descent">Potential of the current from the homes to the market, up to a constant.</param>
    /// <param name="quickest">First link of the quickest way to the market from each place; −1 where there is none.</param>
    /// <param name="market">Place of the market.</param>
    /// <param name="homes">Home places.</param>
    public static Orientation Towards(BorderNetwork network, bool[] usable, double[] descent, int[] quickest, int market, int[] homes)
    {
        // Differences below this are rounding errors of the solution.
        var least = 1e-10 * (descent.Max() - descent.Min());
        var admissible = new bool[usable.Length];
        var leaves = new bool[network.Places.Length];
        for (var d = 0; d < usable.Length; d++)
        {
            int tail = network.Tail[d], head = network.Head[d];
            admissible[d] = usable[d] && tail != market && quickest[tail] >= 0 && descent[tail] - descent[head] > least;
            leaves[tail] |= admissible[d];
        }

        for (var p = 0; p < leaves.Length; p++)
        {
            if (!leaves[p] && quickest[p] >= 0)
                admissible[quickest[p]] = true;
        }

        return Ordered(network, admissible, market, homes);
    }

    /// <summary>First link of the quickest way to a market from each place, by Dijkstra's rule against the direction of travel; −1 where there is none.</summary>
    public static int[] Quickest(BorderNetwork network, bool[] usable, int market)
    {
        var places = network.Places.Length;
        var distance = new double[places];
        Array.Fill(distance, double.PositiveInfinity);
        distance[market] = 0;
        var link = new int[places];
        Array.Fill(link, -1);
        var queue = new PriorityQueue<int, (double, int)>();
        queue.Enqueue(market, (0, market));
        while (queue.TryDequeue(out var nearest, out var priority))
        {
            if (priority.Item1 > distance[nearest])
                continue;
            foreach (var d in network.Into[nearest])
            {
                // A link of no length still counts, so that no circle is for nothing.
                var through = distance[nearest] + network.LinkAt(d).TravelDays + 1e-6;
                if (usable[d] && through < distance[network.Tail[d]])
                {
                    distance[network.Tail[d]] = through;
                    link[network.Tail[d]] = d;
                    queue.Enqueue(network.Tail[d], (through, network.Tail[d]));
                }
            }
        }

        return link;
    }

    // Reverse topological order by counting the admissible links that are still ahead of each place.
    private static Orientation Ordered(BorderNetwork network, bool[] admissible, int market, int[] homes)
    {
        var ahead = new int[network.Places.Length];
        for (var d = 0; d < admissible.Length; d++)
            ahead[network.Tail[d]] += admissible[d] ? 1 : 0;
        var ready = new Agenda(ahead, Reached(network, admissible, homes));
        var order = new List<int>(ahead.Length);
        var step = new int[ahead.Length];
        Array.Fill(step, -1);
        for (var place = market; place >= 0; place = ready.Take())
        {
            step[place] = order.Count;
            order.Add(place);
            foreach (var d in network.Into[place])
            {
                if (admissible[d] && --ahead[network.Tail[d]] == 0)
                    ready.Add(network.Tail[d]);
            }
        }

        order.RemoveAt(0);
        var start = new int[order.Count + 1];
        var links = new List<int>(admissible.Length);
        for (var i = 0; i < order.Count; i++)
        {
            for (var d = network.First[order[i]]; d < network.First[order[i] + 1]; d++)
            {
                if (admissible[d])
                    links.Add(d);
            }

            start[i + 1] = links.Count;
        }

        return new Orientation
        {
            Places = [.. order],
            Travelled = ready.Travelled,
            Start = start,
            Links = [.. links],
            Heads = [.. links.Select(d => step[network.Head[d]])],
            Step = step,
            Runs = [.. ready.Runs],
        };
    }

    private static bool[] Reached(BorderNetwork network, bool[] admissible, int[] homes)
    {
        var reached = new bool[network.Places.Length];
        var queue = new Queue<int>(homes);
        while (queue.TryDequeue(out var place))
        {
            if (reached[place])
                continue;
            reached[place] = true;
            for (var d = network.First[place]; d < network.First[place + 1]; d++)
            {
                if (admissible[d])
                    queue.Enqueue(network.Head[d]);
            }
        }

        return reached;
    }
    // Places ready to be taken. Those with as many ways on as the last one go first, so that runs are long. Else the travelled go first; as all that follows
    // a travelled place is travelled too, no other place is taken before the last of them.
    private sealed class Agenda
    {
        private readonly int[] kind;
        private readonly int[] top;
        private readonly int[] below;
        private readonly int most;
        private int current;

        public Agenda(int[] ways, bool[] travelled)
        {
            most = ways.Max();
            kind = [.. ways.Select((count, place) => travelled[place] ? count : most + count)];
            top = new int[2 * most + 1];
            Array.Fill(top, -1);
            below = new int[ways.Length];
        }

        public List<(int Ways, int End)> Runs { get; } = [];

        public int Travelled { get; private set; }

        public void Add(int place) => (below[place], top[kind[place]]) = (top[kind[place]], place);

        // −1 when none is ready.
        public int Take()
        {
            if (top[current] < 0)
            {
                current = Array.FindIndex(top, place => place >= 0);
                if (current < 0)
                    return -1;
                Runs.Add((current > most ? current - most : current, Runs.Count > 0 ? Runs[^1].End : 0));
            }

            var taken = top[current];
            top[current] = below[taken];
            Runs[^1] = Runs[^1] with { End = Runs[^1].End + 1 };
            Travelled += current <= most ? 1 : 0;
            return taken;
        }
    }
}
