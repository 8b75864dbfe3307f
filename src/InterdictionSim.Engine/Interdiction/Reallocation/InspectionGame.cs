namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>
/// The zero-sum game between an evader, who picks a path through a network, and one inspector, who stands at a site k and catches with probability p_k
/// who passes there (Washburn &amp; Wood 1995, <em>Operations Research</em> 43, 243–251).
/// </summary>
/// <remarks>
/// With the capacity 1/p_k at sites and none elsewhere, a minimum cut C gives the inspector's mix x_k = (1/p_k)/Σ_C 1/p_j and the value 1/Σ_C 1/p_j. Each
/// place is split in two, joined by an arc that bears its site; flows are augmented along shortest paths (Edmonds &amp; Karp 1972). Nothing is allocated
/// by a solution.
/// </remarks>
internal sealed class InspectionGame
{
    private readonly int places;
    private readonly int links;
    private readonly int[] siteOf;
    private readonly int[] first;
    private readonly int[] arcs;
    private readonly int[] target;
    private readonly double[] left;
    private readonly int[] cameBy;
    private readonly int[] queue;

    /// <summary>Lays the game's network out.</summary>
    /// <param name="places">Number of places.</param>
    /// <param name="tail">Place where each directed link starts.</param>
    /// <param name="head">Place where each directed link ends.</param>
    /// <param name="sites">Place of each site, no two alike.</param>
    public InspectionGame(int places, ReadOnlySpan<int> tail, ReadOnlySpan<int> head, ReadOnlySpan<int> sites)
    {
        this.places = places;
        links = tail.Length;
        siteOf = new int[places];
        Array.Fill(siteOf, -1);
        for (var k = 0; k < sites.Length; k++)
            siteOf[sites[k]] = k;
        // Arc a and its reverse a ^ 1. In turn: links, places themselves, beginnings before and after the site, ends.
        var pairs = links + 4 * places;
        var from = new int[2 * pairs];
        target = new int[2 * pairs];
        left = new double[2 * pairs];
        for (var d = 0; d < links; d++)
            Join(from, d, Leaving(tail[d]), Arriving(head[d]));
        for (var p = 0; p < places; p++)
        {
            Join(from, links + p, Arriving(p), Leaving(p));
            Join(from, links + places + p, Source, Arriving(p));
            Join(from, links + 2 * places + p, Source, Leaving(p));
            Join(from, links + 3 * places + p, Leaving(p), Sink);
        }

        first = new int[Sink + 2];
        foreach (var node in from)
            first[node + 1]++;
        for (var node = 0; node <= Sink; node++)
            first[node + 1] += first[node];
        arcs = [.. Enumerable.Range(0, from.Length).OrderBy(a => from[a])];
        cameBy = new int[Sink + 1];
        queue = new int[Sink + 1];
    }

    private int Source => 2 * places;

    private int Sink => 2 * places + 1;

    /// <summary>Begins a new game, in which nobody can go anywhere yet.</summary>
    public void Clear() => Array.Clear(left);

    /// <summary>Lets the evader use a directed link.</summary>
    public void Open(int link) => left[2 * link] = double.PositiveInfinity;

    /// <summary>Lets the evader begin on the way to a place, so that its site is passed.</summary>
    public void BeginBefore(int place) => left[2 * (links + places + place)] = double.PositiveInfinity;

    /// <summary>Lets the evader begin at a place, past its site.</summary>
    public void BeginAt(int place) => left[2 * (links + 2 * places + place)] = double.PositiveInfinity;

    /// <summary>Lets the evader end at a place, past its site.</summary>
    public void EndAt(int place) => left[2 * (links + 3 * places + place)] = double.PositiveInfinity;

    /// <summary>Solves the game for the inspector; returns its value, or 0 and an empty mix where some path passes no site that can catch.</summary>
    /// <param name="sites">Sites with their probabilities to catch.</param>
    /// <param name="mix">Share of the time at each site.</param>
    public double Solve(ReadOnlySpan<SiteReport> sites, Span<double> mix)
    {
        for (var p = 0; p < places; p++)
            left[2 * (links + p)] = siteOf[p] >= 0 ? 1.0 / sites[siteOf[p]].CatchProbability : double.PositiveInfinity;
        mix.Clear();
        while (FindWay())
        {
            var least = Narrowest();
            if (double.IsInfinity(least))
                return 0;
            Send(least);
        }

        return Cut(sites, mix);
    }

    // Sites that can be reached and not passed are the cut.
    private double Cut(ReadOnlySpan<SiteReport> sites, Span<double> mix)
    {
        var capacity = 0.0;
        for (var p = 0; p < places; p++)
        {
            if (cameBy[Arriving(p)] < 0 || cameBy[Leaving(p)] >= 0)
                continue;
            mix[siteOf[p]] = 1.0 / sites[siteOf[p]].CatchProbability;
            capacity += mix[siteOf[p]];
        }

        for (var k = 0; k < mix.Length; k++)
            mix[k] = capacity > 0 ? mix[k] / capacity : 0;
        return capacity > 0 ? 1.0 / capacity : 0;
    }

    // Breadth first over what is left of the capacities; the arc by which each node was reached, −1 where it was not.
    private bool FindWay()
    {
        Array.Fill(cameBy, -1);
        cameBy[Source] = int.MaxValue;
        var (taken, count) = (0, 1);
        queue[0] = Source;
        while (taken < count && cameBy[Sink] < 0)
        {
            var node = queue[taken++];
            for (var i = first[node]; i < first[node + 1]; i++)
            {
                var arc = arcs[i];
                if (!(left[arc] > 0) || cameBy[target[arc]] >= 0)
                    continue;
                cameBy[target[arc]] = arc;
                queue[count++] = target[arc];
            }
        }

        return cameBy[Sink] >= 0;
    }

    private double Narrowest()
    {
        var least = double.PositiveInfinity;
        for (var node = Sink; node != Source; node = target[cameBy[node] ^ 1])
            least = Math.Min(least, left[cameBy[node]]);
        return least;
    }

    private void Send(double flow)
    {
        for (var node = Sink; node != Source; node = target[cameBy[node] ^ 1])
        {
            left[cameBy[node]] -= flow;
            left[cameBy[node] ^ 1] += flow;
        }
    }

    private void Join(int[] from, int pair, int tail, int head)
    {
        (from[2 * pair], target[2 * pair]) = (tail, head);
        (from[2 * pair + 1], target[2 * pair + 1]) = (head, tail);
    }

    private static int Arriving(int place) => 2 * place;

    private static int Leaving(int place) => 2 * place + 1;
}
