namespace InterdictionSim.Engine;

/// <summary>Name, dates, tick and scale.</summary>
internal static class RunChecks
{
    public static void Check(Scenario scenario, ProblemList list)
    {
        // The name becomes a folder of the results.
        if (scenario.Name.Length == 0 || scenario.Name[0] == '.' || !scenario.Name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ' '))
            list.Add("/name", $"is '{scenario.Name}'; expected letters, digits, '-', '_', '.' or spaces, since a folder is called so");
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
