using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Spent on the measures in the span over the heroin that was not sold for them.</summary>
public sealed class CostPerKgAverted : IContrast
{
    /// <inheritdoc/>
    public string Unit => "USD/kg";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Spent on the measures in the span over the heroin that was not sold for them.";

    /// <inheritdoc/>
    public bool IsChange => false;

    /// <inheritdoc/>
    public bool IsRatio => true;

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair) =>
        [new("", pair.SpendingUsd, -pair.KeysOf("delivered").Sum(key => pair.Change($"delivered.{key}")) * 1000 * pair.Years)];
}
