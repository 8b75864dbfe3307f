namespace InterdictionSim.Acceptance.Tests.Running;

/// <summary>A short run of the baseline, done once for all tests that look at its results.</summary>
public sealed class QuickRun : IDisposable
{
    /// <summary>Three months after one month of warm-up.</summary>
    internal static readonly string[] Short = ["run", Interdict.Baseline, "--set", "run.endDate=2010-03-31", "--set", "run.warmUpDays=30"];

    public QuickRun() => Ending = Interdict.Run([.. Short, "-r", "2", "-j", "2", "--csv", "--out", "out"]);

    internal Interdict Interdict { get; } = new();

    internal Ending Ending { get; }

    public void Dispose() => Interdict.Dispose();
}
