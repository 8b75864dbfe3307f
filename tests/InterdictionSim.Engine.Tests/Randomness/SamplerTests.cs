using CsCheck;
using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Tests.Randomness;

public class SamplerTests
{
    [Fact]
    public void Sizes_KeepTheMeanAndTheBounds()
    {
        var table = QuantileTable.LogNormal(60_000, 0.9, 20_000, 500_000);
        var grams = Words(200_000).Select(w => (double)table.Sample(w)).ToArray();
        Assert.Equal(60_000, grams.Average(), 500.0); // sd about 55,000, s.e. 123 over 200,000 draws
        Assert.InRange(grams.Min(), 19_000, 21_000);
        Assert.InRange(grams.Max(), 400_000, 510_000);
    }

    [Fact]
    public void Waits_KeepTheMean()
    {
        var table = QuantileTable.Exponential(4 * 65536);
        Assert.Equal(4 * 65536, Words(200_000).Average(w => (double)table.Sample(w)), 2_500.0); // s.e. 586
    }

    [Fact]
    public void Samples_GrowWithTheWord() =>
        Gen.Select(Gen.UInt, Gen.UInt).Sample((a, b) =>
        {
            var table = QuantileTable.LogNormal(10_000, 0.8, 2_000, 20_000);
            Assert.True(a > b || table.Sample(a) <= table.Sample(b));
        }, iter: 200);

    [Fact]
    public void Exponential_HasMeanOne() => Assert.Equal(1.0, Words(200_000).Average(Sampler.Exponential), 0.01); // s.e. 0.0022

    [Fact]
    public void Pick_FollowsTheWeightsAndNeverTakesAWeightOfZero()
    {
        double[] weights = [0, 1, 0, 3, 0];
        var cumulative = new uint[weights.Length];
        Sampler.Cumulate(weights, cumulative);
        var picks = Words(100_000).Append(0u).Append(uint.MaxValue).GroupBy(w => Sampler.Pick(cumulative, w)).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal([1, 3], picks.Keys.Order());
        Assert.Equal(0.25, picks[1] / 100_000.0, 0.006); // sigma 0.0014
    }

    [Theory]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-5, -4.2648907939228256)]
    [InlineData(0.01, -2.3263478740408408)]
    [InlineData(0.075, -1.4395314709384557)]
    [InlineData(0.3, -0.5244005127080407)]
    [InlineData(0.5, 0)]
    [InlineData(0.6, 0.2533471031357998)]
    [InlineData(0.92, 1.4050715603096327)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.9999, 3.7190164854557084)]
    public void NormalQuantiles_AreThoseOfTheTables(double probability, double quantile) =>
        Assert.Equal(quantile, NormalQuantile.Of(probability), 1e-12); // CPython's statistics.NormalDist

    [Fact]
    public void Normal_HasMeanZeroAndVarianceOne()
    {
        var sample = Words(200_000).Select(Sampler.Normal).ToArray();
        Assert.Equal(0, sample.Average(), 0.01); // s.e. 0.0022
        Assert.Equal(1, sample.Average(x => x * x), 0.015); // s.e. 0.0032
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(3)]
    [InlineData(40)]
    [InlineData(2000)]
    public void Poisson_HasItsMeanAsItsVariance(double mean)
    {
        var sample = Words(200_000).Select(w => (double)Sampler.Poisson(w, mean)).ToArray();
        Assert.Equal(mean, sample.Average(), 5 * Math.Sqrt(mean / sample.Length));
        // Relative s.e. of the variance √((2 + 1/mean)/n).
        Assert.Equal(1, sample.Average(x => (x - mean) * (x - mean)) / mean, 5 * Math.Sqrt((2 + 1 / mean) / sample.Length));
        Assert.Equal(0, Sampler.Poisson(uint.MaxValue, 0));
    }

    private static IEnumerable<uint> Words(int count) => Enumerable.Range(0, count).Select(i => Philox.Draw(42, (uint)i, 0, 0, 0).W0);
}
