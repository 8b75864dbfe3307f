using InterdictionSim.Cli.Terminal;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Cli;

/// <summary>The results of <c>run</c> on one screen: first what can be held against published figures, then the outcomes of the whole run.</summary>
internal sealed class RunSummary(RunResults results, Style style)
{
    private const int Screen = 40;
    private readonly int runs = results.Replications.Count;

    public void Write(string resultHash, string folder, TextWriter writer)
    {
        var run = results.Scenario.Run;
        writer.WriteLine(style.Heading($"{results.Scenario.Name}: {runs} replication(s), seed {results.Seed}, {run.StartDate:yyyy-MM-dd} to {run.EndDate:yyyy-MM-dd}"));
        var published = results.Published.Where(p => results.Layout.OutcomeIndex(p.Outcome) >= 0).ToArray();
        if (published.Length > 0)
            WritePublished(published, writer);
        WriteWholeRun(Math.Max(10, Screen - 10 - published.Length), writer);
        writer.WriteLine();
        writer.WriteLine("± is the half-width of the 95 % interval of the mean over replications: Monte Carlo error only, not the model's own.");
        writer.WriteLine($"results: {folder}   resultHash: {resultHash}");
    }

    private void WritePublished(PublishedFigure[] published, TextWriter writer)
    {
        writer.WriteLine();
        var table = new TextTable("lrrlrrllrl");
        table.Add("one year", "mean", "± 95 %", "unit", "published", "range", "mean lies", "grade", "year", "target");
        foreach (var figure in published)
        {
            var estimate = Estimate.Of(results.Outcome(figure.Outcome));
            var (mean, halfWidth) = Figures.Of(estimate);
            table.Add(figure.Outcome, mean, halfWidth, results.Layout.Outcomes[results.Layout.OutcomeIndex(figure.Outcome)].Unit, Figures.Plain(figure.Value), $"{Figures.Plain(figure.Low)} … {Figures.Plain(figure.High)}",
                Lies(estimate.Mean, figure), figure.Grade, FormattableString.Invariant($"{figure.Year}"), $"{figure.Id} {figure.Use}{Defined(estimate)}");
        }

        table.WriteTo(writer);
    }

    private void WriteWholeRun(int rows, TextWriter writer)
    {
        var outcomes = results.Layout.Outcomes.Where(o => !o.Name.Contains('@', StringComparison.Ordinal)).ToArray();
        if (outcomes.Length == 0)
            return;
        writer.WriteLine();
        var table = new TextTable("lrrll");
        table.Add("all measured years", "mean", "± 95 %", "unit", "meaning");
        foreach (var outcome in outcomes.Take(rows))
            AddOutcome(table, outcome);
        table.WriteTo(writer);
        if (results.Layout.Outcomes.Count > table.Count - 1)
            writer.WriteLine($"({results.Layout.Outcomes.Count} outcomes in all: --json prints them, runs/part-0.parquet has each replication's)");
    }

    private void AddOutcome(TextTable table, OutcomeColumn outcome)
    {
        var estimate = Estimate.Of(results.Outcome(outcome.Name));
        var (mean, halfWidth) = Figures.Of(estimate);
        table.Add(outcome.Name, mean, halfWidth, outcome.Unit, outcome.Meaning + Defined(estimate));
    }

    private string Defined(Estimate estimate) => estimate.Count == runs ? "" : $" (defined in {estimate.Count} of {runs})";

    private static string Lies(double mean, PublishedFigure figure) =>
        double.IsNaN(mean) ? "" : mean < figure.Low ? "below" : mean > figure.High ? "above" : "within";
}
