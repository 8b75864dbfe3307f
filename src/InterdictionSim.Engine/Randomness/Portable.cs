using System.Runtime.Intrinsics;

namespace InterdictionSim.Engine.Randomness;

/// <summary>Exponential, logarithm and power with the same bits on every machine: only additions, multiplications, divisions and bit patterns.</summary>
/// <remarks>The platform's own functions differ in the last bit between processors and C libraries; a threshold built with them would not be portable.</remarks>
public static class Portable
{
    private const double Ln2 = 0.693147180559945309417232;

    // ln 2 less its nearest double.
    private const double Ln2Rest = 2.3190468138462996e-17;

    // ln 2 / 32 in two parts: the first has so few bits that its product with any step (up to 2^16) is exact; the second is what it lacks.
    private const double StepsPerUnit = 32 / Ln2;
    private static readonly double StepHigh = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(Ln2 / 32) & ~0xFFFFFL);
    private static readonly double StepLow = Ln2 / 32 - StepHigh + Ln2Rest / 32;

    // 2^(j/32) for j in 0 … 32, by square roots, which are exactly rounded everywhere.
    private static readonly double[] TwoToStep = PowersOfTwo();

    /// <summary>eˣ, within 2 units in the last place; 0 below −745, infinite above 709.8.</summary>
    public static double Exp(double x)
    {
        if (!(x > -745.0))
            return double.IsNaN(x) ? x : 0.0;
        if (x > 709.78)
            return double.PositiveInfinity;
        var steps = (int)Math.Floor(x * StepsPerUnit + 0.5);
        var r = x - steps * StepHigh - steps * StepLow;
        var r2 = r * r;
        var tail = r2 * (0.5 + r * (1.0 / 6) + r2 * (1.0 / 24 + r * (1.0 / 120) + r2 * (1.0 / 720)));
        var scale = TwoToStep[steps & 31];
        var value = scale + scale * (r + tail);
        var exponent = steps >> 5;
        if (exponent < -1021)
            return value * TwoTo(exponent + 100) * TwoTo(-100);
        return exponent > 1023 ? value * TwoTo(1023) * TwoTo(exponent - 1023) : value * TwoTo(exponent);
    }

    /// <summary>Natural logarithm, within 2 units in the last place, for x > 0; −∞ at 0, NaN below.</summary>
    public static double Log(double x)
    {
        if (!(x > 0.0))
            return x == 0.0 ? double.NegativeInfinity : double.NaN;
        if (double.IsInfinity(x))
            return x;
        var exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0;
            exponent = -54;
        }

        var bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            exponent++;
        }

        // ln m = 2 artanh((m − 1)/(m + 1)); the series converges by 0.03 a term.
        var s = (m - 1.0) / (m + 1.0);
        var s2 = s * s;
        var series = s2 * (1.0 / 3 + s2 * (1.0 / 5 + s2 * (1.0 / 7 + s2 * (1.0 / 9 + s2 * (1.0 / 11
            + s2 * (1.0 / 13 + s2 * (1.0 / 15 + s2 * (1.0 / 17 + s2 * (1.0 / 19 + s2 * (1.0 / 21))))))))));
        return exponent * Ln2 + (2.0 * s + 2.0 * s * series);
    }

    /// <summary>xʸ for x ≥ 0.</summary>
    public static double Pow(double x, double y) => y == 0.0 ? 1.0 : y == 1.0 ? x : x == 0.0 ? (y > 0 ? 0.0 : double.PositiveInfinity) : Exp(y * Log(x));

    /// <summary>2ˣ.</summary>
    public static double Exp2(double x) => Exp(x * Ln2);

    /// <summary>2ˣ in each lane for x in 0 … 1, with the bits of <see cref="Exp2(double)"/>.</summary>
    public static Vector256<double> Exp2(Vector256<double> x)
    {
        x *= Ln2;
        var steps = Vector256.Floor(x * StepsPerUnit + Vector256.Create(0.5));
        var r = x - steps * StepHigh - steps * StepLow;
        var r2 = r * r;
        var tail = r2 * (Vector256.Create(0.5) + r * (1.0 / 6) + r2 * (Vector256.Create(1.0 / 24) + r * (1.0 / 120) + r2 * (1.0 / 720)));
        var scale = Vector256.Create(ToStep(steps[0]), ToStep(steps[1]), ToStep(steps[2]), ToStep(steps[3]));
        return scale + scale * (r + tail);
    }

    private static double ToStep(double j) => TwoToStep[(int)j];

    private static double TwoTo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);

    private static double[] PowersOfTwo()
    {
        var roots = new double[5];
        var root = 2.0;
        for (var i = 4; i >= 0; i--)
            roots[i] = root = Math.Sqrt(root);
        var powers = new double[33];
        powers[32] = 2.0;
        for (var j = 0; j < 32; j++)
        {
            powers[j] = 1.0;
            for (var bit = 0; bit < 5; bit++)
            {
                if ((j >> bit & 1) != 0)
                    powers[j] *= roots[bit];
            }
        }

        return powers;
    }
}
