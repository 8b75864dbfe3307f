using System.Text.Json.Nodes;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Results;

/// <summary>A scenario as it ran, <c>scenarios/NAME.json</c>: every value with the file it came from and, where the data tell, unit, range, grade and source.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Hash">Hash of the scenario.</param>
/// <param name="Values">Values in the ordinal order of their paths.</param>
internal sealed record EffectiveScenario(string Scenario, string Hash, IReadOnlyList<EffectiveScenario.Entry> Values)
{
    public static EffectiveScenario Of(LoadedScenario loaded, IReadOnlyDictionary<string, ParameterSource> sources) =>
        new(loaded.Scenario.Name, loaded.Hash, [.. loaded.Values.Select(v => Entry.Of(v, sources.GetValueOrDefault(v.Path)))]);

    /// <summary>One value: where it stands, what it is, where it came from, and what is known of it.</summary>
    internal sealed record Entry(
        string Path, JsonNode? Value, string Origin, string? Unit, double? Low, double? High, string? Grade, string? Source, string? Meaning)
    {
        public static Entry Of(EffectiveValue value, ParameterSource? known) => new(
            value.Path, JsonNode.Parse(value.Value), value.Origin, known?.Unit, known?.Low, known?.High, known?.Grade, known?.Source, known?.Meaning);
    }
}
