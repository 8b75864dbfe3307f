using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>A chart of one quantity over time with its bands, from 0 up.</summary>
internal static class BandPanel
{
    private const double SidePixels = 58 + 14;
    private const double EndPixels = 40 + 6;

    public static Plot Add(Picture picture, PixelRect area, string heading, Periods periods, Bands bands, Color color, MeasureDates dates, bool labels)
    {
        var plot = picture.Add(area, heading);
        var width = area.Width - SidePixels;
        var height = area.Height - Panel.HeadingHeight - EndPixels;
        TimeAxis.Apply(plot, periods, width);
        var largest = bands.High90.Where(double.IsFinite).DefaultIfEmpty(0).Max();
        Theme.ScaleFromZero(plot, largest, labels ? dates.FreeShare(height) : 0.06);
        Theme.AddBands(plot, periods.Middles, bands, color);
        dates.Draw(plot, width, height, labels);
        return plot;
    }
}
