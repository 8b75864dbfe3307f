using InterdictionSim.Cli.Terminal;
using InterdictionSim.Experiments.Statistics;

namespace InterdictionSim.Acceptance.Tests.Terminal;

public class FiguresTests
{
    [Theory]
    [InlineData(984.7312, 41.27, "985", "41")]
    [InlineData(1234567.8, 45678.9, "1,235,000", "46,000")]
    [InlineData(0.0127312, 0.00042, "0.01273", "0.00042")]
    [InlineData(0.05, 1.234, "0.1", "1.2")]
    [InlineData(-12.34, 0.96, "-12.34", "0.96")]
    [InlineData(5, 0, "5", "0")]
    [InlineData(double.NaN, double.PositiveInfinity, "not defined", "")]
    [InlineData(3.14159, double.PositiveInfinity, "3.142", "unbounded")]
    public void Mean_IsShownToTheSecondDigitOfItsHalfWidth(double mean, double halfWidth, string shownMean, string shownHalfWidth) =>
        Assert.Equal((shownMean, shownHalfWidth), Figures.Of(new Estimate(mean, 1, halfWidth, 5, 0.95)));

    [Theory]
    [InlineData(985, "985")]
    [InlineData(2600, "2,600")]
    [InlineData(0.725, "0.725")]
    [InlineData(72.5, "72.5")]
    [InlineData(1.0 / 3, "0.3333")]
    [InlineData(1234.56, "1,235")]
    [InlineData(0, "0")]
    public void Plain_HasFourDigitsAtMost_AndWholeNumbersInFull(double value, string shown) => Assert.Equal(shown, Figures.Plain(value));

    [Fact]
    public void Table_AlignsColumns()
    {
        var table = new TextTable("lrl");
        table.Add("name", "mean", "unit");
        table.Add("seized", "1,234", "kg");
        table.Add("x", "5");
        using var writer = new StringWriter { NewLine = "\n" };

        table.WriteTo(writer);

        Assert.Equal("name     mean  unit\nseized  1,234  kg\nx           5\n", writer.ToString());
    }
}
