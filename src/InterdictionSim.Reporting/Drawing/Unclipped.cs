using ScottPlot;
using ScottPlot.Plottables;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>A text that may stand beside the data area, at coordinates of it.</summary>
internal sealed class Unclipped(Text text) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get => text.Axes; set => text.Axes = value; }

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        text.Render(rp);
    }
}
