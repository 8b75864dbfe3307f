namespace InterdictionSim.Engine.Tests;

public class DeterminismTests
{
    [Fact]
    public void SameScenarioSeedAndReplication_GiveTheSameRun() => Assert.Equal(Fingerprint(7, 0, 1), Fingerprint(7, 0, 1));

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void ThreadsInsideARun_ChangeNothing(int threads) => Assert.Equal(Fingerprint(7, 0, 1), Fingerprint(7, 0, threads));

    [Theory]
    [InlineData("ewa")]
    [InlineData("bayesian")]
    [InlineData("salience")]
    public void ThreadsInsideARunThatLearnsByAllItSees_ChangeNothing(string rule)
    {
        string With(int threads)
        {
            using var simulation = new Simulation(TestScenario.OneRoad(0.1).Responsive(rule), 7, 0, threads);
            return simulation.RunToEnd().Fingerprint();
        }

        Assert.Equal(With(1), With(3));
    }

    [Fact]
    public void AnotherSeedOrReplication_GivesAnotherRun()
    {
        Assert.NotEqual(Fingerprint(7, 0, 1), Fingerprint(8, 0, 1));
        Assert.NotEqual(Fingerprint(7, 0, 1), Fingerprint(7, 1, 1));
    }

    [Fact]
    public void TheOrderInWhichTheWorldIsWritten_ChangesNothing()
    {
        var scenario = TestScenario.OneRoad(0.1);
        var reversed = scenario.With(w => w with { Places = [.. w.Places.Reverse()], Links = [.. w.Links.Reverse()], Prices = [.. w.Prices.Reverse()] });
        using Simulation a = new(scenario, 1, 0), b = new(reversed, 1, 0);
        Assert.Equal(a.RunToEnd().Fingerprint(), b.RunToEnd().Fingerprint());
    }

    private static string Fingerprint(ulong seed, int replication, int threads)
    {
        using var simulation = new Simulation(TestScenario.OneRoad(0.1), seed, replication, threads);
        return simulation.RunToEnd().Fingerprint();
    }
}
