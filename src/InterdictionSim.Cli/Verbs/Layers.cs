using InterdictionSim.Engine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Cli.Verbs;

/// <summary>Loads what the user named on the command line.</summary>
internal static class Layers
{
    public static LoadedScenario Load(IReadOnlyList<string> files, IReadOnlyList<string> sets)
    {
        if (files.FirstOrDefault(f => f.Contains('=', StringComparison.Ordinal) && !File.Exists(f)) is { } value)
            throw new ScenarioException($"{value}: no such file; to set a value, write --set {value}");
        return ScenarioLoader.Load(files[0], [.. files.Skip(1)], sets);
    }
}
