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
}
