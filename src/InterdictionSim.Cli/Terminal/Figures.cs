using System.Globalization;
using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Cli.Terminal;

/// <summary>Numbers for people: no more digits than are known.</summary>
internal static class Figures
{
    /// <summary>Digits of a half-width that are shown; its mean is shown to the same place.</summary>
    private const int UncertainDigits = 2;

    /// <summary>Digits of a number that comes without an interval.</summary>
    private const int PlainDigits = 4;

    /// <summary>Mean and half-width, both to the second digit of the half-width.</summary>
    public static (string Mean, string HalfWidth) Of(Estimate estimate)
    {
        if (double.IsNaN(estimate.Mean))
            return ("not defined", "");
        if (!estimate.IsBounded)
            return (Plain(estimate.Mean), "unbounded");
        if (estimate.HalfWidth == 0)
            return (Plain(estimate.Mean), "0");
        var place = Place(estimate.HalfWidth, UncertainDigits);
        return (ToPlace(estimate.Mean, place), ToPlace(estimate.HalfWidth, place));
    }

    /// <summary>An end of an interval, to the second digit of half the interval's width.</summary>
    public static string ToWidthOf(double end, double width) => width == 0 ? Plain(end) : ToPlace(end, Place(width / 2, UncertainDigits));

    /// <summary>A number to four significant digits at most; whole ones in full.</summary>
    public static string Plain(double value)
    {
        if (!double.IsFinite(value) || value == Math.Round(value))
            return (value + 0.0).ToString("#,0", CultureInfo.InvariantCulture);
        var shown = ToPlace(value, Math.Min(0, Place(value, PlainDigits)));
        return shown.Contains('.', StringComparison.Ordinal) && !shown.Contains('e', StringComparison.Ordinal) ? shown.TrimEnd('0').TrimEnd('.') : shown;
    }

    // Power of ten of the last digit shown.
    private static int Place(double value, int digits) => value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value))) - digits + 1;

    private static string ToPlace(double value, int place)
    {
        if (place < -8)
            return value.ToString("0.##e+0", CultureInfo.InvariantCulture);
        if (place < 0)
            return WithoutMinusZero(value.ToString("N" + (-place).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        var unit = Math.Pow(10, place);
        return (Math.Round(value / unit) * unit + 0.0).ToString("#,0", CultureInfo.InvariantCulture);
    }

    private static string WithoutMinusZero(string shown) => shown.StartsWith('-') && !shown.Any(c => c is >= '1' and <= '9') ? shown[1..] : shown;
}
