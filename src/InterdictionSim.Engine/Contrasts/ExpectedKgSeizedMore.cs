using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Expected heroin seized with the measures less without them: the mean of <c>kg-seized-more</c> with far less noise.</summary>
public sealed class ExpectedKgSeizedMore : IContrast
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Expected heroin seized (probability times mass of every passage) with the measures less without them: far less noise.";

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair)
    {
        var all = 0.0;
        foreach (var key in pair.KeysOf("expected-seized"))
        {
            var kg = pair.Change($"expected-seized.{key}");
            all += kg;
            yield return new(key, kg);
        }

        yield return new("all", all);
    }
}
