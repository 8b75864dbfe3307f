using System.CommandLine;
using InterdictionSim.Cli.Terminal;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Cli.Verbs;

/// <summary><c>interdict diff</c>: what differs between two scenarios, by path.</summary>
internal static class DiffVerb
{
    public static Command Command()
    {
        var a = new Argument<string>("a") { HelpName = "a.json", Description = "One scenario." };
        var b = new Argument<string>("b") { HelpName = "b.json", Description = "The other." };
        var command = new Command("diff", "Tell what differs between two scenarios, by path.") { a, b };
        command.SetAction(parsed => Diff(parsed.GetRequiredValue(a), parsed.GetRequiredValue(b)));
        return command;
    }

    private static void Diff(string a, string b)
    {
        var first = Layers.Load([a], []);
        var rows = ScenarioDiff.Between(first, Layers.Load([b], []));
        if (rows.Count == 0)
        {
            Console.Out.WriteLine("no value differs");
            return;
        }

        var known = Layers.Sources(first);
        var table = new TextTable("llll");
        table.Add("path", a, b, "unit");
        foreach (var row in rows)
            table.Add(row.Path, row.A ?? "(absent)", row.B ?? "(absent)", known.GetValueOrDefault(row.Path)?.Unit ?? "");
        table.WriteTo(Console.Out);
    }
}
