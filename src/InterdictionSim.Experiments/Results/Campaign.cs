using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Experiments.Results;

/// <summary>The manifest of a results folder, <c>campaign.json</c>: what ran, with what, and what came out. It is written last, so a folder that has one is whole.</summary>
/// <param name="Tool">Name of the program.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="ModelVersion">Version of the model: the same scenario and seed give the same results within one.</param>
/// <param name="Commit">Commit that it was built from; null when the build did not know.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="ScenarioHash">SHA-256 of the scenario's canonical JSON.</param>
/// <param name="SeedPolicy">How draws are shared between scenarios.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Replications">Replications whose rows are in the folder.</param>
/// <param name="FailedReplications">Numbers of the replications that failed and are missing.</param>
/// <param name="Metrics">Outcomes, in the order of the tables.</param>
/// <param name="Series">Columns of the headline series.</param>
/// <param name="ResultHash">Hash of all outcomes (<see cref="Results.ResultHash"/>).</param>
/// <param name="Only">Number of the only replication asked for; null when they are counted from 0.</param>
public sealed record Campaign(
    string Tool,
    string Version,
    int ModelVersion,
    string? Commit,
    string Scenario,
    string ScenarioHash,
    string SeedPolicy,
    ulong Seed,
    int Replications,
    IReadOnlyList<int> FailedReplications,
    IReadOnlyList<OutcomeColumn> Metrics,
    IReadOnlyList<DailyColumn> Series,
    string ResultHash,
    int? Only = null)
{
    /// <summary>The program's name in manifests.</summary>
    public const string Program = "interdict";

    /// <summary>Name of the manifest's file.</summary>
    public const string FileName = "campaign.json";

    /// <summary>A draw is fixed by seed, replication, entity and purpose: scenarios with the same seed share the draws of all that they share.</summary>
    public const string CommonRandomNumbers = "common-random-numbers";
}
