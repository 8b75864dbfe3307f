using InterdictionSim.Engine;
using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Days on which measures begin to work, as marks on a time axis.</summary>
internal sealed class MeasureDates
{
    private const int MostNamed = 3;
    private const int NumberRows = 2;
    private const double RowPixels = 19;

    private readonly Periods periods;
    private readonly List<string> before;
    private readonly List<string> asked;

    public MeasureDates(Scenario scenario, Periods periods)
    {
        this.periods = periods;
        var taken = scenario.Measures.Where(m => m.Value.Enabled)
            .OrderBy(m => m.Value.Programme.Runs).ThenBy(m => m.Key, StringComparer.Ordinal).ToArray();
        before = [.. taken.Where(m => m.Value.Programme.Runs < periods.FirstDay && m.Value.Programme.IsRunning(periods.FirstDay)).Select(m => Plain(m.Key))];
        var marked = taken.Where(m => m.Value.Programme.Runs >= periods.FirstDay && m.Value.Programme.Runs <= periods.LastDay).ToArray();
        asked = [.. marked.Where(m => m.Value.Programme.ConsentLevel is not null).Select(m => Plain(m.Key))];
        Marks = [.. marked
            .GroupBy(m => m.Value.Programme.Runs)
            .Select(day => new Mark(day.Key, string.Join(", ", day.Select(m => Plain(m.Key)))))];
    }

    public IReadOnlyList<Mark> Marks { get; }

    private bool Named => Marks.Count <= MostNamed;

    /// <summary>What the marks mean, for the note below the picture.</summary>
    public string Note
    {
        get
        {
            var note = before.Count > 0 ? $" Measures that run from the start: {string.Join(", ", before)}." : "";
            note += (Marks.Count, Named) switch
            {
                (0, _) => "",
                (_, true) => " Dashed, a measure begins to work: " + string.Join("; ", Marks.Select(mark => $"{mark.Label}, {Words.Day(mark.Day)}")) + ".",
                _ => " Dashed, a measure begins to work: " + string.Join("; ", Marks.Select((mark, i) => $"{i + 1} {mark.Label}, {Words.Day(mark.Day)}")) + ".",
            };
            return asked.Count > 0 ? $"{note} Later, or not at all, where the host does not consent at once: {string.Join(", ", asked)}." : note;
        }
    }

    /// <summary>Share of a panel's height that the labels need.</summary>
    public double FreeShare(double heightPixels) => Marks.Count == 0 ? 0.06 : Math.Min(0.45, ((Named ? Marks.Count : NumberRows) * RowPixels + 8) / heightPixels);

    /// <summary>Draws lines, and their labels in rows from the top if asked for; the vertical limits must be set.</summary>
    public void Draw(Plot plot, double widthPixels, double heightPixels, bool named)
    {
        var limits = plot.Axes.GetLimits();
        // Where nobody reads the labels the lines only remind: hairlines, so that many do not hide the curve.
        foreach (var mark in Marks)
            plot.Add.VerticalLine(mark.Day.DayNumber, named || Marks.Count <= MostNamed ? 1.2f : 0.5f, Theme.Faint, LinePattern.Dashed);
        var free = new double[NumberRows];
        Array.Fill(free, double.NegativeInfinity);
        for (var i = 0; named && i < Marks.Count; i++)
        {
            var text = Named ? Marks[i].Label : $"{i + 1}";
            var daysPerPixel = (limits.Right - limits.Left) / widthPixels;
            var room = Theme.TextWidth(text, Theme.LabelSize) + 8;
            // Right of its line, or as far right as the panel lets it.
            var left = Math.Max(limits.Left, Math.Min(Marks[i].Day.DayNumber + 4 * daysPerPixel, limits.Right - room * daysPerPixel));
            var row = Named ? i : Math.Max(0, Array.FindIndex(free, end => end <= left));
            if (!Named)
                free[row] = left + room * daysPerPixel;
            var y = limits.Top - row * RowPixels / heightPixels * (limits.Top - limits.Bottom);
            Theme.AddText(plot, text, left, y, Theme.Faint, Alignment.UpperLeft, halo: true);
        }
    }

    private static string Plain(string id) => id.Length == 0 ? id : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ').Replace('_', ' ');
}

/// <summary>A day on which one or more measures begin to work.</summary>
internal sealed record Mark(DateOnly Day, string Label);
