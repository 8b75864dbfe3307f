using System.Text.Json;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Results;

/// <summary>A folder that is about to receive the results of one scenario: whole, or not at all.</summary>
/// <remarks>
/// Files are written to a hidden folder inside it and moved into place at the end, the manifest last. Opening it tries to write, so that a
/// full disk or a missing right is told before the simulation and not after. While it is open no other process can open it.
/// </remarks>
public sealed class ResultsFolder : IDisposable
{
    private const string StagingName = ".writing";
    private static readonly string[] owned = [Campaign.FileName, "scenarios", "runs", "series", "failures", "plots"];
    private readonly Stack<string> created = new();
    private readonly FileStream claim;

    private ResultsFolder(string path)
    {
        Path = path;
        for (var missing = Staging; !Directory.Exists(missing); missing = System.IO.Path.GetDirectoryName(missing)!)
            created.Push(missing);
        try
        {
            Directory.CreateDirectory(Staging);
            claim = new FileStream(System.IO.Path.Combine(Staging, "claim"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch
        {
            RemoveCreated();
            throw;
        }
    }

    /// <summary>The folder, as the user named it.</summary>
    public string Path { get; }

    /// <summary>Where files are written until <see cref="Complete"/>.</summary>
    public string Staging => System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, StagingName));

    /// <summary>Results of the same scenario that stand in the folder and will be replaced; null when there are none.</summary>
    public string? Replaces { get; private init; }

    /// <summary>Folder for a scenario's results when the user names none: <c>results/name-hash</c>.</summary>
    public static string DefaultPath(LoadedScenario loaded) => System.IO.Path.Combine("results", $"{FileNameOf(loaded.Scenario.Name)}-{loaded.Hash[..8]}");

    /// <summary>A name as part of a file name: letters, digits, dots, dashes and underscores stay, all else becomes a dash.</summary>
    public static string FileNameOf(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '-')).Trim('.', '-');
        return safe.Length == 0 ? "scenario" : safe[..Math.Min(safe.Length, 80)];
    }

    /// <summary>Opens the folder for a scenario's results.</summary>
    /// <exception cref="ScenarioException">It holds something else, or cannot be written to.</exception>
    public static ResultsFolder Open(string path, string scenarioHash)
    {
        ResultsFolder? folder = null;
        PathFaults.WritingTo(path, () =>
        {
            var replaces = WhatIsThere(path, scenarioHash);
            folder = new ResultsFolder(path) { Replaces = replaces };
            folder.TryToWrite();
        });
        return folder!;
    }

    /// <summary>Moves what was written into place; earlier results of the scenario go.</summary>
    public void Complete() => Publish(owned);

    /// <summary>Moves only the descriptions of failures into place; earlier results stay.</summary>
    public void CompleteFailures() => Publish(["failures"]);

    /// <summary>Removes what was written and not completed.</summary>
    public void Dispose()
    {
        claim.Dispose();
        Delete(Staging);
        RemoveCreated();
    }

    private void TryToWrite()
    {
        try
        {
            foreach (var stale in Directory.EnumerateFileSystemEntries(Staging).Where(e => e != claim.Name))
                Delete(stale);
            claim.Write(new byte[4096]);
            claim.Flush(flushToDisk: true);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // Folders that were made for these results go again when nothing came to stand in them.
    private void RemoveCreated()
    {
        foreach (var folder in created.Reverse())
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    // The manifest goes first and comes last: a folder that was left half-way has none.
    private void Publish(IReadOnlyList<string> names) => PathFaults.WritingTo(Path, () =>
    {
        foreach (var name in names)
            Delete(System.IO.Path.Combine(Path, name));
        foreach (var name in names.Reverse())
        {
            var staged = System.IO.Path.Combine(Staging, name);
            if (Directory.Exists(staged) || File.Exists(staged))
                Directory.Move(staged, System.IO.Path.Combine(Path, name));
        }
    });

    private static string? WhatIsThere(string path, string scenarioHash)
    {
        if (!Directory.Exists(path))
            return null;
        var foreign = Directory.EnumerateFileSystemEntries(path).Select(e => System.IO.Path.GetFileName(e))
            .Where(name => name != StagingName && !owned.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (foreign is not null)
            throw new ScenarioException($"{path}: holds '{foreign}', which is no part of a results folder; name an empty or a new folder with --out.");
        var manifest = System.IO.Path.Combine(path, Campaign.FileName);
        if (!File.Exists(manifest))
            return null;
        var earlier = Read(manifest);
        if (earlier.ScenarioHash != scenarioHash)
        {
            throw new ScenarioException(
                $"{path}: holds results of scenario '{earlier.Scenario}' with hash {Short(earlier.ScenarioHash)}, and this one has {Short(scenarioHash)}; "
                + "name another folder with --out, or remove that one.");
        }

        return FormattableString.Invariant($"seed {earlier.Seed}, {earlier.Replications} replications");
    }

    private static Campaign Read(string manifest)
    {
        try
        {
            return JsonSerializer.Deserialize<Campaign>(File.ReadAllText(manifest), ResultsJson.Options) ?? throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new ScenarioException($"{manifest}: is no manifest of this program; name another folder with --out, or remove that one.", fault);
        }
    }

    private static string Short(string hash) => hash[..Math.Min(8, hash.Length)];

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else if (File.Exists(path))
            File.Delete(path);
    }
}
