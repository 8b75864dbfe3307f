using InterdictionSim.Benchmarks.ReferenceWorkload;

namespace InterdictionSim.Benchmarks;

/// <summary>The short check that continuous integration runs: right work first, never a bare time.</summary>
public static class Gate
{
    private const int Agents = 10_000;
    private const int Ticks = 1_000;

    /// <summary>0 if nothing is wrong, else 1 with the reasons on standard error.</summary>
    public static int Run()
    {
        var graph = ReferenceGraph.Load();
        var problems = ExpectationAgreesWithPublished(graph).Concat(NaiveObjectsDoTheWork(graph)).ToArray();
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
        // Seeded, so that the gate says the same every time; timings use the faster unseeded generator.
        var naive = new NaiveObjects(graph, Agents, new Random(2010));
        naive.Run(Ticks);
        return DoesTheWork(graph, "csharp-objects", naive.Count());
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
}
