using CsCheck;

namespace InterdictionSim.Engine.Tests.State;

/// <summary>A run that is saved and resumed is the run that was never stopped.</summary>
public class SaveTests
{
    private const int Iterations = 8;

    [Fact]
    public void ASavedRun_GoesOnToTheSameBits_AtAnyTickAndWithAnyNumberOfThreads() =>
        Gen.Select(RichScenario.Any, Gen.Double.Unit, Gen.Int[1, 3], Gen.Int[1, 3]).Sample((scenario, when, before, after) =>
        {
            var tick = TickOf(scenario, when);
            using var first = new Simulation(scenario, 5, 2, before);
            first.RunTo(tick, TestContext.Current.CancellationToken);
            var saved = first.Save();
            using var second = Simulation.Resume(scenario, 5, 2, saved, after);
            Assert.Equal((tick, first.Day, first.Arrivals), (second.Tick, second.Day, second.Arrivals));
            var uninterrupted = first.RunToEnd();
            Assert.Equal(uninterrupted.Fingerprint(), second.RunToEnd().Fingerprint());
        }, iter: Iterations);

    [Fact]
    public void TwoSaves_ChangeNothing() =>
        Gen.Select(RichScenario.Any, Gen.Double.Unit, Gen.Double.Unit).Sample((scenario, a, b) =>
        {
            var (early, late) = (TickOf(scenario, Math.Min(a, b)), TickOf(scenario, Math.Max(a, b)));
            using var whole = new Simulation(scenario, 5, 2, threads: 2);
            whole.RunTo(early, TestContext.Current.CancellationToken);
            using var resumed = Simulation.Resume(scenario, 5, 2, whole.Save());
            resumed.RunTo(late, TestContext.Current.CancellationToken);
            whole.RunTo(late, TestContext.Current.CancellationToken);
            // Saving is canonical, so equal bytes say that all that was kept is equal, not only what a run tells at its end.
            var saved = resumed.Save();
            Assert.True(whole.Save().Span.SequenceEqual(saved.Span), $"the states of tick {late} differ");
            using var again = Simulation.Resume(scenario, 5, 2, saved, threads: 3);
            Assert.Equal(whole.RunToEnd().Fingerprint(), again.RunToEnd().Fingerprint());
        }, iter: Iterations);

    [Fact]
    public void AFinishedRun_CanBeSaved_AndTellsItsResults()
    {
        using var simulation = new Simulation(RichScenario.One, 1, 0);
        var record = simulation.RunToEnd();
        using var resumed = Simulation.Resume(RichScenario.One, 1, 0, simulation.Save());
        Assert.True(resumed.IsFinished);
        Assert.Equal(record.Fingerprint(), resumed.RunToEnd().Fingerprint());
    }

    [Fact]
    public void ATornState_IsRefused() =>
        Gen.Double.Unit.Sample(share =>
        {
            var saved = Saved(out _);
            Assert.Throws<ScenarioException>(() => Simulation.Resume(RichScenario.One, 1, 0, saved[..(int)(share * (saved.Length - 1))]));
        }, iter: 20);

    [Fact]
    public void TheStateOfAnotherReplicationOrScenario_IsRefused()
    {
        var saved = Saved(out var scenario);
        Assert.Contains("replication 0, not of 1", Assert.Throws<ScenarioException>(() => Simulation.Resume(scenario, 1, 1, saved)).Message, StringComparison.Ordinal);
        Assert.Throws<ScenarioException>(() => Simulation.Resume(TestScenario.OneRoad(0.1), 1, 0, saved));
        Assert.Throws<ScenarioException>(() => Simulation.Resume(scenario, 1, 0, new byte[] { 1, 2, 3 }));
    }

    [Fact]
    public void Fields_AreToldApartByTheirNames()
    {
        double[] first = [1], second = [2];
        var archive = new Engine.State.StateArchive();
        archive.Exchange(first);
        archive.Exchange(second);
        archive.Close();
        var swapped = new Engine.State.StateArchive(archive.Bytes);
        swapped.Exchange(second);
        swapped.Exchange(first);
        Assert.Contains("another version", Assert.Throws<ScenarioException>(swapped.Close).Message, StringComparison.Ordinal);
    }

    private static ReadOnlyMemory<byte> Saved(out Scenario scenario)
    {
        scenario = RichScenario.One;
        using var simulation = new Simulation(scenario, 1, 0);
        simulation.RunTo(150, TestContext.Current.CancellationToken);
        return simulation.Save();
    }

    private static int TickOf(Scenario scenario, double share) => (int)(share * scenario.Run.Days * scenario.Run.TicksPerDay);
}
