using System.Globalization;
using InterdictionSim.Cli.Terminal;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Cli;

/// <summary>The results of <c>run</c> on one screen: first what can be held against published figures, then the outcomes of the whole run.</summary>
internal sealed class RunSummary(RunResults results, Style style)
{
    private const int MeaningLength = 60;

    /// <summary>Characters that the names of a table's columns may take: those of crossings and of many measures are more.</summary>
    private const int Widest = 120;

    // What a first look does without as long as no measure is taken.
    private static readonly string[] background = ["delivered-by-haul", "dispatched-by-haul", "militant-strength", "relation", "seized-by-haul"];

    private const string Reported = "reported-seized";
    private const string True = "seized";

    private readonly List<string> tooWide = [];
    private readonly int runs = results.Replications.Count;

    public void Write(string resultHash, string folder, TextWriter writer)
    {
        var run = results.Scenario.Run;
        writer.WriteLine(style.Heading($"{results.Scenario.Name}: {runs} replication(s), seed {results.Seed}, {run.StartDate:yyyy-MM-dd} to {run.EndDate:yyyy-MM-dd}"));
        var published = results.Published.Where(p => results.Layout.OutcomeIndex(p.Outcome) >= 0).ToArray();
        if (published.Length > 0)
            WritePublished(published, writer);
        WriteWholeRun(writer, published.Select(p => p.Outcome.Split('.', '@')[0]).ToHashSet());
        var notShown = string.Join(", ", tooWide.Concat(AnyMeasure ? [] : background).Prepend("those that stayed 0 or undefined or that nothing moved"));
        writer.WriteLine($"({results.Layout.Outcomes.Count} outcomes in all, {notShown} not shown; --json prints them, runs/part-0.parquet has them by replication)");
        writer.WriteLine();
        writer.WriteLine(runs == 1
            ? "One replication bounds nothing: there is no interval."
            : "± is the half-width of the 95 % interval of the mean over replications: Monte Carlo error only, not the model's own.");
        if (results.Layout.Outcomes.Any(o => runs > 1 && results.Outcome(o.Name).Any(double.IsNaN)))
            writer.WriteLine("* and 'defined in': where an outcome is not defined in every replication, the mean is over those where it is.");
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
        // A figure may have been published for a year near the one that it is held against.
        var years = published.Select(p => p.Outcome[(p.Outcome.IndexOf('@', StringComparison.Ordinal) + 1)..]).Distinct().ToArray();
        foreach (var part in years.Where(IsPartOfAYear))
            writer.WriteLine($"({part} was simulated only in part: a published figure is for the whole year)");
        if (TooLate(results.Scenario.Measures.Values, years.SelectMany(y => int.TryParse(y, CultureInfo.InvariantCulture, out var year) ? [year] : Array.Empty<int>()).ToArray()) is { } line)
            writer.WriteLine(line);
    }

    // Null when a measure works in those years, or none is taken.
    private static string? TooLate(IEnumerable<IMeasure> measures, int[] years)
    {
        var taken = measures.Where(m => m.Enabled).Select(m => m.Programme.Runs).ToArray();
        return taken.Length > 0 && years.Length > 0 && taken.Min().Year > years.Max()
            ? FormattableString.Invariant($"no measure works before {taken.Min():yyyy-MM-dd}: the figures of {string.Join(" and ", years.Order())} are those of the baseline")
            : null;
    }

    private bool IsPartOfAYear(string year) => int.TryParse(year, CultureInfo.InvariantCulture, out var number)
        && (results.Scenario.Run.StartDate > new DateOnly(number, 1, 1) || results.Scenario.Run.EndDate < new DateOnly(number, 12, 31));

    // Outcomes by country and by market as one table each, the others in a list.
    private void WriteWholeRun(TextWriter writer, HashSet<string> told)
    {
        var families = results.Layout.Outcomes.Where(o => !o.Name.Contains('@', StringComparison.Ordinal)).GroupBy(Family)
            .Where(IsTold).ToArray();
        writer.WriteLine();
        writer.WriteLine(style.Heading("all measured years, mean ± 95 %"));
        foreach (var block in Blocks([.. families.Where(f => f.Any(o => Key(o).Length > 0))]))
            WriteBlock(block, writer);
        var list = new TextTable("lrrll");
        foreach (var outcome in families.Where(f => f.All(o => Key(o).Length == 0) && !told.Contains(f.Key)).SelectMany(f => f))
        {
            var estimate = Estimate.Of(results.Outcome(outcome.Name));
            var (mean, halfWidth) = Figures.Of(estimate);
            list.Add(outcome.Name, mean, estimate.IsBounded ? $"± {halfWidth}" : "", outcome.Unit, Line(outcome.Meaning) + Defined(estimate));
        }

        list.WriteTo(writer);
    }

    private void WriteBlock(IReadOnlyList<IGrouping<string, OutcomeColumn>> block, TextWriter writer)
    {
        var keys = block.SelectMany(f => f.Select(Key)).Distinct().Order(StringComparer.Ordinal).ToArray();
        if (keys.Sum(key => key.Length + 2) > Widest)
        {
            tooWide.AddRange(block.Select(f => f.Key));
            return;
        }

        var table = new TextTable("ll" + new string('r', keys.Length));
        table.Add(["", "", .. keys]);
        foreach (var family in block)
            table.Add([family.Key, family.First().Unit, .. keys.Select(key => Cell(family.FirstOrDefault(o => Key(o) == key)))]);
        table.WriteTo(writer);
    }

    // Families share a table when most of their keys are the same: countries in one, markets in another, though both know Russia.
    private static IEnumerable<IReadOnlyList<IGrouping<string, OutcomeColumn>>> Blocks(IReadOnlyList<IGrouping<string, OutcomeColumn>> families)
    {
        var left = families.ToList();
        while (left.Count > 0)
        {
            var keys = left[0].Select(Key).ToHashSet();
            bool Fits(IGrouping<string, OutcomeColumn> family) => family.Count(o => keys.Contains(Key(o))) * 2 > family.Count();
            yield return left.Where(Fits).ToArray();
            left.RemoveAll(Fits);
        }
    }

    private string Cell(OutcomeColumn? outcome)
    {
        if (outcome is null)
            return "";
        var estimate = Estimate.Of(results.Outcome(outcome.Name));
        var (mean, halfWidth) = Figures.Of(estimate);
        return estimate is { IsBounded: true, HalfWidth: not 0 } ? $"{mean} ± {halfWidth}{(estimate.Count == runs ? "" : "*")}" : mean;
    }

    private bool AnyMeasure => results.Scenario.Measures.Values.Any(m => m.Enabled);

    // Not what stayed 0 or undefined, nor what neither chance nor a measure moves, nor published seizures that are the true ones.
    private bool IsTold(IGrouping<string, OutcomeColumn> family) =>
        family.Any(o => Array.Exists(results.Outcome(o.Name), value => value is not (0 or double.NaN)))
        && (AnyMeasure || !background.Contains(family.Key))
        && (runs == 1 || AnyMeasure || family.Any(o => results.Outcome(o.Name).Distinct().Skip(1).Any()))
        && !(family.Key == Reported && family.All(o => results.Outcome(o.Name).SequenceEqual(results.Outcome(True + o.Name[Reported.Length..]))));

    private static string Family(OutcomeColumn outcome) => outcome.Name.Split('.', '@')[0];

    private static string Key(OutcomeColumn outcome) => outcome.Name.Contains('.', StringComparison.Ordinal) ? outcome.Name[(outcome.Name.IndexOf('.', StringComparison.Ordinal) + 1)..] : "";

    private static string Line(string meaning) => meaning.Length <= MeaningLength ? meaning : meaning[..MeaningLength].TrimEnd() + "…";

    private string Defined(Estimate estimate) => estimate.Count == runs ? "" : $" (defined in {estimate.Count} of {runs})";

    private static string Lies(double mean, PublishedFigure figure) =>
        double.IsNaN(mean) ? "" : mean < figure.Low ? "below" : mean > figure.High ? "above" : "within";
}
