using InterdictionSim.Engine.Interdiction.Reallocation;

namespace InterdictionSim.Engine.Tests.Interdiction.Reallocation;

/// <summary>Each policy by a case worked out by hand.</summary>
public class PoliciesTests
{
    [Fact]
    public void Static_GoesRoundTheSitesInTheOrderOfTheirIds() =>
        Assert.Equal([3, 2, 2], new Static().Teams(Fields.Of(7, new SiteReport[3])));

    [Fact]
    public void Proportional_FollowsSeizuresInTheMean()
    {
        // A quarter evenly over three sites, the rest as 6 : 2 : 0, of four teams.
        var field = Fields.Of(4, Seized(6), Seized(2), Seized(0));
        var mean = new Proportional().MeanTeams(field);
        Assert.Equal(4 * (0.25 / 3 + 0.75 * 0.75), mean[0], 0.002);
        Assert.Equal(4 * (0.25 / 3 + 0.75 * 0.25), mean[1], 0.002);
        Assert.Equal(4 * (0.25 / 3), mean[2], 0.002);
    }

    [Fact]
    public void Proportional_KeepsToItsShareWithinATeam()
    {
        // Quotas of 2.58, 1.08 and 0.33: each site has one of the two whole numbers beside its own.
        var field = Fields.Of(4, Seized(6), Seized(2), Seized(0));
        for (var w = 0; w < 100; w++)
        {
            var teams = new Proportional().Teams(field.With((uint)(w * 42949672L), 0, 0, 0));
            Assert.InRange(teams[0], 2, 3);
            Assert.InRange(teams[1], 1, 2);
            Assert.InRange(teams[2], 0, 1);
        }
    }

    [Fact]
    public void Proportional_SpreadsEvenlyWhereNothingWasSeized() =>
        Assert.Equal([1, 1, 1], new Proportional().Teams(Fields.Of(3, new SiteReport[3]).With(1u << 31, 0, 0)));

    [Fact]
    public void Revisit_GoesBackMostFirstAndTheRestExplore()
    {
        // Two sites had seizures; the third team's word lies in the first fifth of its range.
        var field = Fields.Of(3, Lately(0), Lately(1), Lately(0), Lately(5), Lately(0)).With(uint.MaxValue, uint.MaxValue, 1000);
        Assert.Equal([1, 1, 0, 1, 0], new Revisit().Teams(field));
        Assert.Equal([0, 0, 0, 1, 0], new Revisit().Teams(Fields.Of(1, Lately(0), Lately(1), Lately(0), Lately(5), Lately(0))));
    }

    [Fact]
    public void Bandit_AddsWhatIsNotKnownToTheMean()
    {
        // Rewards 1, 0.5 and 0.5; stays 8, 4 and 1, 13 in all: 1 + √(2 ln 13/8) = 1.801, 0.5 + √(2 ln 13/4) = 1.632, 0.5 + √(2 ln 13) = 2.765.
        var field = Fields.Of(1, Found(80, 8), Found(20, 4), Found(5, 1));
        Assert.Equal([0, 0, 1], new Bandit().Teams(field));
        // The second team: 14 stays, of which the third site now has 2: 1 + √(2 ln 14/8) = 1.812, 1.649, 0.5 + √(2 ln 14/2) = 2.125; the third with 3: 1.843, 0.5 + √(2 ln 15/3) = 1.844.
        Assert.Equal([0, 0, 3], new Bandit().Teams(Fields.Of(3, Found(80, 8), Found(20, 4), Found(5, 1))));
        // The fourth: 16 stays, the third site has 4 of them: 1 + √(2 ln 16/8) = 1.833 against 1.677.
        Assert.Equal([1, 0, 3], new Bandit().Teams(Fields.Of(4, Found(80, 8), Found(20, 4), Found(5, 1))));
    }

    [Fact]
    public void Bandit_TriesEachSiteFirst() => Assert.Equal([1, 1, 1], new Bandit().Teams(Fields.Of(3, new SiteReport[3])));

    [Fact]
    public void Bandit_FindsTheBestOfThreeSites()
    {
        // One team, 400 stays of 14 days; a stay finds a load with probability 0.1, 0.8, 0.2.
        double[] chance = [0.1, 0.8, 0.2];
        var field = Fields.Of(1, new SiteReport[3]);
        var random = new Random(5);
        var best = 0;
        for (var stay = 0; stay < 400; stay++)
        {
            var site = Array.IndexOf(new Bandit().Teams(field), 1);
            ref var report = ref field.Reports[site];
            report = report with { TeamDays = report.TeamDays + 14, FoundKg = report.FoundKg + (random.NextDouble() < chance[site] ? 10 : 0) };
            best += stay >= 200 && site == 1 ? 1 : 0;
        }

        // UCB1 keeps trying the others about 8 ln n/Δ² times (Auer et al. 2002), less and less.
        Assert.InRange(best / 200.0, 0.75, 1);
    }

    [Fact]
    public void MaximalCoverage_LeavesOutWhatIsCoveredAlready()
    {
        // The second site shares most of its traffic with the first, so the third one adds more.
        var field = Fields.Of(2, 3, (10, [0, 1]), (3, [0]), (2, [1]), (4, [2]));
        Assert.Equal([1, 0, 1], new MaximalCoverage().Teams(field));
    }

    [Fact]
    public void MaximalCoverage_BeginsASecondRoundWhenAllIsCovered()
    {
        var field = Fields.Of(3, 2, (5, [0]), (4, [1]));
        Assert.Equal([2, 1], new MaximalCoverage().Teams(field));
        Assert.Equal([3, 0], new MaximalCoverage().Teams(Fields.Of(3, new SiteReport[2])));
    }

    [Fact]
    public void Mixed_FollowsTheMixOfTheGame()
    {
        // Two parallel ways with p of 0.5 and 0.25: a third and two thirds of the time.
        var field = Fields.Of(1, new SiteReport[2], [], (_, mix) =>
        {
            (mix[0], mix[1]) = (1 / 3.0, 2 / 3.0);
            return 1 / 6.0;
        });
        Assert.Equal(1 / 3.0, new Mixed().MeanTeams(field)[0], 0.001);
    }

    [Fact]
    public void Mixed_FollowsTrafficWhereTheEvaderCanPassNoSite()
    {
        var mean = new Mixed().MeanTeams(Fields.Of(2, 3, (6, [0]), (2, [2])));
        Assert.Equal(1.5, mean[0], 1e-9);
        Assert.Equal(0.5, mean[2], 1e-9);
    }

    [Fact]
    public void EveryPolicy_PlacesAllTeamsWhateverItIsShown()
    {
        var random = new Random(3);
        foreach (var policy in Catalog.Kinds<IReallocation>().Values.Select(kind => (IReallocation)Activator.CreateInstance(kind)!))
        {
            for (var round = 0; round < 200; round++)
            {
                var sites = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Any(random)).ToArray();
                var field = Fields.Of(random.Next(1, 30), sites, [(random.NextDouble(), [random.Next(sites.Length)])], (_, _) => 0);
                for (var team = 0; team < field.Teams; team++)
                    field.WordsToDraw[team] = (uint)random.NextInt64(1L << 32);
                policy.Teams(field);
            }
        }
    }

    private static SiteReport Any(Random random) => new()
    {
        SeizedKg = random.Next(3) * random.NextDouble(),
        SeizedKgLately = random.Next(2) * random.NextDouble(),
        FoundKg = random.Next(2) * random.NextDouble(),
        TeamDays = random.Next(2) * 100 * random.NextDouble(),
    };

    private static SiteReport Seized(double kg) => new() { SeizedKg = kg };

    private static SiteReport Lately(double kg) => new() { SeizedKgLately = kg };

    // So many kilograms in so many stays of 14 days.
    private static SiteReport Found(double kg, double stays) => new() { FoundKg = kg, TeamDays = 14 * stays };
}
