using System.Globalization;
using InterdictionSim.Experiments.Running;

namespace InterdictionSim.Cli.Terminal;

/// <summary>Progress on standard error: on a terminal one line that is written over, elsewhere one line at the end and one a minute before it.</summary>
internal sealed class ProgressLine
{
    private readonly bool terminal = !Console.IsErrorRedirected;
    private TimeSpan next;

    public void Show(RunProgress progress)
    {
        var ended = progress.Done == progress.Total;
        next = next == default && !terminal ? TimeSpan.FromMinutes(1) : next;
        if (!ended && progress.Elapsed < next)
            return;
        next = progress.Elapsed + (terminal ? TimeSpan.FromSeconds(0.2) : TimeSpan.FromMinutes(1));
        // The spaces cover what a longer line left behind.
        Console.Error.Write(terminal ? $"\r{Line(progress, ended),-78}{(ended ? "\n" : "")}" : Line(progress, ended) + "\n");
    }

    private static string Line(RunProgress progress, bool ended)
    {
        var failed = progress.Failed == 0 ? "" : $", {progress.Failed} failed";
        var when = ended ? $"in {Time(progress.Elapsed)}" : $"{Time(progress.Left!.Value)} left";
        return string.Create(CultureInfo.InvariantCulture, $"{progress.Done} of {progress.Total} replications{failed}, {progress.PerSecond:0.0#}/s, {when}");
    }

    private static string Time(TimeSpan span) => span.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes:00} min")
        : span.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds:00} s")
            : string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s");
}
