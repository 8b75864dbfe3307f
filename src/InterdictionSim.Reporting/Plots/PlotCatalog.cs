using InterdictionSim.Engine;

namespace InterdictionSim.Reporting.Plots;

/// <summary>Every plot there is.</summary>
public static class PlotCatalog
{
    /// <summary>All plots, by name.</summary>
    public static IReadOnlyList<IPlot> All { get; } =
        [.. Catalog.Kinds<IPlot>(typeof(PlotCatalog).Assembly).Values.Select(type => (IPlot)Activator.CreateInstance(type)!)];
}
