namespace InterdictionSim.Engine;

/// <summary>All ids that a scenario may refer to.</summary>
internal sealed class KnownIds(Scenario scenario)
{
    public HashSet<string> Places { get; } = Set(scenario.World.Places.Select(p => p.Id));

    public HashSet<string> Agencies { get; } = Set(scenario.World.Agencies.Select(a => a.Id));

    public HashSet<string> Commodities { get; } = Set(scenario.Commodities.Keys);

    public HashSet<string> Hauls { get; } = Set(scenario.Hauls.Keys);

    public HashSet<string> Concealments { get; } = Set(scenario.Concealments.Keys);

    public HashSet<string> Modes { get; } = Set(Enum.GetNames<LinkMode>().Select(Catalog.Kebab));

    /// <summary>Countries of places and of agencies.</summary>
    public HashSet<string> Countries { get; } = Set(scenario.World.Places.Select(p => p.Country).Concat(scenario.World.Agencies.Select(a => a.Country)));

    /// <summary>Crossings that have banks: what stands before the colon of a crossing link.</summary>
    public HashSet<string> Crossings { get; } = Set(scenario.World.Links.Where(l => l.Mode == LinkMode.Crossing).Select(l => l.Id.Split(':')[0]));

    private static HashSet<string> Set(IEnumerable<string> ids) => ids.ToHashSet(StringComparer.Ordinal);
}
