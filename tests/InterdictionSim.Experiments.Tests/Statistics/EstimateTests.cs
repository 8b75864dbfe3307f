using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Experiments.Tests.Statistics;

public class EstimateTests
{
    // True quantiles of Student's t at 0.975; the library's are good to some 1e-12.
    [Theory]
    [InlineData(1, 12.706204736174707)]
    [InlineData(9, 2.262157162798205)]
    [InlineData(29, 2.045229642132703)]
    [InlineData(99, 1.984216951586017)]
    public void Quantile_IsStudents(int degreesOfFreedom, double expected) =>
        Assert.Equal(expected, Estimate.Quantile(degreesOfFreedom, 0.95), tolerance: expected * 1e-11);

    [Fact]
    public void Estimate_OfKnownValues_HasMeanDeviationAndHalfWidth()
    {
        var estimate = Estimate.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        Assert.Equal(5.5, estimate.Mean);
        Assert.Equal(3.0276503540974917, estimate.StandardDeviation, tolerance: 1e-15);
        Assert.Equal(2.262157162798205 * 3.0276503540974917 / Math.Sqrt(10), estimate.HalfWidth, tolerance: 1e-11);
        Assert.Equal((10, 0.95), (estimate.Count, estimate.Confidence));
        Assert.Equal(estimate.Mean - estimate.HalfWidth, estimate.Low);
        Assert.Equal(estimate.Mean + estimate.HalfWidth, estimate.High);
    }

    [Fact]
    public void Deviation_SurvivesALargeMean() =>
        Assert.Equal(1.0, Estimate.Of([1e9 - 1, 1e9, 1e9 + 1]).StandardDeviation);

    [Fact]
    public void ValuesThatAreAllTheSame_HaveNoSpread() =>
        Assert.Equal((0.45, 0.0), (Estimate.Of([0.45, 0.45, 0.45]).Mean, Estimate.Of([0.45, 0.45, 0.45]).HalfWidth));

    [Fact]
    public void OneValue_BoundsNothing()
    {
        var estimate = Estimate.Of([7.0]);

        Assert.Equal(7, estimate.Mean);
        Assert.False(estimate.IsBounded);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (estimate.Low, estimate.High));
    }

    [Fact]
    public void UndefinedValues_AreLeftOutAndCounted()
    {
        var estimate = Estimate.Of([1, double.NaN, 3]);

        Assert.Equal((2.0, 2), (estimate.Mean, estimate.Count));
    }

    [Fact]
    public void NoDefinedValue_HasNoMean()
    {
        var estimate = Estimate.Of([double.NaN, double.NaN]);

        Assert.Equal((double.NaN, 0, false), (estimate.Mean, estimate.Count, estimate.IsBounded));
    }

    [Fact]
    public void Difference_IsPaired()
    {
        double[] control = [10, 20, 30, 40];
        double[] treated = [11, 21.5, 31, 41.5];

        var difference = Estimate.OfDifference(treated, control);

        Assert.Equal(1.25, difference.Mean);
        // The spread of the differences, not that of the values.
        Assert.Equal(Math.Sqrt(0.25 / 3), difference.StandardDeviation, tolerance: 1e-15);
    }

    [Fact]
    public void Difference_LeavesOutAPairThatIsNotWhole() =>
        Assert.Equal(2, Estimate.OfDifference([1, double.NaN, 3], [0, 0, 0]).Count);

    [Fact]
    public void Difference_NeedsPairs() =>
        Assert.Throws<ArgumentException>(() => Estimate.OfDifference([1, 2], [1]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Confidence_LiesBetweenNoneAndAll(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Estimate.Of([1, 2], confidence));
}
