using InterdictionSim.Engine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Cli;

/// <summary>What is no mistake, but worth a line on standard error.</summary>
internal static class Warnings
{
    private const int MostLines = 5;

    /// <summary>Warns about values outside the range that is known of them.</summary>
    public static void AboutRanges(LoadedScenario loaded, IReadOnlyDictionary<string, ParameterSource> sources)
    {
        var outside = OutOfRange.Of(loaded, sources);
        foreach (var line in outside.Take(MostLines))
            Console.Error.WriteLine($"warning: {line}");
        if (outside.Count > MostLines)
            Console.Error.WriteLine($"warning: and {outside.Count - MostLines} more");
    }

    /// <summary>Warns about measures that the run ends before.</summary>
    public static void AboutMeasures(Scenario scenario)
    {
        foreach (var (id, measure) in scenario.Measures.Where(m => m.Value.Enabled && m.Value.Programme.Runs > scenario.Run.EndDate).OrderBy(m => m.Key, StringComparer.Ordinal))
            Console.Error.WriteLine($"warning: {id} would run from {measure.Programme.Runs:yyyy-MM-dd} on and does nothing: the run ends on {scenario.Run.EndDate:yyyy-MM-dd}");
    }
}
