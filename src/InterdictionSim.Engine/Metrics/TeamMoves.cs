namespace InterdictionSim.Engine.Metrics;

/// <summary>Moves of mobile teams from one site to another, by measure.</summary>
public sealed class TeamMoves : IMetric
{
    /// <inheritdoc/>
    public string Unit => "moves/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Neutral;

    /// <inheritdoc/>
    public string Meaning => "Moves of mobile teams from one site to another, by measure.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.MobileTeams.Select(id => (id, period.TeamMovesPerYear(id)));
}
