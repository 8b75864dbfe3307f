using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>A scenario as it was put together from its layers.</summary>
/// <param name="Scenario">What will run.</param>
/// <param name="Values">Every value of the layered files with its origin, in the ordinal order of the paths.</param>
/// <param name="CanonicalJson">The scenario after all layers as JSON with sorted keys and shortest round-trip numbers, without names and notes.</param>
/// <param name="Hash">SHA-256 of <paramref name="CanonicalJson"/> in lower-case hex.</param>
/// <param name="DataFolder">Folder with the published figures (<c>targets.json</c>) and outlines; beside the world.</param>
public sealed record LoadedScenario(Scenario Scenario, IReadOnlyList<EffectiveValue> Values, string CanonicalJson, string Hash, string DataFolder);

/// <summary>One value of the layered files.</summary>
/// <param name="Path">As <c>/fleet/turnaroundDays</c>.</param>
/// <param name="Value">Value as JSON.</param>
/// <param name="Origin">File that it came from, or <c>--set</c>.</param>
public sealed record EffectiveValue(string Path, string Value, string Origin);
