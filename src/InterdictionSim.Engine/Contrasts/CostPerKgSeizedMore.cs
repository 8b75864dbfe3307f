using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Spent on the measures in the span over the heroin that was seized more.</summary>
public sealed class CostPerKgSeizedMore : IContrast
{
    /// <inheritdoc/>
    public string Unit => "USD/kg";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Spent on the measures in the span over the heroin that was seized more.";

    /// <inheritdoc/>
    public bool IsChange => false;

    /// <inheritdoc/>
    public bool IsRatio => true;

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair) =>
        [new("", pair.SpendingUsd, pair.KeysOf("seized").Sum(key => pair.Change($"seized.{key}")) * pair.Years)];
}
