using InterdictionSim.Engine;
using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Experiments.Results;

/// <summary>What an interval lets one say of an effect, and never more.</summary>
public enum Verdict
{
    /// <summary>The same in all pairs: the measures did not touch it.</summary>
    Unchanged,

    /// <summary>The interval holds 0, or has no ends.</summary>
    NotYetClear,

    /// <summary>The whole interval lies on the better side of 0.</summary>
    Better,

    /// <summary>The whole interval lies on the worse side of 0.</summary>
    Worse,

    /// <summary>The whole interval lies above 0, and neither side is better.</summary>
    More,

    /// <summary>The whole interval lies below 0, and neither side is better.</summary>
    Less,

    /// <summary>Not held against 0: a cost, a share or a time, which its interval describes.</summary>
    Described,
}

/// <summary>One effect over all pairs of replications, with its interval.</summary>
/// <param name="Contrast">Kind of the contrast.</param>
/// <param name="Key">Key; empty for the only value.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Meaning">One line.</param>
/// <param name="Mean">Mean over pairs, or the ratio of means; NaN where it is not defined.</param>
/// <param name="Low">Lower end of the interval; −∞ when unbounded.</param>
/// <param name="High">Upper end; +∞ when unbounded.</param>
/// <param name="Count">Pairs in which it is defined.</param>
/// <param name="IsRatio">Whether it is a ratio of means with Fieller's interval.</param>
/// <param name="Verdict">What the interval lets one say.</param>
public sealed record Effect(
    string Contrast, string Key, string Unit, string Meaning, double Mean, double Low, double High, int Count, bool IsRatio, Verdict Verdict)
{
    /// <summary>As <c>kg-averted.RUS</c>.</summary>
    public string Name => Key.Length > 0 ? $"{Contrast}.{Key}" : Contrast;

    /// <summary>Whether the interval has ends.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);
}

/// <summary>What the measures of a scenario did: every contrast over pairs of replications with and without them, which share their draws.</summary>
/// <param name="Scenario">The scenario with its measures.</param>
/// <param name="Pairs">Pairs in the order of their numbers.</param>
/// <param name="Values">Each contrast's values by pair.</param>
/// <param name="All">The effects, in the order of the contrasts' names and of their keys.</param>
public sealed record Effects(Scenario Scenario, IReadOnlyList<RunPair> Pairs, IReadOnlyList<(string Contrast, ContrastValue[][] ByPair)> Values, IReadOnlyList<Effect> All)
{
    /// <summary>Measures what the measures did.</summary>
    /// <param name="comparison">Scenario and layouts.</param>
    /// <param name="with">Runs with the measures.</param>
    /// <param name="without">Runs without them; a number that is missing in either makes no pair.</param>
    public static Effects Of(Comparison comparison, IReadOnlyList<RunRecord> with, IReadOnlyList<RunRecord> without)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var other = without.ToDictionary(r => r.Replication);
        var pairs = with.Where(r => other.ContainsKey(r.Replication)).Select(r => new RunPair(comparison, r, other[r.Replication])).ToArray();
        var kinds = Catalog.Kinds<IContrast>().Select(k => (Name: k.Key, Contrast: (IContrast)Activator.CreateInstance(k.Value)!)).ToArray();
        var values = kinds.Select(k => (k.Name, pairs.Select(pair => k.Contrast.Measure(pair).ToArray()).ToArray())).ToArray();
        var effects = kinds.Zip(values, (kind, value) => Estimated(kind.Name, kind.Contrast, value.Item2)).SelectMany(e => e);
        return new(comparison.Scenario, pairs, values, [.. effects]);
    }

    /// <summary>Mean of a quantity with the measures and without.</summary>
    public (double With, double Without) Means(Func<RunPair, (double With, double Without)> quantity) =>
        (Pairs.Average(p => quantity(p).With), Pairs.Average(p => quantity(p).Without));

    private static IEnumerable<Effect> Estimated(string name, IContrast contrast, ContrastValue[][] byPair)
    {
        for (var i = 0; byPair.Length > 0 && i < byPair[0].Length; i++)
        {
            var values = byPair.Select(pair => pair[i]).ToArray();
            var (mean, low, high, count) = contrast.IsRatio
                ? Fields(RatioEstimate.Of([.. values.Select(v => v.Amount)], [.. values.Select(v => v.Per)]))
                : Fields(Estimate.Of([.. values.Select(v => v.Value)]));
            yield return new(name, values[0].Key, contrast.Unit, contrast.Meaning, mean, low, high, count, contrast.IsRatio, VerdictOf(contrast, mean, low, high));
        }
    }

    private static (double Mean, double Low, double High, int Count) Fields(Estimate e) => (e.Mean, e.Low, e.High, e.Count);

    private static (double Mean, double Low, double High, int Count) Fields(RatioEstimate e) => (e.Ratio, e.Low, e.High, e.Count);

    private static Verdict VerdictOf(IContrast contrast, double mean, double low, double high)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || double.IsNaN(mean))
            return Verdict.NotYetClear;
        if (!contrast.IsChange)
            return Verdict.Described;
        if (low == 0 && high == 0)
            return Verdict.Unchanged;
        if (low <= 0 && high >= 0)
            return Verdict.NotYetClear;
        return contrast.Direction == Direction.Neutral ? (low > 0 ? Verdict.More : Verdict.Less)
            : (contrast.Direction == Direction.Up) == (low > 0) ? Verdict.Better : Verdict.Worse;
    }
}
