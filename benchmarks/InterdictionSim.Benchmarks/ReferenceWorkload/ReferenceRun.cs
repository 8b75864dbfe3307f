using System.Globalization;

namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>The whole-process mode: every peer in turn, five rounds, medians.</summary>
/// <remarks>Rounds are interleaved and the ratio is the median of the rounds' own ratios, so that a busy spell of the machine meets all peers alike.</remarks>
public sealed class ReferenceRun(int agents, int ticks, int threads)
{
    private const int Rounds = 5;
    private readonly ReferenceGraph graph = ReferenceGraph.Load();

    /// <summary>Prints a row a peer. 0 if all land on the expectation, else 1.</summary>
    public int Print(TextWriter output)
    {
        var peers = ReferencePeer.All(threads);
        var expectation = new ReferenceExpectation(graph, agents, ticks, Rounds);
        var timer = new PeerTimer(graph, agents, ticks);
        foreach (var peer in peers)
            timer.Settle(peer);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => peers.Select(timer.Time).ToArray()).ToArray();

        output.WriteLine(
            $"{"peer",-18} {"agents",9} {"ticks",6} {"threads",7} {"ns/a-tick",9} {"bytes/tick",10} {"arrivals",9} {"sigma",6} {"intercepts",11} {"sigma",6} work ratio");
        output.WriteLine(Invariant(
            $"{"(expected)",-18} {agents,9} {ticks,6} {"-",7} {"-",9} {"-",10} {expectation.Arrivals.Mean / expectation.AgentTicks,9:F6} {"-",6} {expectation.Intercepts.Mean / expectation.AgentTicks,11:F8}"));
        var allOnIt = true;
        for (var i = 0; i < peers.Count; i++)
        {
            var mine = rounds.Select(round => round[i]).ToArray();
            var ratio = Median.Of(rounds.Select(round => round[i].Nanoseconds / round[0].Nanoseconds));
            var counts = mine.Select(m => m.Counts).Aggregate((sum, next) => sum.Plus(next));
            var onIt = expectation.WithinThreeSigma(counts);
            allOnIt &= onIt;
            output.WriteLine(Invariant(
                $"{peers[i].Name,-18} {agents,9} {ticks,6} {peers[i].Threads,7} {Median.Of(mine.Select(m => m.Nanoseconds)),9:F3} {Median.Of(mine.Select(m => m.BytesPerTick)),10:F1} {counts.Arrivals / expectation.AgentTicks,9:F6} {Shown(expectation.Arrivals.Score(counts.Arrivals)),6:+0.00;-0.00} {counts.Intercepts / expectation.AgentTicks,11:F8} {Shown(expectation.Intercepts.Score(counts.Intercepts)),6:+0.00;-0.00} {(onIt ? "ok" : "OTHER-WORK")} {ratio:F3}"));
        }
        return allOnIt ? 0 : 1;
    }

    // What rounds to zero has no sign.
    private static double Shown(double score) => Math.Round(score, 2) + 0.0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
