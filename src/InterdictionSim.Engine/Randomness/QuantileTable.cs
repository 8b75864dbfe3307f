using System.Runtime.CompilerServices;

namespace InterdictionSim.Engine.Randomness;

/// <summary>A distribution as 1,025 quantiles between which words interpolate: sampling is one lookup and monotone.</summary>
internal sealed class QuantileTable
{
    private const int Cells = 1024;
    private readonly int[] quantiles;

    private QuantileTable(int[] quantiles) => this.quantiles = quantiles;

    /// <summary>Largest value that can be drawn.</summary>
    public int Maximum => quantiles[Cells];

    /// <summary>Value for a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Sample(uint word)
    {
        var cell = word >> 22;
        long low = quantiles[cell], high = quantiles[cell + 1];
        return (int)(low + ((high - low) * (word & 0x3FFFFF) >> 22));
    }

    /// <summary>Exponential with a mean, truncated at its quantile 1 − 2⁻¹¹ (7.6 means) and rescaled to keep the mean.</summary>
    public static QuantileTable Exponential(double mean)
    {
        var values = new double[Cells + 1];
        for (var i = 0; i <= Cells; i++)
            values[i] = -Portable.Log(i < Cells ? 1.0 - (double)i / Cells : 0.5 / Cells);
        return Scaled(values, mean);
    }

    /// <summary>
    /// Lognormal with log standard deviation <paramref name="logSd"/>, truncated to low … high, whose mean after truncation is <paramref name="mean"/>
    /// (the location is solved for by bisection); all in one unit.
    /// </summary>
    public static QuantileTable LogNormal(double mean, double logSd, double low, double high)
    {
        if (high <= low || logSd <= 0)
            return Scaled([.. Enumerable.Repeat(mean, Cells + 1)], mean);
        double logLow = Portable.Log(low), logHigh = Portable.Log(high);
        double left = logLow - 20 * logSd * logSd - 5, right = logHigh + 20 * logSd * logSd + 5;
        for (var step = 0; step < 48; step++)
        {
            var middle = 0.5 * (left + right);
            if (Mean(LogQuantiles(middle, logSd, logLow, logHigh)) < mean)
                left = middle;
            else
                right = middle;
        }

        return Scaled(LogQuantiles(0.5 * (left + right), logSd, logLow, logHigh), mean);
    }

    // Quantiles of the truncated lognormal by integrating the density on a grid in the logarithm.
    private static double[] LogQuantiles(double location, double logSd, double logLow, double logHigh)
    {
        const int Grid = 1024;
        var step = (logHigh - logLow) / Grid;
        // Relative to the density's largest value in the interval, so that a far-off location does not underflow.
        var peak = Math.Clamp(location, logLow, logHigh);
        var cumulative = new double[Grid + 1];
        double previous = 0;
        for (var i = 0; i <= Grid; i++)
        {
            double z = (logLow + i * step - location) / logSd, z0 = (peak - location) / logSd;
            var density = Portable.Exp(0.5 * (z0 * z0 - z * z));
            if (i > 0)
                cumulative[i] = cumulative[i - 1] + 0.5 * (previous + density);
            previous = density;
        }

        var quantiles = new double[Cells + 1];
        var cell = 0;
        for (var i = 0; i <= Cells; i++)
        {
            var target = cumulative[Grid] * i / Cells;
            while (cell < Grid - 1 && cumulative[cell + 1] < target)
                cell++;
            var span = cumulative[cell + 1] - cumulative[cell];
            var fraction = span > 0 ? (target - cumulative[cell]) / span : 0;
            quantiles[i] = Portable.Exp(logLow + (cell + Math.Clamp(fraction, 0, 1)) * step);
        }

        return quantiles;
    }

    private static double Mean(double[] values)
    {
        var sum = 0.5 * (values[0] + values[Cells]);
        for (var i = 1; i < Cells; i++)
            sum += values[i];
        return sum / Cells;
    }

    private static QuantileTable Scaled(double[] values, double mean)
    {
        var now = Mean(values);
        var factor = now > 0 ? mean / now : 0;
        return new QuantileTable([.. values.Select(v => (int)Math.Round(v * factor))]);
    }
}
