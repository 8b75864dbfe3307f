using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Total variation distance of the shares by which heroin enters the five states, by crossing and by country.</summary>
public sealed class Displacement : IContrast
{
    /// <inheritdoc/>
    public string Unit => "share";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Share of the heroin that enters the five states by another crossing, or another country, than without the measures; chance adds to it.";

    /// <inheritdoc/>
    public bool IsChange => false;

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair) =>
    [
        new("crossing", Distance(pair, entry => entry.Crossing)),
        new("country", Distance(pair, entry => entry.Country)),
    ];

    private static double Distance(RunPair pair, Func<Entry, string> key) => pair.ShiftOfShares(key).Sum(shift => Math.Abs(shift.Share)) / 2;
}
