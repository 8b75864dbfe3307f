using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Heroin seized with the measures less without them, by the country that owns the post and in all.</summary>
public sealed class KgSeizedMore : IContrast
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Heroin seized with the measures less without them, by the country that owns the post and in all.";

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair)
    {
        var all = 0.0;
        foreach (var key in pair.KeysOf("seized"))
        {
            var kg = pair.Change($"seized.{key}");
            all += kg;
            yield return new(key, kg);
        }

        yield return new("all", all);
    }
}
