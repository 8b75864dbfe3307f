namespace InterdictionSim.Experiments.Running;

/// <summary>How far a set of replications has come.</summary>
/// <param name="Done">Replications that ended, failed ones included.</param>
/// <param name="Total">Replications asked for.</param>
/// <param name="Failed">Replications that failed.</param>
/// <param name="Elapsed">Time since the first began.</param>
public readonly record struct RunProgress(int Done, int Total, int Failed, TimeSpan Elapsed)
{
    /// <summary>Replications ended per second; 0 before the first.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>Time left at the rate so far; null before the first replication has ended.</summary>
    public TimeSpan? Left => Done == 0 ? null : (Total - Done) * (Elapsed / Done);
}
