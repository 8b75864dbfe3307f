using System.CommandLine;
using InterdictionSim.Cli.Terminal;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Running;
using InterdictionSim.Experiments.Scenarios;
using InterdictionSim.Reporting.Plots;

namespace InterdictionSim.Cli.Verbs;

/// <summary><c>interdict run</c>: replications of one scenario, a results folder, a table.</summary>
internal static class RunVerb
{
    private const int FewReplications = 10;

    public static Command Command()
    {
        var files = Options.Scenarios("Scenario, and files laid over it: a later one wins.");
        var replications = Options.Whole("--replications", 1, 30, "Replications.", "-r");
        var jobs = Options.Whole("--jobs", 1, Environment.ProcessorCount, "Replications under way at a time; results do not depend on it; all cores unless said.", "-j");
        var seed = Options.Whole("--seed", 0UL, 1UL, "Seed; scenarios with the same seed share their draws.");
        var only = Options.Whole<int>("--only", 0, null, "Run only the replication of this number, counted from 0: repeats one that failed.");
        var set = Options.Set();
        var folder = new Option<string?>("--out", "-o") { HelpName = "DIR", Description = "Folder for results. Default: results/<scenario>-<hash>, the hash over scenario, seed and replications." };
        var csv = new Option<bool>("--csv") { Description = "Write the tables as CSV too." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of the table." };
        var noPictures = new Option<bool>("--no-pictures") { Description = "Draw no pictures." };
        var effects = new Option<bool>("--effects") { Description = "Run the same without measures too, on the same draws, and tell what they did." };
        var noColor = new Option<bool>("--no-color") { Description = "No emphasis on the terminal." };
        var saveAt = new Option<string[]>("--save-at")
        {
            HelpName = "DATE|TICK",
            Description = "Save each replication at the end of that day, or after so many ticks, in the results folder's saved/, and go on; may be repeated.",
        };
        var resumeFrom = new Option<string?>("--resume-from") { HelpName = "FILE", Description = "Go on from a file of --save-at; seed and replication are the file's." };
        var trace = new Option<string[]>("--trace")
        {
            HelpName = "SUBJECT",
            Description = "Write trace.csv with every event of trafficker:ORGANISATION/SLOT or post:POST; may be repeated.",
        };
        var command = new Command("run", "Run a scenario and write its results.")
        {
            files, replications, jobs, seed, only, set, folder, csv, json, noPictures, effects, noColor, saveAt, resumeFrom, trace,
        };
        command.SetAction(parsed =>
        {
            var loaded = Layers.Load(parsed.GetRequiredValue(files), parsed.GetValue(set) ?? []);
            var number = IsGiven(parsed, only) ? parsed.GetValue(only) : (int?)null;
            var saved = parsed.GetValue(resumeFrom) is { } file
                ? Resumed(file, loaded, IsGiven(parsed, seed) ? parsed.GetValue(seed) : null, number, IsGiven(parsed, replications) ? parsed.GetValue(replications) : null)
                : null;
            number = saved?.Header.Replication ?? number;
            return Run(loaded, new(
                parsed.GetRequiredValue(files),
                parsed.GetValue(set) ?? [],
                number is { } one ? [one] : [.. Enumerable.Range(0, parsed.GetValue(replications))],
                number,
                parsed.GetValue(jobs),
                saved?.Header.Seed ?? parsed.GetValue(seed),
                parsed.GetValue(folder),
                parsed.GetValue(csv),
                parsed.GetValue(json),
                !parsed.GetValue(noPictures),
                parsed.GetValue(effects),
                parsed.GetValue(noColor),
                parsed.GetValue(saveAt) ?? [],
                saved,
                parsed.GetValue(trace) ?? []));
        });
        return command;
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static SavedRun Resumed(string file, LoadedScenario loaded, ulong? seed, int? only, int? replications)
    {
        if (replications is { } several && several != 1)
            throw new ScenarioException($"--resume-from {file}: holds one replication, and --replications says {several}; leave --replications out");
        var saved = SavedRun.Read(file);
        saved.MustFit(file, loaded, seed, only);
        return saved;
    }

    private static int Run(LoadedScenario loaded, RunRequest request)
    {
        var saveAt = SaveMoments.Ticks(request.SaveAt, loaded.Scenario.Run, request.Saved?.Header.Tick ?? 0);
        Simulation.CheckSubjects(loaded.Scenario, request.Trace);
        var published = Layers.Published(loaded);
        var sources = Layers.Sources(loaded);
        Warnings.AboutRanges(loaded, sources);
        Warnings.AboutMeasures(loaded.Scenario);
        if (request.Effects && !loaded.Scenario.Measures.Values.Any(m => m.Enabled))
            throw new ScenarioException($"--effects: '{loaded.Scenario.Name}' takes no measure; expected one with enabled true, as in scenarios/policies/checkpoint-programme.json");
        if (request.Replications.Count < FewReplications)
            Console.Error.WriteLine($"warning: {request.Replications.Count} replication(s) give wide intervals; {FewReplications} or more are advised (-r)");

        var identity = new RunIdentity(loaded.Hash, request.Seed, request.Replications.Count, request.Only);
        using var folder = ResultsFolder.Open(request.Out ?? ResultsFolder.DefaultPath(loaded.Scenario.Name, identity), identity);
        var model = new ScenarioModel(loaded.Scenario, request.Seed)
        {
            SaveAt = saveAt,
            Save = simulation => Keep(SavedRun.Of(simulation, loaded, request.Seed), folder),
            From = request.Saved?.State,
            Follow = request.Trace,
        };
        using var interrupt = new Interrupt();
        var outcomes = new ReplicationRunner(model.Simulate, request.Jobs, new ProgressLine().Show).Run(request.Replications, interrupt.Token);

        var writer = new RunWriter(folder, loaded, sources, request.Seed, request.Only);
        writer.WriteFailures(outcomes.Failed, request.CommandFor);
        if (model.Traces.Count > 0)
            writer.WriteTrace(model.Traces);
        if (outcomes.Succeeded.Count == 0)
            folder.CompleteFailures();
        var isPrinted = outcomes.Succeeded.Count == 0
            || Finish(request, writer, folder, outcomes, new(loaded.Scenario, request.Seed, model.Layout, outcomes.Succeeded, published), loaded, EffectsOf(request, loaded.Scenario, model, outcomes, interrupt));
        return outcomes.Failed.Count > 0 ? Complain(request, folder, outcomes.Failed)
            : isPrinted ? ExitCode.Fine
            : ExitCode.NotAll;
    }

    private static void Keep(SavedRun saved, ResultsFolder folder)
    {
        var file = folder.Keep(saved);
        Console.Error.WriteLine(FormattableString.Invariant($"saved: {file} ({saved.Header.Tick} ticks, to {saved.Header.Day:yyyy-MM-dd})"));
    }

    // Null unless asked for; a replication that failed with the measures is not run without them.
    private static Effects? EffectsOf(RunRequest request, Scenario scenario, ScenarioModel model, ReplicationOutcomes outcomes, Interrupt interrupt)
    {
        if (!request.Effects)
            return null;
        var other = new ScenarioModel(Comparison.Untreated(scenario), request.Seed);
        var without = new ReplicationRunner(other.Simulate, request.Jobs, new ProgressLine().Show).Run([.. outcomes.Succeeded.Select(r => r.Replication)], interrupt.Token);
        if (without.Failed.Count > 0)
            Console.Error.WriteLine($"{without.Failed.Count} replications failed without measures and make no pair; the first: {without.Failed[0].Exception.Message}");
        return Effects.Of(new Comparison(scenario, model.Layout, other.Layout), outcomes.Succeeded, without.Succeeded);
    }

    // Whether all was printed, too.
    private static bool Finish(
        RunRequest request, RunWriter writer, ResultsFolder folder, ReplicationOutcomes outcomes, RunResults results, LoadedScenario loaded, Effects? effects)
    {
        var campaign = writer.Write(results, [.. outcomes.Failed.Select(f => f.Replication)], request.Csv);
        if (effects is not null)
            writer.WriteEffects(effects, request.Csv);
        if (request.Pictures)
            writer.WriteFolder("plots", plots => PictureWriter.WriteAll(new(results, Layers.Outlines(loaded)), plots));
        folder.Complete();
        if (folder.Replaces is { } earlier)
            Console.Error.WriteLine($"replaced the earlier results in {folder.Path} ({earlier})");
        return Print(request, folder, results, campaign.ResultHash, effects);
    }

    // The results are in place: what can go wrong now is only that nobody reads of them.
    private static bool Print(RunRequest request, ResultsFolder folder, RunResults results, string resultHash, Effects? effects)
    {
        try
        {
            if (request.Json)
                RunJson.Write(results, resultHash, effects, Console.Out);
            else
                Summarize(request, folder, results, resultHash, effects);
            return true;
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine($"standard output cannot be written: {fault.Message}; the results are in {folder.Path}");
            return false;
        }
    }

    private static void Summarize(RunRequest request, ResultsFolder folder, RunResults results, string resultHash, Effects? effects)
    {
        var style = new Style(request.NoColor);
        new RunSummary(results, style).Write(resultHash, folder.Path, Console.Out);
        if (effects is not null)
            new EffectSummary(effects, style).Write(Console.Out);
    }

    private static int Complain(RunRequest request, ResultsFolder folder, IReadOnlyList<FailedReplication> failed)
    {
        Console.Error.WriteLine($"{failed.Count} of {request.Replications.Count} replications failed; {folder.Path}/failures tells where. The first:");
        Console.Error.WriteLine($"  {failed[0].Exception.GetType().Name}: {failed[0].Exception.Message}");
        Console.Error.WriteLine($"  repeat it with: {request.CommandFor(failed[0].Replication)}");
        return ExitCode.NotAll;
    }
}
