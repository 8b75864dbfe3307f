using System.Text.Json;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Running;

namespace InterdictionSim.Experiments.Results;

/// <summary>A folder that is about to receive the results of one scenario: whole, or not at all.</summary>
/// <remarks>
/// Files are written to a hidden folder inside it and moved into place at the end, the manifest last. Opening it tries to write, so that a
/// full disk or a missing right is told before the simulation and not after. While it is open no other process can open it.
/// </remarks>
public sealed class ResultsFolder : IDisposable
{
    private const string StagingName = ".writing";
    private const string SavedName = "saved";
    private static readonly string[] owned = [Campaign.FileName, "scenarios", "runs", "series", "failures", "plots", "effects.parquet", "effects.csv", TraceFile.Name];
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

    /// <summary>Folder for results when the user names none: <c>results/name-hash</c>, the hash over all that fixes the results.</summary>
    public static string DefaultPath(string scenario, RunIdentity run) => System.IO.Path.Combine("results", $"{FileNameOf(scenario)}-{run.Hash[..8]}");

    /// <summary>A name as part of a file name: letters, digits, dots, dashes, underscores and plus signs stay, all else becomes a dash.</summary>
    public static string FileNameOf(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '+' ? c : '-')).Trim('.', '-');
        return safe.Length == 0 ? "scenario" : safe[..Math.Min(safe.Length, 80)];
    }

    /// <summary>Opens the folder for the results of a run.</summary>
    /// <exception cref="ScenarioException">It has no name, holds something else, or cannot be written to.</exception>
    public static ResultsFolder Open(string path, RunIdentity run)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new ScenarioException($"--out: is '{path}'; expected the name of a folder");
        ResultsFolder? folder = null;
        PathFaults.WritingTo(path, () =>
        {
            var replaces = WhatIsThere(path, run);
            folder = new ResultsFolder(path) { Replaces = replaces };
            folder.TryToWrite();
        });
        return folder!;
    }

    /// <summary>Puts the state of a run into the folder <c>saved</c> at once, whole: it stays, whatever becomes of the run. Several threads may call it.</summary>
    /// <returns>The file.</returns>
    public string Keep(SavedRun saved)
    {
        var file = System.IO.Path.Combine(Path, SavedName, saved.FileName);
        PathFaults.WritingTo(Path, () =>
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, SavedName));
            var staged = System.IO.Path.Combine(Staging, saved.FileName + ".tmp");
            using (var stream = File.Create(staged))
            {
                saved.Write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(staged, file, overwrite: true);
        });
        return file;
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

    private static string? WhatIsThere(string path, RunIdentity run)
    {
        if (!Directory.Exists(path))
            return null;
        var manifest = System.IO.Path.Combine(path, Campaign.FileName);
        var isOurs = File.Exists(manifest);
        var foreign = Directory.EnumerateFileSystemEntries(path)
            .Where(entry => !(isOurs && owned.Contains(System.IO.Path.GetFileName(entry))) && !IsLeftover(entry))
            .Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (foreign is not null)
        {
            var why = owned.Contains(foreign) ? $"and no {Campaign.FileName} that tells that it is a whole results folder" : "which is no part of a results folder";
            throw new ScenarioException($"{path}: holds '{foreign}', {why}; name an empty or a new folder with --out.");
        }

        if (!isOurs)
            return null;
        var earlier = Read(manifest);
        if (earlier.ScenarioHash != run.ScenarioHash)
        {
            throw new ScenarioException(
                $"{path}: holds results of scenario '{earlier.Scenario}' with hash {Short(earlier.ScenarioHash)}, and this one has {Short(run.ScenarioHash)}; "
                + "name another folder with --out, or remove that one.");
        }

        var there = RunIdentity.Of(earlier);
        if (there != run)
            throw new ScenarioException($"{path}: holds results with {there.Words}, and this run has {run.Words}; name another folder with --out, or remove that one.");
        return there.Words;
    }

    // What a run that was killed left, descriptions of failures where no replication succeeded, and saved runs, which no results replace.
    private static bool IsLeftover(string entry) => System.IO.Path.GetFileName(entry) switch
    {
        StagingName => Directory.Exists(entry) && (File.Exists(System.IO.Path.Combine(entry, "claim")) || !Directory.EnumerateFileSystemEntries(entry).Any()),
        SavedName => Directory.Exists(entry) && Directory.EnumerateFileSystemEntries(entry).All(e => File.Exists(e) && e.EndsWith(".state", StringComparison.Ordinal)),
        "failures" => Directory.Exists(entry) && Directory.EnumerateFileSystemEntries(entry).All(IsFailure),
        _ => false,
    };

    private static bool IsFailure(string file)
    {
        try
        {
            return File.Exists(file) && JsonSerializer.Deserialize<FailureFile>(File.ReadAllText(file), ResultsJson.Options) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Campaign Read(string manifest)
    {
        try
        {
            return JsonSerializer.Deserialize<Campaign>(File.ReadAllText(manifest), ResultsJson.Options) is { Tool: Campaign.Program } campaign ? campaign : throw new JsonException();
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
