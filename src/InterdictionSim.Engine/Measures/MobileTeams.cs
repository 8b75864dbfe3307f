using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Interdiction.Reallocation;

namespace InterdictionSim.Engine.Measures;

/// <summary>Teams that search vehicles now here, now there.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Agency">Id of the agency that staffs them and owns what they seize.</param>
/// <param name="Teams">Number of teams, ≥ 1.</param>
/// <param name="OfficersPerTeam">Officers of a team, ≥ 1.</param>
/// <param name="SearchesPerTeamDay">Thorough searches that a team makes a day, ≥ 0.</param>
/// <param name="Equipment">Equipment, 0 … 1; the country's level counts if it is higher.</param>
/// <param name="Sites">Ids of the places where teams can stand, each <c>true</c>.</param>
/// <param name="LegalTrafficPerDay">Legal vehicles a day that pass a site where no checkpoint says how many, > 0.</param>
/// <param name="Policy">How teams are reallocated (<c>static</c>, <c>proportional</c>, <c>revisit</c>, <c>bandit</c>, <c>maximal-coverage</c>, <c>mixed</c>).</param>
/// <param name="ReallocateDays">Days between two reallocations, ≥ 1.</param>
/// <param name="MemoryHalfLifeDays">Days in which what was seized and found at a site counts half, > 0.</param>
/// <param name="EvenShare">Share of the teams that <c>proportional</c> spreads evenly, whatever was seized, 0 … 1.</param>
public sealed record MobileTeams(
    bool Enabled,
    Programme Programme,
    string Agency,
    int Teams,
    double OfficersPerTeam,
    double SearchesPerTeamDay,
    double Equipment,
    IReadOnlyDictionary<string, bool> Sites,
    double LegalTrafficPerDay,
    string Policy,
    int ReallocateDays,
    double MemoryHalfLifeDays = 90,
    double EvenShare = 0.25) : IMeasure
{
    /// <inheritdoc/>
    /// <remarks>Each team stops vehicles in a lane of its own, so that teams at one site do not wait for each other.</remarks>
    public IEnumerable<Post> NewPosts(string id, World world) =>
        from place in Sites.Where(s => s.Value).Select(s => s.Key).Order(StringComparer.Ordinal)
        let traffic = world.Posts.Where(p => p.Place == place && p.Kind == PostKind.Checkpoint).Select(p => p.LegalTrafficPerDay).DefaultIfEmpty(LegalTrafficPerDay).Max()
        select new Post($"{id}@{place}", PostKind.MobileTeam, PostReach.Interior, place, Agency, OfficersPerTeam, traffic, ProcessingCapacityPerDay: 0, Lanes: Teams, Effort: 1, SectorKm: 0);

    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("agency", new Dictionary<string, bool> { [Agency] = true }, "agency", world.Agencies.Select(a => a.Id)),
        .. Expect.Within("teams", Teams, 1, 10_000),
        .. Expect.Within("officersPerTeam", OfficersPerTeam, 1, 10_000),
        .. Expect.NotNegative("searchesPerTeamDay", SearchesPerTeamDay),
        .. Expect.Share("equipment", Equipment),
        .. Expect.Ids("sites", Sites, "place", world.Places.Select(p => p.Id)),
        .. Expect.Positive("legalTrafficPerDay", LegalTrafficPerDay),
        .. Catalog.Kinds<IReallocation>().ContainsKey(Policy) ? Array.Empty<string>() : [Known.Unknown("policy", Policy, "reallocation policy", Catalog.Kinds<IReallocation>().Keys)],
        .. Expect.Within("reallocateDays", ReallocateDays, 1, 36525),
        .. Expect.Positive("memoryHalfLifeDays", MemoryHalfLifeDays),
        .. Expect.Share("evenShare", EvenShare),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan) => plan.Deploy(id, this);
}
