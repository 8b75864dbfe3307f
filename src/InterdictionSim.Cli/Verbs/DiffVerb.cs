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
        var rows = ScenarioDiff.Between(Layers.Load([a], []), Layers.Load([b], []));
        if (rows.Count == 0)
        {
            Console.Out.WriteLine("no value differs");
            return;
        }

        var table = new TextTable("lll");
        table.Add("path", a, b);
        foreach (var row in rows)
            table.Add(row.Path, row.A ?? "(absent)", row.B ?? "(absent)");
        table.WriteTo(Console.Out);
    }
}
