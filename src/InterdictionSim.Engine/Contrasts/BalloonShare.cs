using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Heroin a year that enters the five states elsewhere over the heroin lost at the treated crossings; NaN when nothing was lost there.</summary>
public sealed class BalloonShare : IContrast
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Share of the heroin lost at the crossings that the measures touch which enters by others instead.";

    /// <inheritdoc/>
    public bool IsChange => false;

    /// <inheritdoc/>
    public bool IsRatio => true;

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair)
    {
        var changes = pair.ChangeOfEntries(entry => entry.Crossing).ToArray();
        var lost = -changes.Where(c => pair.Comparison.Treated.Contains(c.Key)).Sum(c => c.Kg);
        var elsewhere = changes.Where(c => !pair.Comparison.Treated.Contains(c.Key)).Sum(c => c.Kg);
        return [new("", elsewhere, lost)];
    }
}
