namespace InterdictionSim.Engine;

/// <summary>Name, dates, tick and scale.</summary>
internal static class RunChecks
{
    private const int LongestName = 100;

    public static void Check(Scenario scenario, ProblemList list)
    {
        // The name becomes a folder of the results.
        if (scenario.Name.Length is 0 or > LongestName || scenario.Name[0] == '.' || !scenario.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+' or ' '))
        {
            list.Add("/name", $"is '{scenario.Name}'; expected 1 … {LongestName} characters, each an ASCII letter or digit, '-', '_', '.', '+' or a space, and no '.' first, "
                + "since a folder is called so; several files together have their names joined by '+'");
        }

        var run = scenario.Run;
        if (run.TickHours is not (>= 1 and <= 24) || 24 % run.TickHours != 0)
            list.Add("/run/tickHours", $"is {run.TickHours}; expected 1, 2, 3, 4, 6, 8, 12 or 24, which divide a day");
        if (run.EndDate < run.StartDate)
            list.Add("/run/endDate", $"is {run.EndDate:yyyy-MM-dd}; expected the start, {run.StartDate:yyyy-MM-dd}, or later");
        foreach (var (key, date) in new[] { ("startDate", run.StartDate), ("endDate", run.EndDate) })
        {
            if (date.Year is < 1900 or > 2200)
                list.Add($"/run/{key}", $"is {date:yyyy-MM-dd}; expected a day of the years 1900 … 2200");
        }

        list.Within("/run/warmUpDays", run.WarmUpDays, 0, 36525);
        list.Positive("/run/populationScale", run.PopulationScale);
    }
}
