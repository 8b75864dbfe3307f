using CsCheck;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tests.Network;

public class OrientationTests
{
    /// <summary>Connected random networks: a random tree and some more roads, with random lengths.</summary>
    private static readonly Gen<Scenario> RandomNetworks =
        from places in Gen.Int[4, 30]
        from parents in Gen.Double[0, 1].Array[places]
        from extra in Gen.Select(Gen.Int[0, places - 1], Gen.Int[0, places - 1]).Array[places]
        from days in Gen.Double[0, 5].Array[3 * places]
        select Build(places, parents, extra, days);

    [Fact]
    public void WhateverCloses_EveryPlaceThatCanReachTheMarketLeavesTowardsItAndNothingCircles() =>
        Gen.Select(RandomNetworks, Gen.Int[0, int.MaxValue]).Sample((scenario, closures) =>
        {
            var stage = new Stage(scenario);
            var open = stage.Network.Links.Select((_, l) => (closures >> (l % 31) & 1) != 0 || l % 7 == closures % 7).ToArray();
            var orientations = new Orientations(stage);
            orientations.Orient(open);
            AssertSound(stage, open, orientations.Tables[0], stage.Markets[0].Place);
        }, iter: 300);

    [Fact]
    public void EveryOpenLinkOnASimplePathFromHomeToMarket_IsUsedInOneDirection()
    {
        // A ladder: all six roads lie on some simple path.
        var scenario = TestScenario.Create(
            [.. new[] { "AFG_HOME", "A", "B", "RUS_MARKET" }.Select(id => TestScenario.Place(id, id[..1] == "R" ? "RUS" : "AFG"))],
            [
                TestScenario.Road("1", "AFG_HOME", "A"), TestScenario.Road("2", "AFG_HOME", "B", 2), TestScenario.Road("3", "A", "B", 0.7),
                TestScenario.Road("4", "A", "RUS_MARKET", 3), TestScenario.Road("5", "B", "RUS_MARKET", 1),
            ],
            []);
        var stage = new Stage(scenario);
        var orientations = new Orientations(stage);
        orientations.Orient([true, true, true, true, true]);
        Assert.Equal(["1", "2", "3", "4", "5"], orientations.Tables[0].Links.Select(d => stage.Network.LinkAt(d).Id).Order());
    }

    [Fact]
    public void Potential_SolvesTheNetworkByHand()
    {
        // Three unit conductances in a triangle: between two corners the resistance is 2/3.
        var potential = new Potential(3, [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)]);
        double[] at1 = potential.Of(1), at2 = potential.Of(2);
        double Descent(int p) => at1[p] - at2[p];
        Assert.Equal(2.0 / 3, Descent(1) - Descent(2), 1e-12);
        Assert.Equal(1.0 / 3, Descent(1) - Descent(0), 1e-12);
    }

    private static void AssertSound(Stage stage, bool[] open, Orientation orientation, int market)
    {
        var network = stage.Network;
        var reachable = Reachable(network, open, market);
        Assert.Equal(reachable.Where(p => p != market).Order(), orientation.Places.Order());
        var settled = new HashSet<int> { market };
        for (var i = 0; i < orientation.Places.Length; i++)
        {
            var links = orientation.Links[orientation.Start[i]..orientation.Start[i + 1]];
            Assert.NotEmpty(links);
            Assert.All(links, d =>
            {
                Assert.True(open[network.LinkOf[d]]);
                Assert.Equal(orientation.Places[i], network.Tail[d]);
                Assert.Contains(network.Head[d], settled); // all ways on have been settled before: no circle
            });
            Assert.Equal(links.Select(d => orientation.Step[network.Head[d]]), orientation.Heads[orientation.Start[i]..orientation.Start[i + 1]]);
            Assert.Equal(i + 1, orientation.Step[orientation.Places[i]]);
            Assert.Equal(links.Length, orientation.Runs.First(run => i < run.End).Ways);
            settled.Add(orientation.Places[i]);
        }

        Assert.Equal(0, orientation.Step[market]);
        Assert.Contains(orientation.Travelled, orientation.Runs.Select(run => run.End).Prepend(0)); // a run is travelled or not
    }

    private static HashSet<int> Reachable(BorderNetwork network, bool[] open, int from)
    {
        var seen = new HashSet<int> { from };
        var queue = new Queue<int>(seen);
        while (queue.TryDequeue(out var place))
        {
            for (var d = network.First[place]; d < network.First[place + 1]; d++)
            {
                if (open[network.LinkOf[d]] && seen.Add(network.Head[d]))
                    queue.Enqueue(network.Head[d]);
            }
        }

        return seen;
    }

    private static Scenario Build(int places, double[] parents, (int, int)[] extra, double[] days)
    {
        string Id(int p) => p == 0 ? "AFG_HOME" : p == places - 1 ? "RUS_MARKET" : $"P{p:00}";
        var links = new List<Link>();
        for (var p = 1; p < places; p++)
            links.Add(TestScenario.Road($"T{p:00}", Id((int)(parents[p] * p) % p), Id(p), days[p]));
        foreach (var (a, b) in extra.Where(e => e.Item1 != e.Item2))
            links.Add(TestScenario.Road($"X{links.Count:00}", Id(a), Id(b), days[links.Count % days.Length]));
        return TestScenario.Create([.. Enumerable.Range(0, places).Select(p => TestScenario.Place(Id(p), p == places - 1 ? "RUS" : "AFG"))], links, []);
    }
}
