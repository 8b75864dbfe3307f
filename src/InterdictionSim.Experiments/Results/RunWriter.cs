using System.Reflection;
using InterdictionSim.Engine.Tracing;
using InterdictionSim.Experiments.Running;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Results;

/// <summary>Writes the results of one scenario into an open results folder.</summary>
/// <remarks>The same results always give the same bytes: no file but those of failures holds a time, a host or a path of the machine.</remarks>
/// <param name="folder">Where the files go.</param>
/// <param name="loaded">The scenario.</param>
/// <param name="sources">What is known of its parameters, by path; may be empty.</param>
/// <param name="seed">Seed.</param>
/// <param name="only">Number of the only replication asked for; null when they are counted from 0.</param>
public sealed class RunWriter(ResultsFolder folder, LoadedScenario loaded, IReadOnlyDictionary<string, ParameterSource> sources, ulong seed, int? only = null)
{
    /// <summary>Writes the manifest, the scenario and the tables; they are in place after <see cref="ResultsFolder.Complete"/>.</summary>
    /// <param name="results">Replications that succeeded, at least one.</param>
    /// <param name="failed">Numbers of those that did not.</param>
    /// <param name="csv">Whether each table is also written as CSV.</param>
    /// <returns>The manifest.</returns>
    public Campaign Write(RunResults results, IReadOnlyList<int> failed, bool csv)
    {
        var campaign = Describe(results, failed);
        PathFaults.WritingTo(folder.Path, () =>
        {
            ResultsJson.Write(Staged(Campaign.FileName), campaign);
            ResultsJson.Write(Staged($"scenarios/{ResultsFolder.FileNameOf(loaded.Scenario.Name)}.json"), EffectiveScenario.Of(loaded, sources));
            foreach (var table in RunTables.Of(results))
                WriteTable(table, csv);
        });
        return campaign;
    }

    /// <summary>Writes the events that were followed, as <c>trace.csv</c>.</summary>
    /// <param name="traces">Events by number of the replication.</param>
    public void WriteTrace(IReadOnlyDictionary<int, IReadOnlyList<TraceEvent>> traces) => PathFaults.WritingTo(folder.Path, () =>
    {
        using var text = new StreamWriter(Staged(TraceFile.Name));
        TraceFile.Write(loaded.Scenario.Run, traces, text);
    });

    /// <summary>Writes what the measures did, beside the results.</summary>
    /// <param name="effects">The effects.</param>
    /// <param name="csv">Whether each table is also written as CSV.</param>
    public void WriteEffects(Effects effects, bool csv) => PathFaults.WritingTo(folder.Path, () =>
    {
        foreach (var table in EffectTables.Of(effects))
            WriteTable(table, csv);
    });

    /// <summary>Writes what is known about replications that failed.</summary>
    /// <param name="failures">The failures.</param>
    /// <param name="command">Command that repeats the replication of that number.</param>
    public void WriteFailures(IEnumerable<FailedReplication> failures, Func<int, string> command) => PathFaults.WritingTo(folder.Path, () =>
    {
        foreach (var (replication, exception) in failures)
        {
            ResultsJson.Write(Staged(FormattableString.Invariant($"failures/replication-{replication}.json")), new FailureFile(
                loaded.Scenario.Name, loaded.Hash, seed, replication, command(replication), exception.GetType().FullName!, exception.Message, exception.ToString()));
        }
    });

    /// <summary>Has another writer fill one more folder of the results, such as <c>plots</c>.</summary>
    public void WriteFolder(string name, Action<string> write) => PathFaults.WritingTo(folder.Path, () => write(Path.Combine(folder.Staging, name)));

    private Campaign Describe(RunResults results, IReadOnlyList<int> failed)
    {
        // As 0.1.0+0123abc…: the build appends the commit when it knows it.
        var version = typeof(RunWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        var parts = version.Split('+', 2);
        return new(
            Campaign.Program, parts[0], InterdictionSim.Engine.Simulation.ModelVersion, parts.ElementAtOrDefault(1), loaded.Scenario.Name, loaded.Hash, Campaign.CommonRandomNumbers, seed,
            results.Replications.Count, failed, results.Layout.Outcomes, results.Layout.Daily, ResultHash.Of(results), only);
    }

    private void WriteTable(ResultTable table, bool csv)
    {
        using (var parquet = File.Create(Staged(table.Path + ".parquet")))
            ParquetTable.Write(table, parquet);
        if (!csv)
            return;
        using var text = new StreamWriter(Staged(table.Path + ".csv"));
        CsvTable.Write(table, text);
    }

    private string Staged(string name)
    {
        var path = Path.Combine(folder.Staging, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }
}
