using CsCheck;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tests.Interdiction;

/// <summary>Several posts that watch the same traffic.</summary>
public class SiteTests
{
    private static readonly (string Id, string Country, double Selects, double Bribed)[] ThreePosts = [("A", "TJK", 0.1, 0.4), ("B", "RUS", 0.2, 0.0), ("C", "AFG", 0.05, 0.2)];

    [Fact]
    public void SeveralPosts_SeizeWhatTheProductSays_EachItsPart()
    {
        var scenario = OnePlace(1e9, [.. ThreePosts.Select(p => (p.Id, p.Country, p.Selects))]).Unresponsive();
        scenario = scenario with
        {
            Control = scenario.Control.ToDictionary(c => c.Key, c => c.Value with { BribeAccepted = ThreePosts.Single(p => p.Country == c.Key).Bribed }),
            Fleet = scenario.Fleet with { Traffickers = new Dictionary<string, double> { ["heroin"] = 20_000 } },
        };
        using var simulation = new Simulation(scenario, 1, 0);
        simulation.RunToEnd();
        var ledger = simulation.Parts.Ledger;
        double carried = CarriedTo(simulation, "TJK_BANK");
        var found = 1 - ThreePosts.Aggregate(1.0, (none, p) => none * (1 - p.Selects));
        var selects = ThreePosts.Sum(p => p.Selects);
        foreach (var post in ThreePosts)
        {
            var p = Array.FindIndex(simulation.Parts.Stage.Posts, q => q.Id == post.Id);
            var share = found * post.Selects / selects * (1 - post.Bribed);
            // 31 bits a probability, and some hundred loads among 10⁹ vehicles.
            Assert.Equal(share, ledger.ExpectedSeizedGrams[p] / InspectionTable.ExpectedUnitsPerGram / carried, share * 1e-5);
            // Some 75,000 passages, of which 3 % at least are seized by each: sigma of the ratio is 0.024 at most, with loads of a relative sd of 0.5.
            Assert.Equal(share, ledger.SeizedGrams[p] / carried, share * 0.1);
            Assert.Equal(ledger.SeizedGrams[p] / carried / share, ledger.Seizures[p] / (double)PassagesTo(simulation, "TJK_BANK") / share, 0.05);
        }
    }

    [Fact]
    public void CertainDetectionAtOneOfSeveral_SeizesEverything()
    {
        // Only the second looks at all, however many come at a time.
        var scenario = OnePlace(160, ("A", "TJK", 0.2), ("B", "RUS", 1), ("C", "TJK", 0.3));
        scenario = scenario with { Control = scenario.Control.ToDictionary(c => c.Key, c => c.Value with { Lift = c.Key == "RUS" ? 1000 : 1 }) };
        using var simulation = new Simulation(scenario, 1, 0);
        simulation.RunToEnd();
        Assert.True(simulation.Parts.Ledger.SeizedGrams.Sum() > 0);
        Assert.Equal(0, simulation.Parts.Ledger.DeliveredGrams.Sum());
        Assert.All(simulation.Parts.Ledger.Seizures, seizures => Assert.True(seizures > 0));
    }

    [Fact]
    public void LoadsAtTheSameTime_DiluteEachPost_AndNeverHelpIt()
    {
        using var simulation = new Simulation(OnePlace(20, ("A", "TJK", 0.2), ("B", "TJK", 0.5)), 1, 0);
        var (posts, tally) = (simulation.Parts.Posts, simulation.Parts.Tallies[0]);
        double[] legalPerTick = [20 / 4.0, 20 / 4.0];
        var before = 1.0;
        for (var others = 0; others < 100; others++)
        {
            tally.Reaches[tally.Reached++] = 0;
            tally.ArrivalsAtSite[0] = others + 1;
            posts.Select(simulation.Parts.Tallies);
            var selected = posts.Table.Selected[0] / 2147483648.0;
            var missed = (1 - 0.2 * legalPerTick[0] / (legalPerTick[0] + others)) * (1 - 0.5 * legalPerTick[1] / (legalPerTick[1] + others));
            Assert.Equal(1 - missed, selected, 1e-9);
            Assert.True(selected < before);
            before = selected;
            Assert.Equal(0, tally.ArrivalsAtSite[0]);
        }
    }

    [Fact]
    public void WhatPostsShare_IsSplitToTheUnit_InProportion() =>
        (from units in Gen.ULong[0, 1UL << 60].Array[1, 4]
         from alone in Gen.Double[0, 1].Array[3]
         from found in Gen.UInt[0, 1u << 31].Array[3]
         from unbribed in Gen.UInt[0, 1u << 31].Array[3]
         select (units, alone, found, unbribed)).Sample(given =>
        {
            var table = Table(posts: 3);
            for (var p = 0; p < 3; p++)
            {
                table.Change(p);
                table.Alone[p] = given.alone[p];
                table.ChancesOf(p, 0)[0] = new Chance(given.found[p], given.unbribed[p]);
            }

            table.Compose();
            var weights = Enumerable.Range(0, 3).Select(p => given.alone[p] * given.found[p] * given.unbribed[p]).ToArray();
            // Where one post only looks, nothing is shared.
            if (weights.Sum() == 0 || table.Odds[0].Account < 3)
                return;
            var tallies = given.units.Select(u => new Tally(1, 2, 1, table)).ToArray();
            table.Attach(tallies);
            for (var t = 0; t < tallies.Length; t++)
                tallies[t].Expected[3] = given.units[t] / 4;
            var sum = given.units.Aggregate(0UL, (total, u) => total + u / 4);
            table.Split();
            table.Split();
            var split = Enumerable.Range(0, 3).Select(p => tallies.Aggregate(0UL, (total, t) => total + t.Expected[p])).ToArray();
            Assert.Equal(sum, split.Aggregate(0UL, (total, u) => total + u));
            for (var p = 0; p < 3; p++)
                Assert.Equal(weights[p] / weights.Sum(), split[p] / (double)Math.Max(1, sum), sum > 1UL << 32 ? 1e-9 : 1);
        });

    [Fact]
    public void ThePostThatSeizes_IsDrawnInItsProportion()
    {
        var table = Table(posts: 3);
        double[] weights = [0.5 * 0.5, 0.0, 0.25 * 1.0];
        (double Alone, double Unbribed)[] posts = [(0.5, 0.5), (0.0, 1.0), (0.25, 1.0)];
        for (var p = 0; p < 3; p++)
        {
            table.Change(p);
            table.Alone[p] = posts[p].Alone;
            table.ChancesOf(p, 0)[0] = new Chance(1u << 31, InspectionTable.Fixed31(posts[p].Unbribed));
        }

        table.Compose();
        var odds = table.Odds[0];
        Assert.Equal(weights.Sum() / 0.75, odds.Unbribed / 2147483648.0, 1e-9);
        var seized = new int[3];
        const int Words = 100_000;
        for (var i = 0; i < Words; i++)
        {
            var word = (uint)((ulong)i * 4294967296UL / Words);
            if (word >> 1 < odds.Unbribed)
                seized[table.Seizer(in odds, word, out _)]++;
        }

        for (var p = 0; p < 3; p++)
            Assert.Equal(weights[p] / 0.75, seized[p] / (double)Words, 2.0 / Words);
    }

    [Fact]
    public void ThePostThatIsBribed_IsDrawnInItsProportion()
    {
        var table = Table(posts: 3);
        (double Alone, double Unbribed)[] posts = [(0.5, 0.5), (0.3, 1.0), (0.25, 0.2)];
        for (var p = 0; p < 3; p++)
        {
            table.Change(p);
            table.Alone[p] = posts[p].Alone;
            table.ChancesOf(p, 0)[0] = new Chance(1u << 31, InspectionTable.Fixed31(posts[p].Unbribed));
        }

        table.Compose();
        var odds = table.Odds[0];
        var bribed = new int[3];
        const int Words = 100_000;
        for (var i = 0; i < Words; i++)
        {
            var word = (uint)((ulong)i * 4294967296UL / Words);
            if (word >> 1 >= odds.Unbribed)
                bribed[table.Briber(in odds, word)]++;
        }

        for (var p = 0; p < 3; p++)
            Assert.Equal(posts[p].Alone * (1 - posts[p].Unbribed) / 1.05, bribed[p] / (double)Words, 2.0 / Words);
    }

    [Fact]
    public void OfASite_OnlyFixedPostsAreAnnounced()
    {
        var scenario = OnePlace(1e9, ("A", "TJK", 0.2), ("B", "TJK", 0.1));
        scenario = scenario with { Control = scenario.Control.ToDictionary(c => c.Key, c => c.Value with { BribeAccepted = 0.5 }) };
        var programme = new Programme("USA", "TJK", new DateOnly(2009, 1, 1), 0, null, 0, 0);
        var teams = new MobileTeams(true, programme, "RUS", 1, 8, 0.3e9, 1, new Dictionary<string, bool> { ["TJK_BANK"] = true }, 1e9, "static", 14);
        using Simulation without = new(scenario, 1, 0), with = new(scenario with { Measures = new Dictionary<string, IMeasure> { ["@teams"] = teams } }, 1, 0);
        without.Step();
        with.Step();
        Assert.Equal(3, Assert.Single(with.Parts.Posts.Table.Sites).Posts.Length);
        var link = with.Parts.Stage.Network.Into[with.Parts.Stage.Network["TJK_BANK"]][0];
        InspectionTable fixedPosts = without.Parts.Posts.Table, all = with.Parts.Posts.Table;
        var loss = fixedPosts.LossProbability(link, 0);
        Assert.Equal(loss, fixedPosts.AnnouncedLossProbability(link, 0));
        Assert.Equal(loss, all.AnnouncedLossProbability(link, 0));
        Assert.Equal(fixedPosts.BribeProbability(link, 0), all.BribeProbability(link, 0));
        // 1 − 0.8·0.9·0.7 is found, and half of it let go.
        Assert.Equal((1 - 0.8 * 0.9 * 0.7) / 2, all.LossProbability(link, 0), 1e-8);
        with.Parts.Posts.Levels[1].Open = with.Parts.Posts.Levels[2].Open = false;
        with.Parts.Posts.Refresh();
        Assert.Equal(0, all.AnnouncedLossProbability(link, 0));
        Assert.Equal(0.15, all.LossProbability(link, 0), 1e-8);
    }

    [Fact]
    public void LossOfALink_IsThatOfAllItsPosts()
    {
        using var simulation = new Simulation(OnePlace(1e9, ("A", "TJK", 0.2), ("B", "TJK", 0.5)), 1, 0);
        var table = simulation.Parts.Posts.Table;
        var link = simulation.Parts.Stage.Network.Into[simulation.Parts.Stage.Network["TJK_BANK"]][0];
        Assert.Equal(1 - 0.8 * 0.5, table.LossProbability(link, 0), 1e-8);
        simulation.Parts.Posts.Levels[0].Open = false;
        simulation.Parts.Posts.Refresh(0);
        Assert.Equal(0.5, table.LossProbability(link, 0), 1e-8);
        simulation.Parts.Posts.Levels[1].Open = false;
        simulation.Parts.Posts.Refresh(1);
        Assert.Equal(0, table.LossProbability(link, 0));
        Assert.Equal(table.Ends[link].FirstEntry, table.Ends[link].EndEntry);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Threads_ChangeNothing(int threads)
    {
        using Simulation one = new(OpeningAndShutting(0.3, 12), 7, 0), many = new(OpeningAndShutting(0.3, 12), 7, 0, threads);
        Assert.Equal(one.RunToEnd().Fingerprint(), many.RunToEnd().Fingerprint());
        Assert.Equal(one.Parts.Ledger.ExpectedSeizedGrams, many.Parts.Ledger.ExpectedSeizedGrams);
        Assert.Equal(one.Parts.Ledger.SeizedGrams, many.Parts.Ledger.SeizedGrams);
        Assert.All(one.Parts.Ledger.SeizedGrams, grams => Assert.True(grams > 0));
    }

    [Fact]
    public void PostsThatOpenAndShut_KeepTheBalance() =>
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 40]).Sample((selects, days) =>
        {
            using var simulation = new Simulation(OpeningAndShutting(selects, days), 5, 2);
            var (ledger, tally) = (simulation.Parts.Ledger, simulation.Parts.Tallies[0]);
            while (!simulation.IsFinished)
            {
                simulation.Step();
                var expected = tally.Expected.Aggregate(0UL, (sum, units) => sum + units);
                simulation.Parts.Posts.Table.Split();
                ledger.Collect(simulation.Parts.Stage, simulation.Parts.Tallies);
                Assert.Equal(ledger.DispatchedGrams.Sum(), ledger.DeliveredGrams.Sum() + ledger.SeizedGrams.Sum() + simulation.UnderWayGrams("heroin"));
                Assert.Equal(expected, ledger.ExpectedSeizedGrams.Aggregate(0UL, (sum, units) => sum + units));
            }
        }, iter: 10);

    [Fact]
    public void AShutPost_ChangesNoBit()
    {
        var scenario = OnePlace(40, ("B", "TJK", 0.2));
        var measures = new Dictionary<string, IMeasure> { ["A"] = Checkpoint(scenario, 0.5, new DateOnly(2100, 1, 1), null), ["C"] = Checkpoint(scenario, 0.5, new DateOnly(2100, 1, 1), null) };
        using Simulation without = new(scenario, 1, 0), with = new(scenario with { Measures = measures }, 1, 0);
        var (a, b) = (without.RunToEnd(), with.RunToEnd());
        // What is told of sponsors is in one of them only.
        var told = with.Layout.Outcomes.Select((column, i) => (column.Name, Bits: BitConverter.DoubleToInt64Bits(b.Outcomes[i]))).ToDictionary(t => t.Name, t => t.Bits);
        Assert.All(without.Layout.Outcomes.Select((column, i) => (column.Name, Bits: BitConverter.DoubleToInt64Bits(a.Outcomes[i]))), t => Assert.Equal(t.Bits, told[t.Name]));
        Assert.Equal(a.Daily, b.Daily);
        Assert.Equal(a.LinkKgPerYear, b.LinkKgPerYear);
    }

    [Fact]
    public void APostThatIsStillToCome_ChangesNoOrderOfSites()
    {
        var scenario = OnePlace(40, ("Z", "TJK", 0.2)).With(w => w with { Posts = [.. w.Posts, TestScenario.Post("M", "TJK_BANK", "RUS", 0.3)] });
        using Simulation without = new(scenario, 1, 0), with = new(scenario with { Measures = new Dictionary<string, IMeasure> { ["A"] = Checkpoint(scenario, 0.5, new DateOnly(2100, 1, 1), null) } }, 1, 0);
        without.RunToEnd();
        with.RunToEnd();
        Assert.All(without.Parts.Ledger.SeizedGrams, grams => Assert.True(grams > 0));
        Assert.Equal([0, .. without.Parts.Ledger.SeizedGrams], with.Parts.Ledger.SeizedGrams);
    }

    [Fact]
    public void APostThatOpens_SharesWithThoseThatStandThere()
    {
        var scenario = OnePlace(40, ("B", "TJK", 0.2));
        using var simulation = new Simulation(scenario with { Measures = new Dictionary<string, IMeasure> { ["A"] = Checkpoint(scenario, 0.2, new DateOnly(2010, 6, 1), null) } }, 1, 0);
        Assert.Single(simulation.Parts.Posts.Table.Sites);
        while (simulation.Day < new DateOnly(2010, 6, 1))
            simulation.Step();
        Assert.Equal(0UL, simulation.Parts.Ledger.ExpectedSeizedGrams[0]);
        var before = simulation.Parts.Ledger.ExpectedSeizedGrams[1];
        simulation.RunToEnd();
        // Two posts alike: each has half of what both expect from that day on, but for the last unit of each split.
        var (a, b) = (simulation.Parts.Ledger.ExpectedSeizedGrams[0], simulation.Parts.Ledger.ExpectedSeizedGrams[1] - before);
        Assert.True(a > 0);
        Assert.Equal(1.0, a / (double)b, 1e-9);
    }

    /// <summary>One interior post that stands, one that opens after some days, one that shuts then, and one of another reach.</summary>
    internal static Scenario OpeningAndShutting(double selects, int days)
    {
        var scenario = OnePlace(40, ("A", "TJK", selects), ("D", "RUS", selects / 2)).With(w => w with { Posts = [.. w.Posts, TestScenario.Post("E", "TJK_BANK", "TJK", selects / 3)] });
        return scenario with
        {
            Run = scenario.Run with { StartDate = new DateOnly(2010, 2, 1), EndDate = new DateOnly(2010, 4, 30), WarmUpDays = 20 },
            Measures = new Dictionary<string, IMeasure>
            {
                ["B"] = Checkpoint(scenario, selects, new DateOnly(2010, 2, 1).AddDays(days), null),
                ["C"] = Checkpoint(scenario, selects, new DateOnly(2009, 1, 1), new DateOnly(2010, 2, 1).AddDays(days)),
            },
        };
    }

    internal static Scenario OnePlace(double legalPerDay, params (string Id, string Country, double Selects)[] posts) =>
        TestScenario.OneRoad(0).With(w => w with
        {
            Posts = [.. posts.Select(p => TestScenario.Post(p.Id, "TJK_BANK", p.Country, p.Selects, PostReach.Interior) with { LegalTrafficPerDay = legalPerDay })],
        });

    private static Checkpoint Checkpoint(Scenario scenario, double selects, DateOnly from, DateOnly? to) =>
        new(true, new Programme("USA", "TJK", from, 0, to, 0, 0), "TJK_BANK", PostReach.Interior, "TJK", 10, scenario.World.Posts[0].LegalTrafficPerDay, 1e12, 1, selects, 1);

    private static InspectionTable Table(int posts) =>
        new(
            new BorderNetwork(TestScenario.OneRoad(0).World with { Links = [TestScenario.Road("L", "AFG_HOME", "TJK_BANK")] }),
            [new Site([.. Enumerable.Range(0, posts)], [new Approach([0], 1, false, 1)])], posts, [0], 1);

    private static long CarriedTo(Simulation simulation, string place) => TrafficTo(simulation, place).Sum(t => t.Grams);

    private static long PassagesTo(Simulation simulation, string place) => TrafficTo(simulation, place).Sum(t => t.Passages);

    private static IEnumerable<Traffic> TrafficTo(Simulation simulation, string place)
    {
        var network = simulation.Parts.Stage.Network;
        return simulation.Parts.Tallies.SelectMany(t => network.Into[network[place]].Select(d => t.Traffic[d]));
    }
}
