namespace InterdictionSim.Experiments.Statistics;

/// <summary>A ratio of two means over the same replications with Fieller's interval (Fieller 1954, <i>J. R. Stat. Soc. B</i> 16).</summary>
/// <remarks>The interval holds every ratio θ for which the mean of numerator − θ·denominator cannot be told from 0. Where the mean denominator itself cannot be told from 0, no bounded interval does.</remarks>
/// <param name="Ratio">Mean numerator over mean denominator; NaN where there are no values or the denominators sum to 0.</param>
/// <param name="Low">Lower end of the interval; −∞ when unbounded.</param>
/// <param name="High">Upper end of the interval; +∞ when unbounded.</param>
/// <param name="Count">Pairs that it is taken over.</param>
/// <param name="Confidence">Confidence of the interval, between 0 and 1.</param>
public readonly record struct RatioEstimate(double Ratio, double Low, double High, int Count, double Confidence)
{
    /// <summary>Whether the interval has ends.</summary>
    public bool IsBounded => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>Estimates a ratio of means; a pair counts only when both of its values are defined.</summary>
    public static RatioEstimate Of(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators, double confidence = Estimate.DefaultConfidence)
    {
        if (numerators.Length != denominators.Length)
            throw new ArgumentException($"{numerators.Length} numerators and {denominators.Length} denominators make no pairs", nameof(denominators));
        if (confidence is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "a confidence lies between 0 and 1, ends excluded");
        List<double> above = [], below = [];
        for (var i = 0; i < numerators.Length; i++)
        {
            if (double.IsNaN(numerators[i] + denominators[i]))
                continue;
            above.Add(numerators[i]);
            below.Add(denominators[i]);
        }

        if (above.Count == 0 || below.Sum() == 0)
            return new(double.NaN, double.NegativeInfinity, double.PositiveInfinity, above.Count, confidence);
        var (low, high) = above.Count < 2 ? (double.NegativeInfinity, double.PositiveInfinity) : Fieller(above, below, confidence);
        return new(above.Average() / below.Average(), low, high, above.Count, confidence);
    }

    // The roots of (x² − t²v_xx)θ² − 2(xy − t²v_xy)θ + (y² − t²v_yy) = 0, x the mean denominator, y the mean numerator, v (co)variances of means.
    private static (double Low, double High) Fieller(List<double> above, List<double> below, double confidence)
    {
        var t = Estimate.Quantile(above.Count - 1, confidence);
        var (x, y) = (below.Average(), above.Average());
        double Variance(List<double> a, double meanA, List<double> b, double meanB) =>
            a.Zip(b, (p, q) => (p - meanA) * (q - meanB)).Sum() / (a.Count - 1) / a.Count;
        var square = x * x - t * t * Variance(below, x, below, x);
        var middle = x * y - t * t * Variance(below, x, above, y);
        var constant = y * y - t * t * Variance(above, y, above, y);
        if (square <= 0)
            return (double.NegativeInfinity, double.PositiveInfinity);
        var root = Math.Sqrt(Math.Max(0, middle * middle - square * constant));
        return ((middle - root) / square, (middle + root) / square);
    }
}
