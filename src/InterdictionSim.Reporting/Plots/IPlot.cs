using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Reporting.Drawing;

namespace InterdictionSim.Reporting.Plots;

/// <summary>A picture of one scenario's replications. One file a plot; a sealed class without constructor parameters is found by itself.</summary>
/// <remarks>A plot holds no state: the same results and outlines give the same picture, byte for byte.</remarks>
public interface IPlot
{
    /// <summary>Name of the plot and of its files: the type's name in kebab case.</summary>
    string Name => Catalog.Kebab(GetType().Name);

    /// <summary>What it shows, as a short noun phrase.</summary>
    string Title { get; }

    /// <summary>What a planner reads from it, in one line.</summary>
    string Meaning { get; }

    /// <summary>Whether the results hold what the plot draws.</summary>
    bool Applies(RunResults results);

    /// <summary>Draws the picture; only where <see cref="Applies"/> says yes.</summary>
    Picture Draw(PlotContext context);
}

/// <summary>What plots draw from.</summary>
/// <param name="Results">All replications of one scenario.</param>
/// <param name="OutlinesPath">GeoJSON FeatureCollection of country outlines; maps go without them where the file is absent.</param>
public sealed record PlotContext(RunResults Results, string OutlinesPath);
