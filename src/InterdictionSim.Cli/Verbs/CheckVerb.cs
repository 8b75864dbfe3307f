using System.CommandLine;
using System.Globalization;
using InterdictionSim.Cli.Terminal;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Cli.Verbs;

/// <summary><c>interdict check</c>: every fault of each scenario, and no run.</summary>
internal static class CheckVerb
{
    public static Command Command()
    {
        var files = Options.Scenarios("Scenarios; each is checked by itself.");
        var set = Options.Set();
        var command = new Command("check", "Tell every fault of each scenario without running it.") { files, set };
        command.SetAction(parsed => Check(parsed.GetRequiredValue(files), parsed.GetValue(set) ?? []));
        return command;
    }

    private static int Check(string[] files, string[] sets)
    {
        var wrong = 0;
        foreach (var file in files)
        {
            try
            {
                var loaded = Layers.Load([file], sets);
                Warnings.AboutRanges(loaded, Layers.Sources(loaded));
                Warnings.AboutMeasures(loaded.Scenario);
                Describe(file, loaded);
            }
            catch (ScenarioException fault)
            {
                Console.Error.WriteLine(fault.Message);
                wrong++;
            }
        }

        if (wrong > 0 && files.Length > 1)
            Console.Error.WriteLine($"{wrong} of {files.Length} scenarios cannot run");
        return wrong == 0 ? ExitCode.Fine : ExitCode.InputIsWrong;
    }

    private static void Describe(string file, LoadedScenario loaded)
    {
        var scenario = loaded.Scenario;
        var world = scenario.World;
        Console.Out.WriteLine($"{file}: '{scenario.Name}' can run (hash {loaded.Hash[..8]})");
        var table = new TextTable("lrl");
        table.Add("  places", Count(world.Places.Count), $"in {world.Places.Select(p => p.Country).Distinct().Count()} countries");
        table.Add("  links", Count(world.Links.Count));
        table.Add("  posts", Count(world.Posts.Count), $"{world.Posts.Count(p => p.Kind == PostKind.Patrol)} of them patrols");
        table.Add("  organisations", Count(world.Organisations.Count), $"with {Count(scenario.Fleet.Traffickers.Values.Sum())} traffickers");
        table.Add("  markets", Count(world.Markets.Count), $"in {world.Markets.Select(m => m.Area).Distinct().Count()} areas");
        table.Add("  measures", Count(scenario.Measures.Count), $"{scenario.Measures.Values.Count(m => m.Enabled)} of them taken");
        table.Add("  days", Count(scenario.Run.Days), $"{scenario.Run.StartDate:yyyy-MM-dd} to {scenario.Run.EndDate:yyyy-MM-dd} after {scenario.Run.WarmUpDays} days of warm-up");
        table.WriteTo(Console.Out);
        if (scenario.Measures.Values.Any(m => m.Enabled))
            Measures(scenario).WriteTo(Console.Out);
    }

    private static TextTable Measures(Scenario scenario)
    {
        var table = new TextTable("llr");
        foreach (var (id, measure) in scenario.Measures.Where(m => m.Value.Enabled).OrderBy(m => m.Key, StringComparer.Ordinal))
            table.Add($"  {id}", $"works from {measure.Programme.Runs:yyyy-MM-dd}{(measure.Programme.End is { } end ? FormattableString.Invariant($" until {end:yyyy-MM-dd}") : "")}{(measure.Programme.ConsentLevel is null ? "" : " if its host consents")}", $"capital {Count(measure.Programme.CapitalUsd)} USD");
        return table;
    }

    private static string Count(double count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
