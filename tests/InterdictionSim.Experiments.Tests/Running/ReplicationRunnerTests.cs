using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Running;

namespace InterdictionSim.Experiments.Tests.Running;

public class ReplicationRunnerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Records_ComeInTheOrderAskedFor_WhateverEndsFirst(int threads)
    {
        // The first replications take longest.
        var runner = new ReplicationRunner((replication, _) => Slow(replication, milliseconds: 20 - replication), threads);

        var outcomes = runner.Run([.. Enumerable.Range(0, 20)], TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 20), outcomes.Succeeded.Select(r => r.Replication));
        Assert.Empty(outcomes.Failed);
    }

    [Fact]
    public void Threads_RunSideBySide()
    {
        // Each waits for the other: one thread alone would never end.
        using var both = new Barrier(2);
        var runner = new ReplicationRunner((replication, cancellation) => both.SignalAndWait(10_000, cancellation) ? Record(replication) : throw new TimeoutException(), 2);

        Assert.Empty(runner.Run([0, 1], TestContext.Current.CancellationToken).Failed);
    }

    [Fact]
    public void AFailure_IsKept_AndTheOthersFinish()
    {
        var runner = new ReplicationRunner((replication, _) => replication == 3 ? throw new InvalidOperationException("stuck") : Record(replication), 2);

        var outcomes = runner.Run([0, 1, 2, 3, 4], TestContext.Current.CancellationToken);

        Assert.Equal([0, 1, 2, 4], outcomes.Succeeded.Select(r => r.Replication));
        var failure = Assert.Single(outcomes.Failed);
        Assert.Equal((3, "stuck"), (failure.Replication, failure.Exception.Message));
    }

    [Fact]
    public void AWrongScenario_IsTheUsersFault_NotAFailedReplication()
    {
        var runner = new ReplicationRunner((_, _) => throw new ScenarioException("two entities share a hash"), 2);

        Assert.Throws<ScenarioException>(() => runner.Run([0, 1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Cancellation_EndsTheRun()
    {
        using var interrupt = new CancellationTokenSource();
        var runner = new ReplicationRunner(
            (replication, cancellation) =>
            {
                if (replication == 2)
                    interrupt.Cancel();
                cancellation.ThrowIfCancellationRequested();
                return Record(replication);
            },
            1);

        var interruption = Assert.Throws<OperationCanceledException>(() => runner.Run([0, 1, 2, 3], interrupt.Token));

        Assert.Contains("2 of 4", interruption.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_CountsUp_AndEndsWithAll()
    {
        var told = new List<RunProgress>();
        var runner = new ReplicationRunner((replication, _) => replication == 1 ? throw new InvalidOperationException() : Record(replication), 3, told.Add);

        runner.Run([0, 1, 2, 3, 4, 5], TestContext.Current.CancellationToken);

        Assert.Equal([1, 2, 3, 4, 5, 6], told.Select(p => p.Done));
        Assert.Equal((6, 1), (told[^1].Total, told[^1].Failed));
    }

    [Fact]
    public void TimeLeft_FollowsTheRateSoFar()
    {
        var progress = new RunProgress(Done: 5, Total: 20, Failed: 0, Elapsed: TimeSpan.FromSeconds(10));

        Assert.Equal(0.5, progress.PerSecond);
        Assert.Equal(TimeSpan.FromSeconds(30), progress.Left);
        Assert.Null(new RunProgress(0, 20, 0, TimeSpan.Zero).Left);
    }

    private static RunRecord Record(int replication) => new(replication, [], [], []);

    private static RunRecord Slow(int replication, int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return Record(replication);
    }
}
