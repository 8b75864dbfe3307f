using System.Text.Json;
using System.Text.Json.Nodes;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Results;

/// <summary>A scenario as it ran, <c>scenarios/NAME.json</c>: every value with the file it came from.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Hash">Hash of the scenario.</param>
/// <param name="Values">Values in the ordinal order of their paths.</param>
internal sealed record EffectiveScenario(string Scenario, string Hash, IReadOnlyList<EffectiveScenario.Entry> Values)
{
    public static EffectiveScenario Of(LoadedScenario loaded) =>
        new(loaded.Scenario.Name, loaded.Hash, [.. loaded.Values.Select(v => new Entry(v.Path, Parse(v.Value), v.Origin))]);

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }

    /// <summary>One value: where it stands, what it is, where it came from.</summary>
    internal sealed record Entry(string Path, JsonNode? Value, string Origin);
}
