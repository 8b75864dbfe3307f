namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>What an implementation of the reference workload has to land on: one that does not does other work, and its time says nothing.</summary>
public sealed class ReferenceExpectation
{
    private readonly ReferenceGraph graph;
    private readonly int agents;
    private readonly int ticks;
    private readonly int runs;

    /// <summary>Expectation for the sum of <paramref name="runs"/> independent runs from the start.</summary>
    public ReferenceExpectation(ReferenceGraph graph, int agents, int ticks, int runs = 1)
    {
        (this.graph, this.agents, this.ticks, this.runs) = (graph, agents, ticks, runs);
        Arrivals = Of(EveryPlace(1), EveryPlace(1));
        Intercepts = Of(EveryPlace(0), EveryPlace(1));
    }

    /// <summary>Per agent-tick, to the digits given, where agents are a multiple of 64; worked out apart from this code, which has to agree.</summary>
    public static IReadOnlyList<(int Ticks, double Arrivals, double Intercepts)> Published { get; } =
        [(100, 0.216006, 0.00432012), (1000, 0.218244, 0.00436488)];

    /// <summary>Moments of the arrivals at all places.</summary>
    public Moments Arrivals { get; }

    /// <summary>Moments of the intercepts at all places.</summary>
    public Moments Intercepts { get; }

    /// <summary>Agents × ticks × runs.</summary>
    public double AgentTicks => (double)agents * ticks * runs;

    /// <summary>Do both totals lie within 3 exact standard deviations? A right implementation fails this once in some 200 seeds.</summary>
    public bool WithinThreeSigma(ReferenceCounts counts) =>
        Math.Abs(Arrivals.Score(counts.Arrivals)) <= 3 && Math.Abs(Intercepts.Score(counts.Intercepts)) <= 3;

    /// <summary>The largest score, in absolute value, of the arrivals and the intercepts at any single place.</summary>
    /// <remarks>Of 128 such scores of a right implementation one exceeds 4.5 once in about 1,000 seeds. It sees what totals hide: a wrong place, a swapped link.</remarks>
    public double WorstPlaceScore(ReferenceCounts counts)
    {
        var worst = 0.0;
        for (var place = 0; place < graph.Places; place++)
        {
            var here = new double[graph.Places];
            here[place] = 1;
            worst = Math.Max(worst, Math.Abs(Of(here, here).Score(counts.ArrivalsByPlace[place])));
            worst = Math.Max(worst, Math.Abs(Of(EveryPlace(0), here).Score(counts.InterceptsByPlace[place])));
        }
        return worst;
    }

    private double[] EveryPlace(double counted) => [.. Enumerable.Repeat(counted, graph.Places)];

    private Moments Of(double[] free, double[] caught) => Moments.Of(graph, agents, ticks, free, caught).Times(runs);
}
