using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
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
    /// <summary>Published figures beside the world; none where it has none.</summary>
    public static IReadOnlyList<PublishedFigure> Published(LoadedScenario loaded) =>
        File.Exists(Path.Join(loaded.DataFolder, "targets.json")) ? TargetsFile.Read(loaded.DataFolder) : [];

    /// <summary>What is known of the parameters; nothing where no file beside the world tells.</summary>
    public static IReadOnlyDictionary<string, ParameterSource> Sources(LoadedScenario loaded) =>
        File.Exists(Path.Join(loaded.DataFolder, "parameters.json")) ? ParametersFile.Read(loaded.DataFolder) : new Dictionary<string, ParameterSource>();

    /// <summary>Outlines of countries for maps, in the world's folder.</summary>
    public static string Outlines(LoadedScenario loaded) => Path.Join(Path.GetDirectoryName(loaded.DataFolder), "world", "countries.geojson");
}
