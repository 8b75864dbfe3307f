using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Change of the heroin that enters the five states, by crossing and by country.</summary>
public sealed class DisplacedKg : IContrast
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Change of the heroin that enters the five states, by crossing and by country.";

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair) =>
        pair.ChangeOfEntries(entry => entry.Crossing).Concat(pair.ChangeOfEntries(entry => entry.Country).OrderBy(c => c.Key, StringComparer.Ordinal))
            .Select(change => new ContrastValue(change.Key, change.Kg));
}
