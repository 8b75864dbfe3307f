using System.CommandLine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Cli.Verbs;

/// <summary><c>interdict schema</c>: the JSON Schema that editors check scenarios with.</summary>
internal static class SchemaVerb
{
    public static Command Command()
    {
        var command = new Command("schema", "Print the JSON Schema of scenarios.");
        command.SetAction(_ => Console.Out.WriteLine(ScenarioSchema.Write().TrimEnd()));
        return command;
    }
}
