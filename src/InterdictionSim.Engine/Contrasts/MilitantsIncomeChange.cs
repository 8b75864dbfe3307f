using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>Paid to militant groups by traffickers with the measures less without them.</summary>
public sealed class MilitantsIncomeChange : IContrast
{
    /// <inheritdoc/>
    public string Unit => "USD/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Down;

    /// <inheritdoc/>
    public string Meaning => "Paid to militant groups by traffickers with the measures less without them.";

    /// <inheritdoc/>
    public IEnumerable<ContrastValue> Measure(RunPair pair) => [new("", pair.Change("militants-income"))];
}
