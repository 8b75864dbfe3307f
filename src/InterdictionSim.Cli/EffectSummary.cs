using InterdictionSim.Cli.Terminal;
using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Cli;

/// <summary>What the measures did, on one screen: the effects, where the heroin went, and what it cost.</summary>
internal sealed class EffectSummary(Effects effects, Style style)
{
    private const int Movers = 8;
    private const int FewPairs = 10;
    private const string Moves = "displaced-kg";

    public void Write(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(style.Heading($"what the measures did: with less without, {effects.Pairs.Count} pair(s) of replications on the same draws"));
        if (effects.Pairs.Count == 0)
        {
            writer.WriteLine("no pair has both runs");
            return;
        }

        WriteEffects(writer);
        WriteMovers(writer);
        WriteMeasures(writer);
        writer.WriteLine();
        if (effects.Pairs.Count < FewPairs)
            writer.WriteLine($"With fewer than {FewPairs} pairs an interval is easily too narrow: take verdicts as hints.");
        writer.WriteLine("Each row has its own 95 %: of twenty that nothing moved, one is expected to have a verdict. All rows share the same runs without measures.");
        writer.WriteLine("low … high is the 95 % interval over pairs, Fieller's for a ratio of means; it is Monte Carlo error only. 'not yet clear': it holds 0, or has no ends.");
    }

    private void WriteEffects(TextWriter writer)
    {
        var table = new TextTable("llrrll");
        table.Add("effect", "of", "mean", "low … high", "unit", "verdict");
        foreach (var effect in effects.All.Where(e => e.Contrast != Moves && IsTold(e)))
            table.Add(effect.Contrast, effect.Key, Mean(effect), Interval(effect), effect.Unit, Words(effect) + Defined(effect));
        table.WriteTo(writer);
    }

    // The crossings where the most changed, then the countries.
    private void WriteMovers(TextWriter writer)
    {
        var moves = effects.All.Where(e => e.Contrast == Moves && IsTold(e)).ToArray();
        if (moves.Length == 0)
            return;
        writer.WriteLine();
        writer.WriteLine(style.Heading("where heroin enters the five states, kg/yr"));
        var countries = effects.Pairs[0].Comparison.Entries.Select(e => e.Country).ToHashSet(StringComparer.Ordinal);
        var table = new TextTable("lrrrrl");
        table.Add("", "without", "with", "change", "low … high", "verdict");
        var crossings = moves.Where(e => !countries.Contains(e.Key)).OrderByDescending(e => Math.Abs(e.Mean)).ToArray();
        foreach (var effect in crossings.Take(Movers).Concat(moves.Where(e => countries.Contains(e.Key))))
            AddMove(table, effect);
        table.WriteTo(writer);
        if (crossings.Length > Movers)
            writer.WriteLine($"(and {crossings.Length - Movers} more crossings in effects.parquet; * a measure changes its link or a post there)");
    }

    // Where a host may refuse, a mean over replications is not what any of them saw.
    private void WriteMeasures(TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine(style.Heading("what was done for it in the measured span, means over the replications in which it ran"));
        var table = new TextTable("lrrrr");
        table.Add("measure", "ran in", "days", "days late", "USD");
        foreach (var (id, _) in effects.Scenario.Measures.Where(m => m.Value.Enabled).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            double Mean(string metric, Func<RunPair, bool> where) => effects.Pairs.Where(where).Select(p => p.WithOutcome($"{metric}.{id}")).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
            bool Ran(RunPair pair) => pair.WithOutcome($"measure-running-days.{id}") > 0;
            table.Add(id, $"{effects.Pairs.Count(Ran)} of {effects.Pairs.Count}", Whole(Mean("measure-running-days", Ran)), Whole(Mean("measure-delay", Ran)), Whole(Mean("spending-by-measure", Ran)));
        }

        table.Add("all measures, mean over all replications", "", "", "", Whole(effects.Pairs.Average(p => p.SpendingUsd)));
        table.WriteTo(writer);
    }

    private static string Whole(double value) => double.IsNaN(value) ? "–" : Figures.Plain(Math.Round(value));

    private void AddMove(TextTable table, Effect effect)
    {
        var (with, without) = effects.Means(pair => pair.Comparison.Entries.Where(e => e.Crossing == effect.Key || e.Country == effect.Key)
            .Select(pair.KgPerYear).Aggregate((A: 0.0, B: 0.0), (sum, kg) => (sum.A + kg.With, sum.B + kg.Without)));
        var mark = effects.Pairs[0].Comparison.Treated.Contains(effect.Key) ? " *" : "";
        table.Add(effect.Key + mark, Figures.Plain(Math.Round(without)), Figures.Plain(Math.Round(with)), Mean(effect), Interval(effect), Words(effect));
    }

    private static bool IsTold(Effect effect) => effect.Verdict != Verdict.Unchanged && !(effect.Mean == 0 && effect is { Low: 0, High: 0 });

    private static string Mean(Effect effect) => double.IsNaN(effect.Mean) ? "not defined" : effect.IsBounded
        ? Figures.Of(AsEstimate(effect)).Mean
        : "–";

    private static string Interval(Effect effect) => double.IsNaN(effect.Mean) ? "" : effect.IsBounded
        ? $"{Figures.ToWidthOf(effect.Low, effect.High - effect.Low)} … {Figures.ToWidthOf(effect.High, effect.High - effect.Low)}"
        : "unbounded";

    private static Estimate AsEstimate(Effect effect) => new(effect.Mean, double.NaN, (effect.High - effect.Low) / 2, effect.Count, Estimate.DefaultConfidence);

    private static string Words(Effect effect) => effect.Verdict switch
    {
        _ when double.IsNaN(effect.Mean) => "",
        Verdict.NotYetClear => "not yet clear",
        Verdict.Described => "",
        var verdict => verdict.ToString().ToLowerInvariant(),
    };

    private string Defined(Effect effect) => effect.Count == effects.Pairs.Count ? "" : $" (defined in {effect.Count} of {effects.Pairs.Count})";
}
