using MathNet.Numerics.Distributions;

namespace InterdictionSim.Experiments.Statistics;

/// <summary>A mean over replications with its Student t interval, in the unit of the values.</summary>
/// <remarks>The interval is Monte Carlo error only: it says how far the mean may be from the model's own, not how far the model may be from the world.</remarks>
/// <param name="Mean">Mean of the values; NaN when there are none.</param>
/// <param name="StandardDeviation">Standard deviation of one value (divisor n − 1); NaN below two values.</param>
/// <param name="HalfWidth">Half the width of the interval; infinite below two values, which bound nothing.</param>
/// <param name="Count">Values that the mean is taken over.</param>
/// <param name="Confidence">Confidence of the interval, between 0 and 1.</param>
public readonly record struct Estimate(double Mean, double StandardDeviation, double HalfWidth, int Count, double Confidence)
{
    /// <summary>Confidence unless another is asked for.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>Whether the interval has ends: false below two values.</summary>
    public bool IsBounded => double.IsFinite(HalfWidth);

    /// <summary>Lower end of the interval; −∞ when unbounded.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end of the interval; +∞ when unbounded.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>Estimates the mean of independent values.</summary>
    /// <remarks>A NaN says that the outcome is not defined in that replication: it is left out, and <see cref="Count"/> tells how many were not.</remarks>
    public static Estimate Of(ReadOnlySpan<double> values, double confidence = DefaultConfidence)
    {
        if (confidence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence lies between 0 and 1, ends excluded");
        // Measured from the first value, so that values which are all the same have exactly that mean and no spread.
        var origin = double.NaN;
        var count = 0;
        var sum = 0.0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            origin = count == 0 ? value : origin;
            sum += value - origin;
            count++;
        }

        var mean = origin + sum / count;
        if (count < 2)
            return new(mean, double.NaN, double.PositiveInfinity, count, confidence);
        var deviation = StandardDeviationAround(mean, values, count);
        return new(mean, deviation, Quantile(count - 1, confidence) * deviation / Math.Sqrt(count), count, confidence);
    }

    /// <summary>Estimates the mean difference treated − control over pairs of replications with the same number, which share their draws.</summary>
    /// <remarks>A pair counts only when the outcome is defined in both.</remarks>
    public static Estimate OfDifference(ReadOnlySpan<double> treated, ReadOnlySpan<double> control, double confidence = DefaultConfidence)
    {
        if (treated.Length != control.Length)
            throw new ArgumentException($"{treated.Length} treated and {control.Length} control replications make no pairs", nameof(control));
        var differences = new double[treated.Length];
        for (var i = 0; i < differences.Length; i++)
            differences[i] = treated[i] - control[i];
        return Of(differences, confidence);
    }

    /// <summary>Quantile of Student's t that leaves half of 1 − confidence above it.</summary>
    internal static double Quantile(int degreesOfFreedom, double confidence) =>
        StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + confidence / 2);

    // A second pass, because the sum of squares cancels where the mean is large against the spread.
    private static double StandardDeviationAround(double mean, ReadOnlySpan<double> values, int count)
    {
        var squares = 0.0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
                squares += (value - mean) * (value - mean);
        }

        return Math.Sqrt(squares / (count - 1));
    }
}
