namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Units, ranges and sources of parameters in <c>parameters.json</c> of the data folder.</summary>
public static class ParametersFile
{
    /// <summary>What is known of each parameter, by its path, as <c>/fleet/turnaroundDays</c>.</summary>
    /// <exception cref="Engine.ScenarioException">The file is missing or has mistakes.</exception>
    public static IReadOnlyDictionary<string, ParameterSource> Read(string dataFolder) => new SortedDictionary<string, ParameterSource>(
        DataFile.Read<ParameterSource>(dataFolder, "parameters.json", "parameters").ToDictionary(p => p.Id, p => p.Row), StringComparer.Ordinal);
}

/// <summary>What is known of a parameter.</summary>
/// <param name="Unit">Unit.</param>
/// <param name="Low">Lower end of its range; null where none is known.</param>
/// <param name="High">Upper end of its range; null where none is known.</param>
/// <param name="Grade">A read in the source, B remembered, C assumed.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Meaning">One line.</param>
public sealed record ParameterSource(string Unit, double? Low, double? High, string Grade, string Source, string Meaning);
