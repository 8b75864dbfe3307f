using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>One replication with the measures and the same one without.</summary>
/// <param name="Comparison">What the two can be compared by.</param>
/// <param name="With">Run with the measures.</param>
/// <param name="Without">Run of the same number without them.</param>
public sealed record RunPair(Comparison Comparison, RunRecord With, RunRecord Without)
{
    /// <summary>Length of the measured span, years.</summary>
    public double Years => (Comparison.Scenario.Run.EndDate.DayNumber - Comparison.Scenario.Run.StartDate.DayNumber + 1) / 365.25;

    /// <summary>Keys of a metric over the whole span, in their order, without the sums that it tells besides.</summary>
    public IEnumerable<string> KeysOf(string metric) =>
        Comparison.With.Outcomes.Where(o => o.Name.StartsWith(metric + ".", StringComparison.Ordinal) && !o.Name.Contains('@', StringComparison.Ordinal))
            .Select(o => o.Name[(metric.Length + 1)..]).Where(key => key is not ("total" or "five-states"));

    /// <summary>An outcome with the measures; 0 for one that the run does not tell.</summary>
    public double WithOutcome(string name) => Outcome(Comparison.With, With, name);

    /// <summary>An outcome with the measures less the same without.</summary>
    public double Change(string name) => WithOutcome(name) - Outcome(Comparison.Without, Without, name);

    /// <summary>First day on which a measure ran in the run with them, whenever its host let it; null when none did.</summary>
    public DateOnly? FirstRunningDay => Touched.Running(Comparison.Scenario).Select(m => FirstDayOf(m.Key, m.Value.Programme)).Min();

    /// <summary>USD spent on the measures in the span.</summary>
    public double SpendingUsd => WithOutcome("spending.total");

    /// <summary>Heroin that entered by a way, kg a year: with the measures and without.</summary>
    public (double With, double Without) KgPerYear(Entry entry) =>
        (entry.Links.Sum(d => With.LinkKgPerYear[d]), entry.Links.Sum(d => Without.LinkKgPerYear[d]));

    /// <summary>Change of the heroin that entered by each key's ways, kg a year.</summary>
    public IEnumerable<(string Key, double Kg)> ChangeOfEntries(Func<Entry, string> key) =>
        Comparison.Entries.GroupBy(key).Select(ways => (ways.Key, ways.Sum(way => KgPerYear(way).With - KgPerYear(way).Without)));

    /// <summary>Change of the share of each key's ways in all heroin that entered; NaN when none entered in either run.</summary>
    public IEnumerable<(string Key, double Share)> ShiftOfShares(Func<Entry, string> key)
    {
        var (with, without) = (Comparison.Entries.Sum(way => KgPerYear(way).With), Comparison.Entries.Sum(way => KgPerYear(way).Without));
        return Comparison.Entries.GroupBy(key).Select(ways => (ways.Key, ways.Sum(way => KgPerYear(way).With) / with - ways.Sum(way => KgPerYear(way).Without) / without));
    }

    private DateOnly? FirstDayOf(string measure, Measures.Programme programme) =>
        WithOutcome($"measure-delay.{measure}") is >= 0 and var days ? programme.Start.AddDays((int)days) : null;

    private static double Outcome(RunLayout layout, RunRecord run, string name) => layout.OutcomeIndex(name) is >= 0 and var index ? run.Outcomes[index] : 0;
}
