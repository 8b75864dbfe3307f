using MathNet.Numerics.Statistics;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Median and middle 50 % and 90 % of replications, period by period; NaN where no replication has a value.</summary>
internal sealed record Bands(double[] Low90, double[] Low50, double[] Median, double[] High50, double[] High90)
{
    /// <summary>Upper end of the widest band in any period; 0 where there is none.</summary>
    public double Highest => High90.Where(double.IsFinite).DefaultIfEmpty(0).Max();

    /// <summary>The same in another unit.</summary>
    public Bands Over(double divisor)
    {
        return new Bands(Scaled(Low90), Scaled(Low50), Scaled(Median), Scaled(High50), Scaled(High90));

        double[] Scaled(double[] values) => [.. values.Select(v => v / divisor)];
    }

    /// <summary>Bands of series that are equally long, one per replication.</summary>
    public static Bands Over(IReadOnlyList<double[]> replications)
    {
        var periods = replications[0].Length;
        var bands = new Bands(new double[periods], new double[periods], new double[periods], new double[periods], new double[periods]);
        for (var period = 0; period < periods; period++)
        {
            var column = replications.Select(series => series[period]).ToArray();
            bands.Low90[period] = Quantile(column, 0.05);
            bands.Low50[period] = Quantile(column, 0.25);
            bands.Median[period] = Quantile(column, 0.5);
            bands.High50[period] = Quantile(column, 0.75);
            bands.High90[period] = Quantile(column, 0.95);
        }

        return bands;
    }

    /// <summary>Quantile of type 7 of the values that are numbers.</summary>
    public static double Quantile(IEnumerable<double> values, double share) =>
        values.Where(double.IsFinite).QuantileCustom(share, QuantileDefinition.R7);
}
