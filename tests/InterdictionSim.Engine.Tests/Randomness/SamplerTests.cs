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

    private static IEnumerable<uint> Words(int count) => Enumerable.Range(0, count).Select(i => Philox.Draw(42, (uint)i, 0, 0, 0).W0);
}
