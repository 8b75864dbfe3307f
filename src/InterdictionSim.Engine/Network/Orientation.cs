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
    private Orientation(int[] places, int[] start, int[] links)
    {
        Places = places;
        Start = start;
        Links = links;
    }

    /// <summary>Places from which the market can be reached, the market left out, nearest first: each comes after all places that its links lead to.</summary>
    public int[] Places { get; }

    /// <summary>First admissible link of each of <see cref="Places"/>, and one past the last.</summary>
    public int[] Start { get; }

    /// <summary>Admissible directed links, in the order of the network within a place.</summary>
    public int[] Links { get; }

    /// <summary>Orients the usable links for a market.</summary>
    /// <param name="network">The network.</param>
    /// <param name="usable">Whether each directed link is open to this haul.</param>
    /// <param name="days">Days each directed link takes.</param>
    /// <param name="descent">Potential of the current from the homes to the market, up to a constant.</param>
    /// <param name="market">Place of the market.</param>
    public static Orientation Towards(BorderNetwork network, bool[] usable, double[] days, double[] descent, int market)
    {
        var quickest = QuickestLink(network, usable, days, market);
        var range = descent.Max() - descent.Min();
        var least = 1e-10 * range;
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

        return Ordered(network, admissible, market);
    }

    // Dijkstra from the market against the direction of travel; −1 where the market cannot be reached. Ties go to the lower index.
    private static int[] QuickestLink(BorderNetwork network, bool[] usable, double[] days, int market)
    {
        var places = network.Places.Length;
        var distance = new double[places];
        Array.Fill(distance, double.PositiveInfinity);
        distance[market] = 0;
        var link = new int[places];
        Array.Fill(link, -1);
        var done = new bool[places];
        var reverse = Reverse(network);
        for (var step = 0; step < places; step++)
        {
            var nearest = -1;
            for (var p = 0; p < places; p++)
            {
                if (!done[p] && distance[p] < double.PositiveInfinity && (nearest < 0 || distance[p] < distance[nearest]))
                    nearest = p;
            }

            if (nearest < 0)
                break;
            done[nearest] = true;
            foreach (var d in reverse[nearest])
            {
                var through = distance[nearest] + days[d] + 1e-6;
                if (usable[d] && through < distance[network.Tail[d]])
                {
                    distance[network.Tail[d]] = through;
                    link[network.Tail[d]] = d;
                }
            }
        }

        return link;
    }

    private static List<int>[] Reverse(BorderNetwork network)
    {
        var reverse = new List<int>[network.Places.Length];
        for (var p = 0; p < reverse.Length; p++)
            reverse[p] = [];
        for (var d = 0; d < network.DirectedLinks; d++)
            reverse[network.Head[d]].Add(d);
        return reverse;
    }

    // Reverse topological order by counting the admissible links that are still ahead of each place.
    private static Orientation Ordered(BorderNetwork network, bool[] admissible, int market)
    {
        var ahead = new int[network.Places.Length];
        for (var d = 0; d < admissible.Length; d++)
            ahead[network.Tail[d]] += admissible[d] ? 1 : 0;
        var reverse = Reverse(network);
        var order = new List<int>();
        var ready = new Queue<int>([market]);
        while (ready.TryDequeue(out var place))
        {
            if (place != market)
                order.Add(place);
            foreach (var d in reverse[place])
            {
                if (admissible[d] && --ahead[network.Tail[d]] == 0)
                    ready.Enqueue(network.Tail[d]);
            }
        }

        var start = new int[order.Count + 1];
        var links = new List<int>();
        for (var i = 0; i < order.Count; i++)
        {
            for (var d = network.First[order[i]]; d < network.First[order[i] + 1]; d++)
            {
                if (admissible[d])
                    links.Add(d);
            }

            start[i + 1] = links.Count;
        }

        return new Orientation([.. order], start, [.. links]);
    }
}
