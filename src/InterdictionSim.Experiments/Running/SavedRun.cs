using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Running;

/// <summary>The first line of a saved run, JSON: what it is the state of.</summary>
/// <param name="Format">Always <see cref="SavedRun.Format"/>.</param>
/// <param name="FormatVersion">Version of the file format.</param>
/// <param name="ModelVersion">Version of the model that ran.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="ScenarioHash">SHA-256 of the scenario's canonical JSON.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Replication">Number of the replication.</param>
/// <param name="Tick">Ticks that have passed.</param>
/// <param name="Day">Last day that it has seen, whole or in part.</param>
/// <param name="PayloadBytes">Length of the state, not compressed.</param>
/// <param name="PayloadSha256">SHA-256 of the state, not compressed.</param>
public sealed record SavedRunHeader(
    string Format, int FormatVersion, int ModelVersion, string Scenario, string ScenarioHash, ulong Seed, int Replication, int Tick, DateOnly Day, int PayloadBytes, string PayloadSha256);

/// <summary>The state of one replication between two ticks, as a file: one line that says what it is, then the state by gzip.</summary>
/// <param name="Header">The line.</param>
/// <param name="State">The state, as <see cref="Simulation.Save"/> gave it.</param>
public sealed record SavedRun(SavedRunHeader Header, ReadOnlyMemory<byte> State)
{
    /// <summary>First value of every such file.</summary>
    public const string Format = "interdict-saved-run";

    private const int FormatVersion = 1;
    private static readonly JsonSerializerOptions line = new(ResultsJson.Options) { WriteIndented = false };

    /// <summary>Name of the file in the folder <c>saved</c>: replication, last day that it has seen, ticks that have passed.</summary>
    public string FileName => FormattableString.Invariant($"replication-{Header.Replication}-{Header.Day:yyyy-MM-dd}-tick-{Header.Tick}.state");

    /// <summary>Takes the state of a run as it stands.</summary>
    public static SavedRun Of(Simulation simulation, LoadedScenario loaded, ulong seed)
    {
        var state = simulation.Save();
        var day = simulation.Tick % loaded.Scenario.Run.TicksPerDay == 0 ? simulation.Day.AddDays(-1) : simulation.Day;
        var header = new SavedRunHeader(
            Format, FormatVersion, Simulation.ModelVersion, loaded.Scenario.Name, loaded.Hash, seed, simulation.Replication, simulation.Tick, day, state.Length, Sha256(state));
        return new(header, state);
    }

    /// <summary>Writes the file.</summary>
    public void Write(Stream stream)
    {
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(Header, line));
        stream.WriteByte((byte)'\n');
        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        gzip.Write(State.Span);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioException">There is none, it is something else, or it is torn.</exception>
    public static SavedRun Read(string path)
    {
        if (!Files.TryRead(path, out var bytes, out var reason))
            throw new ScenarioException($"{path}: {reason}");
        var end = Array.IndexOf(bytes, (byte)'\n');
        var header = HeaderOf(bytes.AsSpan(0, Math.Max(0, end))) ?? throw new ScenarioException($"{path}: is no saved run of this program; expected a file that --save-at wrote");
        if (header.FormatVersion != FormatVersion)
            throw new ScenarioException($"{path}: is of format {header.FormatVersion}, and this program reads {FormatVersion}; resume it with the program that wrote it");
        var state = StateOf(bytes.AsMemory(end + 1), header.PayloadBytes);
        return state is { } whole && Sha256(whole) == header.PayloadSha256
            ? new(header, whole)
            : throw new ScenarioException($"{path}: is torn or changed: the state in it is not the one that its first line tells of");
    }

    /// <summary>Refuses a scenario, a seed or a replication that is not the saved run's.</summary>
    /// <param name="path">The file, as the user named it.</param>
    /// <param name="loaded">The scenario.</param>
    /// <param name="seed">Seed that the user named; null for the file's.</param>
    /// <param name="replication">Number of the replication that the user named; null for the file's.</param>
    /// <exception cref="ScenarioException">It does not fit; every difference is told.</exception>
    public void MustFit(string path, LoadedScenario loaded, ulong? seed, int? replication)
    {
        List<string> differences = [];
        if (Header.ModelVersion != Simulation.ModelVersion)
            differences.Add($"it was saved by version {Header.ModelVersion} of the model, and this program has version {Simulation.ModelVersion}, which would give other results");
        if (Header.ScenarioHash != loaded.Hash)
            differences.Add($"it is of scenario '{Header.Scenario}' with hash {Short(Header.ScenarioHash)}, and '{loaded.Scenario.Name}' as named here has {Short(loaded.Hash)}; name the same files and --set");
        if (seed is { } other && other != Header.Seed)
            differences.Add($"it was run with seed {Header.Seed}, and --seed says {other}; leave --seed out");
        if (replication is { } number && number != Header.Replication)
            differences.Add($"it is replication {Header.Replication}, and --only says {number}; leave --only out");
        if (differences.Count > 0)
            throw new ScenarioException($"{path}: this run cannot go on from it:\n  {string.Join("\n  ", differences)}");
        TryToResume(path, loaded.Scenario);
    }

    // Tells before anything starts what another program, with the same version of the model, has kept otherwise.
    private void TryToResume(string path, Scenario scenario)
    {
        try
        {
            Simulation.Resume(scenario, Header.Seed, Header.Replication, State).Dispose();
        }
        catch (ScenarioException fault)
        {
            throw new ScenarioException($"{path}: this run cannot go on from it: {fault.Message}; resume it with the program that wrote it", fault);
        }
    }

    private static SavedRunHeader? HeaderOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<SavedRunHeader>(json, line) is { Format: Format, PayloadBytes: >= 0 } header ? header : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Null when it is torn, or longer than it says.
    private static ReadOnlyMemory<byte>? StateOf(ReadOnlyMemory<byte> compressed, int length)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
            using var state = new MemoryStream();
            gzip.CopyTo(state);
            return state.Length == length ? state.ToArray() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Sha256(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static string Short(string hash) => hash[..Math.Min(8, hash.Length)];
}
