using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Days from the first day a measure runs until half of the final shift of entry shares is reached; NaN when no crossing's shift is beyond noise or the run ends within a year.</summary>
public sealed class TimeToAdapt : IContrast
{
    private const int LastMonths = 12;

    /// <summary>A crossing moved when its mean shift over the last months is over so many of its standard errors: with twenty crossings chance passes for a move once in some 25 runs.</summary>
    private const double StandardErrors = 4;

    /// <inheritdoc/>
    public string Unit => "days";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Days from the first day a measure runs until half of the final shift between crossings is reached.";

    /// <inheritdoc/>
    public bool IsChange => false;

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair) => [new("", Days(pair))];

    private static double Days(RunPair pair)
    {
        var months = pair.Comparison.With.Months;
        var first = pair.FirstRunningDay;
        // The last year must lie wholly after the first day, and the run must have seen the world before it.
        if (first is not { } runs || runs < pair.Comparison.With.FirstDay || months.Count < LastMonths || months[^LastMonths] < runs)
            return double.NaN;
        var shifts = Enumerable.Range(0, months.Count).Select(month => Shifts(pair, month)).ToArray();
        var final = Final(shifts[^LastMonths..]);
        if (final.All(shift => shift == 0))
            return double.NaN;
        // A month counts by its shift in the direction of the final one: a plain distance would take chance for a shift.
        double Towards(double[] shift) => shift.Zip(final, (now, last) => Math.Sign(last) * now).Sum() / 2;
        var half = final.Sum(Math.Abs) / 4;
        for (var month = 0; month < months.Count; month++)
        {
            if (months[month].AddMonths(1) > runs && Towards(shifts[month]) >= half)
                return Math.Max(0, months[month].DayNumber + 15 - runs.DayNumber);
        }

        return double.NaN;
    }

    // Change of the share of each way in a month; none where nothing entered.
    private static double[] Shifts(RunPair pair, int month)
    {
        double[] with = Kg(pair, pair.With, month), without = Kg(pair, pair.Without, month);
        var (all, allWithout) = (with.Sum(), without.Sum());
        return all > 0 && allWithout > 0 ? [.. with.Zip(without, (a, b) => a / all - b / allWithout)] : new double[with.Length];
    }

    private static double[] Kg(RunPair pair, RunRecord run, int month) =>
        [.. pair.Comparison.Entries.Select(entry => entry.Links.Sum(d => (double)run.Monthly.Link[month * pair.Comparison.With.Links.Count + d]))];

    // Mean shift over the last year of each way that moved beyond its months' scatter, 0 for the others.
    private static double[] Final(double[][] shifts)
    {
        var final = new double[shifts[0].Length];
        for (var way = 0; way < final.Length; way++)
        {
            var mean = shifts.Average(s => s[way]);
            var variance = shifts.Sum(s => (s[way] - mean) * (s[way] - mean)) / (shifts.Length - 1);
            final[way] = Math.Abs(mean) > StandardErrors * Math.Sqrt(variance / shifts.Length) ? mean : 0;
        }

        return final;
    }
}
