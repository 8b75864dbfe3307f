using System.Globalization;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Running;

/// <summary>When a run is to be saved, as a user says it.</summary>
public static class SaveMoments
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>Ticks that have passed then, ascending, each once.</summary>
    /// <param name="moments">Dates (the end of that day) and numbers of ticks.</param>
    /// <param name="run">Dates and ticks of the run.</param>
    /// <param name="passed">Ticks that have passed when it begins.</param>
    /// <exception cref="ScenarioException">One of them is neither, or outside the run.</exception>
    public static IReadOnlyList<int> Ticks(IEnumerable<string> moments, RunSettings run, int passed = 0) => [.. moments.Select(m => Tick(m, run, passed)).Distinct().Order()];

    private static int Tick(string moment, RunSettings run, int passed)
    {
        long? tick = DateOnly.TryParseExact(moment, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? ((long)day.DayNumber - run.FirstDay.DayNumber + 1) * run.TicksPerDay
            : int.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var last = run.Days * run.TicksPerDay;
        if (tick > passed && tick <= last)
            return (int)tick.Value;
        if (passed >= last)
            throw new ScenarioException($"--save-at: is '{moment}', and the run that is resumed has ended already");
        var firstDay = run.FirstDay.AddDays(passed / run.TicksPerDay);
        throw new ScenarioException(string.Create(CultureInfo.InvariantCulture,
            $"--save-at: is '{moment}'; expected a day of {firstDay:yyyy-MM-dd} … {run.EndDate:yyyy-MM-dd} (saved at its end; warm-up counts) or a number of ticks of {passed + 1} … {last}"));
    }
}
