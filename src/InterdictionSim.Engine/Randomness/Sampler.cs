namespace InterdictionSim.Engine.Randomness;

/// <summary>Samplers that invert one word: monotone in it, so that a changed parameter shifts a sample and never reshuffles the rest.</summary>
internal static class Sampler
{
    /// <summary>The middle of a word's cell in the unit interval: never 0, never 1.</summary>
    public static double Unit(uint word) => (word + 0.5) * (1.0 / 4294967296.0);

    /// <summary>Standard exponential.</summary>
    public static double Exponential(uint word) => -Portable.Log(Unit(word));

    /// <summary>Standard normal.</summary>
    public static double Normal(uint word) => NormalQuantile.Of(Unit(word));

    /// <summary>Poisson with a mean ≥ 0; from a mean of 500 on the nearest whole number to its normal limit.</summary>
    public static int Poisson(uint word, double mean)
    {
        if (mean >= 500)
            return (int)Math.Max(0, Math.Round(mean + Math.Sqrt(mean) * Normal(word)));
        var unit = Unit(word);
        var probability = Portable.Exp(-mean);
        var count = 0;
        for (var below = probability; unit > below && count < 1000; below += probability)
            probability *= mean / ++count;
        return count;
    }

    /// <summary>Index of the first cumulative threshold that a word does not exceed; the last one always holds.</summary>
    public static int Pick(ReadOnlySpan<uint> cumulative, uint word)
    {
        var index = 0;
        foreach (var threshold in cumulative[..^1])
        {
            if ((word | 1) > threshold)
                index++;
        }

        return index;
    }

    /// <inheritdoc cref="Cumulate"/>
    public static uint[] Cumulative(ReadOnlySpan<double> weights)
    {
        var cumulative = new uint[weights.Length];
        Cumulate(weights, cumulative);
        return cumulative;
    }

    /// <summary>
    /// Cumulative thresholds of weights. A weight of 0 is never picked, because thresholds are compared with a word whose lowest bit is set;
    /// from the last weight above 0 on they are the largest word.
    /// </summary>
    public static void Cumulate(ReadOnlySpan<double> weights, Span<uint> cumulative)
    {
        var total = 0.0;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            if (weights[i] > 0)
                last = i;
        }

        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            cumulative[i] = i >= last && last >= 0 ? uint.MaxValue : (uint)Math.Min(sum / total * 4294967296.0, 4294967294.0);
        }
    }
}
