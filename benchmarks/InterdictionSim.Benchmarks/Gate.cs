using System.Globalization;
using InterdictionSim.Benchmarks.ReferenceWorkload;
using InterdictionSim.Benchmarks.WholeModel;

namespace InterdictionSim.Benchmarks;

/// <summary>The short check that continuous integration runs: right work first, never a bare time.</summary>
public static class Gate
{
    private const int Agents = 10_000;
    private const int Ticks = 1_000;
    // Seeded, so that the gate says the same every time; timings of the naive objects use the faster unseeded generator.
    private const int Seed = 2010;
    private const int TimedAgents = 100_000;
    private const int TimedTicks = 100;
    private const int TimedRounds = 5;
    private const double MostWorse = 2;
    private const int PostsRounds = 16;
    // What is aimed at is 1.1; the rest is for machines that others use as well.
    private const double MostPostsRatio = 1.25;

    /// <summary>0 if nothing is wrong, else 1 with the reasons on standard error.</summary>
    public static int Run()
    {
        var graph = ReferenceGraph.Load();
        string[] problems =
        [
            .. ExpectationAgreesWithPublished(graph),
            .. NaiveObjectsDoTheWork(graph),
            .. EngineDoesTheWorkOnAnyThreads(graph),
            .. EngineAllocatesNothing(graph, threads: 1),
            .. EngineAllocatesNothing(graph, threads: 2),
            .. EngineKeepsItsRatio(graph),
            .. ManyPostsCostNothing(),
        ];
        foreach (var problem in problems)
            Console.Error.WriteLine($"gate: {problem}");
        Console.WriteLine(problems.Length == 0 ? "gate: ok" : $"gate: {problems.Length} problem(s)");
        return problems.Length == 0 ? 0 : 1;
    }

    private static IEnumerable<string> ExpectationAgreesWithPublished(ReferenceGraph graph)
    {
        foreach (var (ticks, arrivals, intercepts) in ReferenceExpectation.Published)
        {
            var expectation = new ReferenceExpectation(graph, agents: 64, ticks);
            var (arrivalRate, interceptRate) = (expectation.Arrivals.Mean / expectation.AgentTicks, expectation.Intercepts.Mean / expectation.AgentTicks);
            // Half a unit of the last digit published.
            if (Math.Abs(arrivalRate - arrivals) > 0.5e-6 || Math.Abs(interceptRate - intercepts) > 0.5e-8)
                yield return $"{ticks} ticks: expects {arrivalRate} arrivals and {interceptRate} intercepts an agent-tick; published are {arrivals} and {intercepts}";
        }
    }

    private static IEnumerable<string> NaiveObjectsDoTheWork(ReferenceGraph graph)
    {
        var naive = new NaiveObjects(graph, Agents, new Random(Seed));
        naive.Run(Ticks);
        return DoesTheWork(graph, "csharp-objects", naive.Count());
    }

    private static IEnumerable<string> EngineDoesTheWorkOnAnyThreads(ReferenceGraph graph)
    {
        var one = EngineCounts(graph, threads: 1);
        var two = EngineCounts(graph, threads: 2);
        var same = one.ArrivalsByPlace.SequenceEqual(two.ArrivalsByPlace) && one.InterceptsByPlace.SequenceEqual(two.InterceptsByPlace);
        return same
            ? DoesTheWork(graph, "engine", one)
            : DoesTheWork(graph, "engine", one).Append("engine: two threads count otherwise than one at some place; the number of threads must not matter");
    }

    private static ReferenceCounts EngineCounts(ReferenceGraph graph, int threads)
    {
        using var engine = new EngineMovement(graph, Agents, threads, Seed);
        engine.Run(Ticks);
        return engine.Count();
    }

    private static IEnumerable<string> DoesTheWork(ReferenceGraph graph, string peer, ReferenceCounts counts)
    {
        var expectation = new ReferenceExpectation(graph, Agents, Ticks);
        var (arrivals, intercepts) = (expectation.Arrivals, expectation.Intercepts);
        if (!expectation.WithinThreeSigma(counts))
            yield return $"{peer}: {counts.Arrivals} arrivals, expected {arrivals.Mean:F0} ± {arrivals.Sigma:F0}; {counts.Intercepts} intercepts, expected {intercepts.Mean:F0} ± {intercepts.Sigma:F0}";
        if (expectation.WorstPlaceScore(counts) is var worst and not <= 4.5)
            yield return $"{peer}: the count at some place lies {worst:F1} sigma off; expected is at most 4.5";
    }

    private static IEnumerable<string> EngineAllocatesNothing(ReferenceGraph graph, int threads)
    {
        using var engine = new EngineMovement(graph, Agents, threads, Seed);
        engine.Run(Ticks);
        if (Allocation.BytesPerTick(engine.Run) is var bytes and not 0)
            yield return $"engine, {threads} thread(s): allocates {bytes:F1} bytes a tick; expected are none";
    }

    // Both in the same rounds, so that a slow or busy machine meets both alike; only their ratio is judged.
    private static IEnumerable<string> EngineKeepsItsRatio(ReferenceGraph graph)
    {
        var peers = ReferencePeer.All(threads: 1);
        var (naive, engine) = (peers.Single(p => p.Name == "csharp-objects"), peers.Single(p => p.Name == "engine"));
        var timer = new PeerTimer(graph, TimedAgents, TimedTicks);
        timer.Settle(naive);
        timer.Settle(engine);
        var ratios = new double[TimedRounds];
        for (var round = 0; round < TimedRounds; round++)
            ratios[round] = 1 / timer.Time(naive).Nanoseconds * timer.Time(engine).Nanoseconds;

        var (ratio, stored) = (Median.Of(ratios), StoredRatio.Load().EngineOverNaive);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gate: engine takes {ratio:F2} of the time of csharp-objects; stored is {stored:F2}"));
        if (ratio is not > 0 || ratio > MostWorse * stored)
            yield return $"engine: takes {ratio:F2} of the time of csharp-objects; at most {MostWorse * stored:F2}, twice the stored ratio, is taken";
    }

    private static IEnumerable<string> ManyPostsCostNothing()
    {
        using var run = new PostsRun(PostsRounds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"gate: an arrival takes {run.MovementRatio:F2} of the time with ten posts for one"));
        if (run.MovementRatio is not (> 0 and <= MostPostsRatio))
            yield return $"posts: an arrival takes {run.MovementRatio:F2} of the time with ten posts for one; at most {MostPostsRatio:F2} is taken";
    }
}
