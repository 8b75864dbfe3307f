namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin seized by mobile teams, by measure.</summary>
public sealed class TeamSeized : IMetric
{
    /// <inheritdoc/>
    public string Unit => "kg/yr";

    /// <inheritdoc/>
    public Direction Direction => Direction.Up;

    /// <inheritdoc/>
    public string Meaning => "Heroin seized by mobile teams, by measure.";

    /// <inheritdoc/>
    public IEnumerable<(string Key, double Value)> Measure(Period period) =>
        period.MobileTeams.Select(id => (id, period.SeizedKgPerYear("heroin", p => p.Post.Kind == PostKind.MobileTeam && p.Post.Id.StartsWith($"{id}@", StringComparison.Ordinal))));
}
