namespace InterdictionSim.Experiments.Results;

/// <summary>What is kept about a replication that failed, <c>failures/replication-N.json</c>.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="ScenarioHash">Hash of the scenario.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Replication">Number of the replication.</param>
/// <param name="Command">Command that repeats this replication and no other.</param>
/// <param name="Exception">Type of the exception.</param>
/// <param name="Message">What it says.</param>
/// <param name="Trace">Where it came from.</param>
public sealed record FailureFile(string Scenario, string ScenarioHash, ulong Seed, int Replication, string Command, string Exception, string Message, string Trace);
