using System.Globalization;
using InterdictionSim.Experiments.Running;

namespace InterdictionSim.Cli.Verbs;

/// <summary>What the user asked <c>run</c> to do.</summary>
/// <param name="Files">Scenario and overlays, as written.</param>
/// <param name="Sets">Values set, as <c>path=value</c>.</param>
/// <param name="Replications">Numbers of the replications.</param>
/// <param name="Only">Number of the only replication; null when they are counted from 0.</param>
/// <param name="Jobs">Replications under way at a time.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Out">Folder; null for the default.</param>
/// <param name="Csv">Whether tables are written as CSV too.</param>
/// <param name="Json">Whether an object is printed instead of the table.</param>
/// <param name="Pictures">Whether pictures are drawn.</param>
/// <param name="Effects">Whether the same is run without measures, to tell what they did.</param>
/// <param name="NoColor">Whether emphasis is forbidden.</param>
/// <param name="SaveAt">When the state is saved: dates and numbers of ticks.</param>
/// <param name="Saved">Saved run to go on from; null when replications begin at the beginning.</param>
/// <param name="Trace">Traffickers and posts to follow.</param>
internal sealed record RunRequest(
    IReadOnlyList<string> Files,
    IReadOnlyList<string> Sets,
    IReadOnlyList<int> Replications,
    int? Only,
    int Jobs,
    ulong Seed,
    string? Out,
    bool Csv,
    bool Json,
    bool Pictures,
    bool Effects,
    bool NoColor,
    IReadOnlyList<string> SaveAt,
    SavedRun? Saved,
    IReadOnlyList<string> Trace)
{
    /// <summary>Command that repeats one replication alone; the results go to a folder of their own.</summary>
    public string CommandFor(int replication)
    {
        IEnumerable<string> words =
        [
            "interdict", "run", .. Files, .. Sets.SelectMany(s => new[] { "--set", s }),
            "--seed", Seed.ToString(CultureInfo.InvariantCulture), "--only", replication.ToString(CultureInfo.InvariantCulture),
            "--out", string.Create(CultureInfo.InvariantCulture, $"repeat-{replication}"),
        ];
        return string.Join(' ', words.Select(Quoted));
    }

    private static string Quoted(string word) =>
        word.All(c => char.IsLetterOrDigit(c) || "-_./=:,@+".Contains(c, StringComparison.Ordinal)) && word.Length > 0
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
