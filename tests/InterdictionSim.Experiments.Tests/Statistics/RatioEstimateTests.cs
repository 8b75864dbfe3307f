using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Experiments.Tests.Statistics;

public class RatioEstimateTests
{
    [Fact]
    public void AConstantNumerator_IsDividedByTheEndsOfTheDenominatorsInterval()
    {
        var ratio = RatioEstimate.Of([100, 100, 100], [9, 10, 11]);

        // t = 4.302652729911 at 2 degrees of freedom, standard error 1/√3.
        var half = 4.302652729911275 / Math.Sqrt(3);
        Assert.Equal((10, 3, 0.95), (ratio.Ratio, ratio.Count, ratio.Confidence));
        Assert.Equal(100 / (10 + half), ratio.Low, 1e-9);
        Assert.Equal(100 / (10 - half), ratio.High, 1e-9);
    }

    [Fact]
    public void AtTheEnds_NumeratorLessRatioTimesDenominator_CanJustBeToldFromZero()
    {
        double[] costs = [31, 45, 28, 39, 52, 41], kg = [2.1, 3.9, 1.7, 2.4, 3.6, 3.3];
        var ratio = RatioEstimate.Of(costs, kg);

        Assert.True(ratio.IsBounded && ratio.Low < ratio.Ratio && ratio.Ratio < ratio.High);
        foreach (var (end, sign) in new[] { (ratio.Low, 1), (ratio.High, -1) })
        {
            var rest = Estimate.Of([.. costs.Zip(kg, (c, k) => c - end * k)]);
            Assert.Equal(0, rest.Mean - sign * rest.HalfWidth, 1e-9);
        }
    }

    [Fact]
    public void ProportionalValues_HaveTheRatioWithoutDoubt()
    {
        var ratio = RatioEstimate.Of([2, 4, 6, 9], [1, 2, 3, 4.5]);

        Assert.Equal(2, ratio.Ratio, 1e-12);
        Assert.Equal(2, ratio.Low, 1e-6);
        Assert.Equal(2, ratio.High, 1e-6);
    }

    [Theory]
    [InlineData(new double[] { 100, 100, 100 }, new double[] { 1, 2, 3 })]
    [InlineData(new double[] { 100, 100, 100 }, new double[] { -5, 1, 5 })]
    [InlineData(new double[] { 100 }, new double[] { 10 })]
    public void ADenominatorThatMayBeZero_LeavesItUnbounded(double[] numerators, double[] denominators)
    {
        var ratio = RatioEstimate.Of(numerators, denominators);

        Assert.False(ratio.IsBounded);
        Assert.Equal(100.0 / denominators.Average(), ratio.Ratio, 1e-9);
    }

    [Fact]
    public void NothingToDivideBy_IsNotDefined()
    {
        Assert.Equal((double.NaN, 2), (RatioEstimate.Of([1, 2], [0, 0]).Ratio, RatioEstimate.Of([1, 2], [0, 0]).Count));
        Assert.Equal(1, RatioEstimate.Of([1, double.NaN], [2, 2]).Count);
        Assert.Throws<ArgumentException>(() => RatioEstimate.Of([1, 2], [1]));
    }
}
