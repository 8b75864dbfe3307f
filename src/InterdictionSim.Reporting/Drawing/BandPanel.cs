using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Charts of one quantity over time with its bands, from 0 up, on one picture.</summary>
internal sealed class BandPanel(Picture picture, Periods periods, MeasureDates dates)
{
    private const double SidePixels = 58 + 14;
    private const double EndPixels = 40 + 6;

    /// <summary>Adds a chart; the marks of measures are named in it if there is room.</summary>
    public void Add(PixelRect area, string heading, Bands bands, Color color, bool nameMarks)
    {
        var plot = picture.Add(area, heading);
        var width = area.Width - SidePixels;
        var height = area.Height - Panel.HeadingHeight - EndPixels;
        TimeAxis.Apply(plot, periods, width);
        Theme.ScaleFromZero(plot, bands.Highest, nameMarks ? dates.FreeShare(height) : 0.06);
        Theme.AddBands(plot, periods.Middles, bands, color);
        dates.Draw(plot, width, height, nameMarks);
    }
}
