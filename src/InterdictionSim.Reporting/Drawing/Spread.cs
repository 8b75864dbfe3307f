namespace InterdictionSim.Reporting.Drawing;

/// <summary>Moves labels apart along one axis.</summary>
internal static class Spread
{
    /// <summary>Positions in the order of the values, at least that far apart, each as near its value as the others allow.</summary>
    public static double[] Apart(double[] values, double least, double lowest, double highest)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ThenBy(i => i).ToArray();
        var placed = values.ToArray();
        var floor = lowest;
        foreach (var i in order)
        {
            placed[i] = Math.Max(values[i], floor);
            floor = placed[i] + least;
        }

        var ceiling = highest;
        foreach (var i in order.Reverse())
        {
            placed[i] = Math.Min(placed[i], ceiling);
            ceiling = placed[i] - least;
        }

        return placed;
    }
}
