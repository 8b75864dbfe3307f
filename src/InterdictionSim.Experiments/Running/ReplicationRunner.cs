using System.Diagnostics;
using System.Runtime.ExceptionServices;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Experiments.Running;

/// <summary>A replication that threw.</summary>
/// <param name="Replication">Number of the replication.</param>
/// <param name="Exception">What it threw.</param>
public sealed record FailedReplication(int Replication, Exception Exception);

/// <summary>What became of the replications asked for.</summary>
/// <param name="Succeeded">Records in the order asked for; failed replications are missing.</param>
/// <param name="Failed">Failures in the order asked for.</param>
public sealed record ReplicationOutcomes(IReadOnlyList<RunRecord> Succeeded, IReadOnlyList<FailedReplication> Failed);

/// <summary>Runs replications side by side.</summary>
/// <remarks>
/// Each replication writes to its own slot, so neither the number of threads nor the order of completion can touch a result.
/// One that throws is kept with its cause while the others go on. Not for reuse by several threads at once.
/// </remarks>
/// <param name="simulate">Makes and runs the replication of that number; called from several threads.</param>
/// <param name="threads">Replications under way at a time, ≥ 1.</param>
/// <param name="progress">Told after each replication, one call at a time; may be null.</param>
public sealed class ReplicationRunner(Func<int, CancellationToken, RunRecord> simulate, int threads, Action<RunProgress>? progress = null)
{
    private readonly Lock told = new();

    /// <summary>Runs the replications of these numbers and waits for all.</summary>
    /// <exception cref="ScenarioException">The scenario cannot run.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all had ended.</exception>
    public ReplicationOutcomes Run(IReadOnlyList<int> replications, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var records = new RunRecord?[replications.Count];
        var failures = new FailedReplication?[replications.Count];
        var clock = Stopwatch.StartNew();
        var taken = 0;
        var done = 0;
        var failed = 0;

        void Work()
        {
            int slot;
            while (!cancellation.IsCancellationRequested && (slot = Interlocked.Increment(ref taken) - 1) < replications.Count)
            {
                failures[slot] = TryRun(replications[slot], out records[slot], cancellation);
                if (cancellation.IsCancellationRequested)
                    return;
                lock (told)
                {
                    done++;
                    failed += failures[slot] is null ? 0 : 1;
                    progress?.Invoke(new(done, replications.Count, failed, clock.Elapsed));
                }
            }
        }

        var workers = Enumerable.Range(0, Math.Min(threads, replications.Count)).Select(_ => new Thread(Work)).ToArray();
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();
        if (done < replications.Count)
            throw new OperationCanceledException($"interrupted after {done} of {replications.Count} replications", cancellation);
        // What is wrong with the scenario is wrong in every replication, and the user's to mend.
        if (failures.FirstOrDefault(f => f?.Exception is ScenarioException) is { } wrong)
            ExceptionDispatchInfo.Throw(wrong.Exception);
        return new([.. records.OfType<RunRecord>()], [.. failures.OfType<FailedReplication>()]);
    }

    // The one place that catches everything: a fault in one replication must not cost the hours of the others. It is reported, never hidden.
    private FailedReplication? TryRun(int replication, out RunRecord? record, CancellationToken cancellation)
    {
        record = null;
        try
        {
            record = simulate(replication, cancellation);
            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception fault)
        {
            return new(replication, fault);
        }
    }
}
