using Google.OrTools.LinearSolver;
using InterdictionSim.Engine.Interdiction.Reallocation;

namespace InterdictionSim.Engine.Tests.Interdiction.Reallocation;

/// <summary>Policies against exact solutions: the game by linear programming over all paths, the cover by integer programming.</summary>
public class ExactSolutionsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void OnAGridOfThreeByThree_MixedReachesTheValueOfTheLinearProgramme(int seed)
    {
        var game = Grid(new Random(seed));
        var exact = game.LinearProgramme();
        var field = Fields.Of(1, game.Reports, [], game.Solve);
        var mean = new Mixed().MeanTeams(field);
        Assert.True(exact > 0);
        Assert.InRange(game.WorstPath(mean), 0.99 * exact, 1.01 * exact);
    }

    [Fact]
    public void OnAGridOfThreeByThree_MaximalCoverageIsExactAtUnitWeights()
    {
        // Six shortest ways from corner to corner, one kilogram each: the centre lies on four of them.
        var ways = Grid(new Random(1)).Paths.Where(p => p.Length == 5).ToArray();
        var streams = ways.Select(w => (1.0, w[1..^1].Select(p => p - 1).ToArray())).ToArray();
        var covered = Enumerable.Range(0, 7).Select(site => streams.Count(s => s.Item2.Contains(site))).ToArray();
        var teams = new MaximalCoverage().Teams(Fields.Of(1, 7, streams));
        Assert.Equal(6, ways.Length);
        Assert.Equal(4, covered.Max());
        Assert.Equal(covered.Max(), covered[Array.IndexOf(teams, 1)]);
    }

    [Fact]
    public void InSmallRandomGames_TheMixIsOptimal()
    {
        var random = new Random(11);
        var finite = 0;
        for (var round = 0; round < 150; round++)
        {
            var game = Anywhere(random);
            var exact = game.LinearProgramme();
            var mix = new double[game.Reports.Length];
            var value = game.Solve(game.Reports, mix);
            Assert.Equal(exact, value, 1e-8);
            if (!(value > 0))
                continue;
            finite++;
            Assert.Equal(1, mix.Sum(), 1e-12);
            Assert.Equal(value, game.WorstPath(mix), 1e-8);
        }

        Assert.InRange(finite, 30, 150);
    }

    [Fact]
    public void InSmallRandomCovers_GreedyCoversAtLeastItsShareOfTheBest()
    {
        var random = new Random(17);
        var mean = 0.0;
        for (var round = 0; round < 100; round++)
        {
            var sites = random.Next(3, 9);
            var teams = random.Next(1, sites);
            var streams = Enumerable.Range(0, random.Next(4, 15)).Select(_ =>
                (KgPerDay: 0.1 + random.NextDouble(), Sites: Enumerable.Range(0, sites).Where(_ => random.NextDouble() < 0.3).ToArray())).ToArray();
            var best = BestCover(streams, sites, teams);
            var greedy = new MaximalCoverage().Teams(Fields.Of(teams, sites, streams));
            var kg = streams.Where(s => s.Sites.Any(i => greedy[i] > 0)).Sum(s => s.KgPerDay);
            Assert.True(kg >= (1 - 1 / Math.E) * best - 1e-9, $"{kg} of {best}");
            mean += best > 0 ? kg / best / 100 : 0.01;
        }

        // The bound is 0.632; small instances come near the best.
        Assert.InRange(mean, 0.97, 1 + 1e-9);
    }

    private static double BestCover((double KgPerDay, int[] Sites)[] streams, int sites, int teams)
    {
        using var solver = Solver.CreateSolver("SCIP");
        var stands = Enumerable.Range(0, sites).Select(i => solver.MakeBoolVar($"x{i}")).ToArray();
        solver.Add(stands.Aggregate(new LinearExpr(), (sum, x) => sum + x) <= teams);
        var objective = solver.Objective();
        for (var s = 0; s < streams.Length; s++)
        {
            var met = solver.MakeNumVar(0, 1, $"y{s}");
            solver.Add(streams[s].Sites.Aggregate(new LinearExpr(), (sum, i) => sum + stands[i]) - met >= 0);
            objective.SetCoefficient(met, streams[s].KgPerDay);
        }

        objective.SetMaximization();
        Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
        return objective.Value();
    }

    // Corner 0 to corner 8; sites at the seven places between.
    private static Game Grid(Random random)
    {
        var links = new List<(int, int)>();
        for (var p = 0; p < 9; p++)
        {
            if (p % 3 < 2)
                links.AddRange([(p, p + 1), (p + 1, p)]);
            if (p < 6)
                links.AddRange([(p, p + 3), (p + 3, p)]);
        }

        return new Game(9, links, [.. Enumerable.Range(1, 7)], [.. Enumerable.Range(0, 7).Select(_ => 0.1 + 0.8 * random.NextDouble())]);
    }

    private static Game Anywhere(Random random)
    {
        var places = random.Next(4, 8);
        var links = new List<(int, int)>();
        for (var a = 0; a < places; a++)
        {
            for (var b = 0; b < places; b++)
            {
                if (a != b && random.NextDouble() < 0.4)
                    links.Add((a, b));
            }
        }

        var sites = Enumerable.Range(1, places - 1).Where(_ => random.NextDouble() < 0.8).DefaultIfEmpty(1).ToArray();
        return new Game(places, links, sites, [.. sites.Select(_ => random.NextDouble())]);
    }

    /// <summary>A game from place 0 to the last place.</summary>
    private sealed class Game
    {
        private readonly int[] sites;
        private readonly InspectionGame game;

        public Game(int places, List<(int Tail, int Head)> links, int[] sites, double[] catchProbability)
        {
            this.sites = sites;
            Reports = [.. catchProbability.Select(p => new SiteReport { CatchProbability = p })];
            game = new InspectionGame(places, [.. links.Select(l => l.Tail)], [.. links.Select(l => l.Head)], sites);
            for (var d = 0; d < links.Count; d++)
                Assert.InRange(links[d].Head, 0, places - 1);
            Paths = [.. Simple(places, links, [0])];
            Lay = () =>
            {
                game.Clear();
                for (var d = 0; d < links.Count; d++)
                    game.Open(d);
                game.BeginAt(0);
                game.EndAt(places - 1);
            };
        }

        public SiteReport[] Reports { get; }

        /// <summary>All simple paths.</summary>
        public int[][] Paths { get; }

        private Action Lay { get; }

        public double Solve(ReadOnlySpan<SiteReport> reports, Span<double> mix)
        {
            Lay();
            return game.Solve(reports, mix);
        }

        /// <summary>Probability to catch an evader who knows the mix.</summary>
        public double WorstPath(double[] mix) => Paths.Min(path => Enumerable.Range(0, sites.Length).Where(k => Array.IndexOf(path, sites[k], 1) >= 0).Sum(k => Reports[k].CatchProbability * mix[k]));

        public double LinearProgramme()
        {
            if (Paths.Length == 0)
                return 0;
            using var solver = Solver.CreateSolver("GLOP");
            var value = solver.MakeNumVar(0, 1, "v");
            var mix = sites.Select(k => solver.MakeNumVar(0, 1, $"x{k}")).ToArray();
            solver.Add(mix.Aggregate(new LinearExpr(), (sum, x) => sum + x) == 1);
            foreach (var path in Paths)
            {
                var caught = new LinearExpr();
                for (var k = 0; k < sites.Length; k++)
                {
                    if (path.AsSpan(1).Contains(sites[k]))
                        caught += Reports[k].CatchProbability * mix[k];
                }

                solver.Add(caught - value >= 0);
            }

            solver.Maximize(value);
            Assert.Equal(Solver.ResultStatus.OPTIMAL, solver.Solve());
            return value.SolutionValue();
        }

        private static IEnumerable<int[]> Simple(int places, List<(int Tail, int Head)> links, int[] path) =>
            path[^1] == places - 1 ? [path] : links.Where(l => l.Tail == path[^1] && !path.Contains(l.Head)).SelectMany(l => Simple(places, links, [.. path, l.Head]));
    }
}
