using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InterdictionSim.Experiments.Results;

/// <summary>What fixes the results of a run, the program aside: runs of one identity replace each other, no others do.</summary>
/// <param name="ScenarioHash">SHA-256 of the scenario's canonical JSON.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Replications">Replications asked for, whether or not they succeed.</param>
/// <param name="Only">Number of the only replication asked for; null when they are counted from 0.</param>
public sealed record RunIdentity(string ScenarioHash, ulong Seed, int Replications, int? Only = null)
{
    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{ScenarioHash}\n{Seed}\n{Replications}\n{Only}\n"))));

    /// <summary>Seed and replications, for people.</summary>
    public string Words => Only is { } only
        ? FormattableString.Invariant($"seed {Seed}, only replication {only}")
        : FormattableString.Invariant($"seed {Seed}, {Replications} replications");

    internal static RunIdentity Of(Campaign earlier) =>
        new(earlier.ScenarioHash, earlier.Seed, earlier.Replications + earlier.FailedReplications.Count, earlier.Only);
}
