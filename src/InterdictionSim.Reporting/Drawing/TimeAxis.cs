using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>A horizontal axis of days, counted as day numbers.</summary>
internal static class TimeAxis
{
    private const double PixelsPerLabel = 62;

    private static readonly int[] monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];
    private static readonly int[] daySteps = [1, 2, 7, 14];

    /// <summary>Sets limits and ticks; the data area is that many pixels wide.</summary>
    public static void Apply(Plot plot, Periods periods, double widthPixels)
    {
        plot.Axes.SetLimitsX(periods.FirstDay.DayNumber, periods.LastDay.DayNumber + 1);
        var ticks = new NumericManual();
        foreach (var (day, label) in Ticks(periods, widthPixels))
            ticks.AddMajor(day.DayNumber, label);
        plot.Axes.Bottom.TickGenerator = ticks;
    }

    /// <summary>Days that are labelled, and their labels: the year stands under its first label.</summary>
    public static IEnumerable<(DateOnly Day, string Label)> Ticks(Periods periods, double widthPixels)
    {
        var days = periods.LastDay.DayNumber - periods.FirstDay.DayNumber + 1;
        var room = Math.Max(1, widthPixels / PixelsPerLabel);
        if (days < 92)
        {
            var dayStep = daySteps.FirstOrDefault(step => days / (double)step <= room, daySteps[^1]);
            for (var day = periods.FirstDay; day <= periods.LastDay; day = day.AddDays(dayStep))
                yield return (day, day.ToString(day == periods.FirstDay ? "d MMM\nyyyy" : "d MMM", CultureInfo.InvariantCulture));
            yield break;
        }

        var monthStep = monthSteps.FirstOrDefault(step => days / (30.44 * step) <= room, monthSteps[^1]);
        var month = new DateOnly(periods.FirstDay.Year, 1, 1);
        var lastYear = 0;
        for (; month <= periods.LastDay.AddDays(1); month = month.AddMonths(monthStep))
        {
            // The last day plus one closes the axis; its label would hang over the edge.
            if (month < periods.FirstDay || month > periods.LastDay)
                continue;
            var format = monthStep >= 12 ? "yyyy" : month.Year == lastYear ? "MMM" : "MMM\nyyyy";
            lastYear = month.Year;
            yield return (month, month.ToString(format, CultureInfo.InvariantCulture));
        }
    }
}
