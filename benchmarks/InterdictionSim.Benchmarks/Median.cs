namespace InterdictionSim.Benchmarks;

/// <summary>The middle of a few measurements: a busy spell of the machine moves it less than the mean.</summary>
public static class Median
{
    /// <summary>The middle value, or the mean of the two middle ones.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
