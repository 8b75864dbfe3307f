using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Heroin sold without the measures less heroin sold with them, by group of markets and in all.</summary>
public sealed class KgAverted : IContrast
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Heroin sold without the measures less heroin sold with them, by group of markets and in all.";

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair)
    {
        var all = 0.0;
        foreach (var key in pair.KeysOf("delivered"))
        {
            var kg = -pair.Change($"delivered.{key}") * 1000;
            all += kg;
            yield return new(key, kg);
        }

        yield return new("all", all);
    }
}
