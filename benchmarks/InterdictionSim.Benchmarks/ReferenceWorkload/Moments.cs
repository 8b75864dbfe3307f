namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>Exact mean and standard deviation of a count over a run of the reference workload.</summary>
public readonly record struct Moments(double Mean, double Sigma)
{
    /// <summary>How many standard deviations a count lies above the mean.</summary>
    public double Score(long count) => (count - Mean) / Sigma;

    /// <summary>Moments of the sum of independent runs.</summary>
    public Moments Times(int runs) => new(runs * Mean, Math.Sqrt(runs) * Sigma);

    /// <summary>Counts <paramref name="free"/>[place] at every arrival that goes on, <paramref name="caught"/>[place] at every one that is caught.</summary>
    /// <remarks>
    /// An agent that has just arrived starts afresh from its place, so the first two moments of what it will yet count obey a backward recursion in
    /// the ticks left. With p the catch probability, f and g what this arrival counts free or caught, A the count from an arrival on, L the count after leaving:
    /// E L(x, t) = Σ weight · E A(to, t − length), likewise E L², over links that end in time;
    /// E A(x, t) = (1 − p)(f + E L(x, t)) + p (g + mean over sources of E L(s, t));
    /// E A²(x, t) = (1 − p)(f² + 2f E L + E L²) + p (g² + 2g E L(s) + E L²(s)).
    /// Agents are independent: variances add over them. So nothing is bounded or assumed here; sigma of all arrivals comes out as 0.476 √mean (renewal
    /// on links of 1 … 8 ticks is steadier than Poisson) and sigma of intercepts as 0.992 √mean, hardly below Poisson.
    /// </remarks>
    public static Moments Of(ReferenceGraph graph, int agents, int ticks, double[] free, double[] caught)
    {
        const double p = ReferenceGraph.CatchProbability;
        var arrive = new (double Mean, double Square)[Math.Max(ticks, 1), graph.Places];
        var leave = new (double Mean, double Square)[graph.Places];
        for (var left = 0; left < ticks; left++)
        {
            for (var place = 0; place < graph.Places; place++)
                leave[place] = Leave(graph, arrive, place, left);
            var restart = leave[..graph.Sources];
            var (restartMean, restartSquare) = (restart.Average(l => l.Mean), restart.Average(l => l.Square));
            for (var place = 0; place < graph.Places; place++)
            {
                var (mean, square) = leave[place];
                var (f, g) = (free[place], caught[place]);
                arrive[left, place] = (
                    ((1 - p) * (f + mean)) + (p * (g + restartMean)),
                    ((1 - p) * ((f * f) + (2 * f * mean) + square)) + (p * ((g * g) + (2 * g * restartMean) + restartSquare)));
            }
        }
        return OverAgents(graph, agents, ticks, arrive);
    }

    private static (double Mean, double Square) Leave(ReferenceGraph graph, (double Mean, double Square)[,] arrive, int place, int left)
    {
        var (mean, square, below) = (0.0, 0.0, 0.0);
        foreach (ref readonly var link in graph.LinksFrom(place))
        {
            var weight = link.Cumulative - below;
            below = link.Cumulative;
            if (link.LengthTicks > left)
                continue;
            var after = arrive[left - link.LengthTicks, link.To];
            mean += weight * after.Mean;
            square += weight * after.Square;
        }
        return (mean, square);
    }

    private static Moments OverAgents(ReferenceGraph graph, int agents, int ticks, (double Mean, double Square)[,] arrive)
    {
        var starts = graph.Sources * ReferenceGraph.FirstLegTicks;
        var (mean, variance) = (0.0, 0.0);
        for (var start = 0; start < Math.Min(starts, agents); start++)
        {
            var left = ticks - graph.FirstArrivalTick(start);
            if (left < 0)
                continue;
            var agentsLikeIt = (agents - start + starts - 1) / starts;
            var one = arrive[left, graph.FirstPlace(start)];
            mean += agentsLikeIt * one.Mean;
            variance += agentsLikeIt * (one.Square - (one.Mean * one.Mean));
        }
        return new Moments(mean, Math.Sqrt(variance));
    }
}
