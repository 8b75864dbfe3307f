using System.CommandLine;
using InterdictionSim.Cli.Terminal;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Trafficking.Rules;
using InterdictionSim.Experiments.Running;
using InterdictionSim.Experiments.Scenarios;
using InterdictionSim.Reporting.Plots;

namespace InterdictionSim.Cli.Verbs;

/// <summary><c>interdict list</c>: what there is to choose from.</summary>
internal static class ListVerb
{
    public static Command Command() => new("list", "Tell what there is to choose from.")
    {
        Sublist("measures", "Kinds of measure, by their name in scenarios.", Kinds<IMeasure>),
        Metrics(),
        Sublist("contrasts", "What run --effects tells of measures, by the first part of its names.", Contrasts),
        Sublist("rules", "Decision rules of traffickers, by their name in scenarios.", Kinds<IBeliefRule>),
        Sublist("reallocation", "Policies by which mobile teams are reallocated, by their name in scenarios.", Kinds<IReallocation>),
        Sublist("plots", "Pictures that a run draws.", Plots),
    };

    private static Command Sublist(string name, string description, Func<TextTable> list)
    {
        var command = new Command(name, description);
        command.SetAction(_ => list().WriteTo(Console.Out));
        return command;
    }

    private static Command Metrics()
    {
        var scenario = new Argument<string>("scenario")
        {
            HelpName = "scenario.json",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Scenario whose outcomes are told with their keys, and its headline series.",
        };
        var command = new Command("metrics", "Metrics, by the first part of their outcomes' names; with a scenario, its outcomes and headline series.") { scenario };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(scenario) is not { } file)
            {
                MetricKinds().WriteTo(Console.Out);
                return;
            }

            var layout = new ScenarioModel(Layers.Load([file], []).Scenario, seed: 1).Layout;
            Console.Out.WriteLine("Outcomes (name@year is one calendar year)");
            Outcomes(layout).WriteTo(Console.Out);
            Console.Out.WriteLine();
            Console.Out.WriteLine("Headline series, a value a day");
            Series(layout).WriteTo(Console.Out);
        });
        return command;
    }

    private static TextTable MetricKinds()
    {
        var table = new TextTable("llll");
        table.Add("name", "unit", "better", "meaning");
        foreach (var (kind, type) in Catalog.Kinds<IMetric>())
        {
            var metric = (IMetric)Activator.CreateInstance(type)!;
            table.Add(kind, metric.Unit, Better(metric.Direction), metric.Meaning);
        }

        return table;
    }

    private static TextTable Contrasts()
    {
        var table = new TextTable("llll");
        table.Add("name", "unit", "better", "meaning");
        foreach (var (kind, type) in Catalog.Kinds<IContrast>())
        {
            var contrast = (IContrast)Activator.CreateInstance(type)!;
            table.Add(kind, contrast.Unit, Better(contrast.Direction), contrast.Meaning);
        }

        return table;
    }

    private static string Better(Direction direction) => direction switch { Direction.Up => "up", Direction.Down => "down", _ => "-" };

    private static TextTable Outcomes(RunLayout layout)
    {
        var table = new TextTable("llll");
        table.Add("name", "unit", "better", "meaning");
        foreach (var outcome in layout.Outcomes.Where(o => !o.Name.Contains('@', StringComparison.Ordinal)))
            table.Add(outcome.Name, outcome.Unit, Better(outcome.Direction), outcome.Meaning);
        return table;
    }

    private static TextTable Series(RunLayout layout)
    {
        var table = new TextTable("lll");
        table.Add("name", "unit", "meaning");
        foreach (var series in layout.Daily)
            table.Add(series.Name, series.Unit, series.Meaning);
        return table;
    }

    private static TextTable Kinds<T>()
    {
        var table = new TextTable("ll");
        var docs = new TypeDocs();
        table.Add("name", "meaning");
        foreach (var (kind, type) in Catalog.Kinds<T>())
            table.Add(kind, docs.Summary(type) ?? "");
        return table;
    }

    private static TextTable Plots()
    {
        var table = new TextTable("lll");
        table.Add("name", "shows", "meaning");
        foreach (var plot in PlotCatalog.All)
            table.Add(plot.Name, plot.Title, plot.Meaning);
        return table;
    }
}
