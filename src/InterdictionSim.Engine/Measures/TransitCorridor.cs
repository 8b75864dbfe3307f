using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Growth of a transit corridor: containers that go in full and come back empty add legal traffic at posts, among which loads can hide.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Route">Id of the supply route.</param>
/// <param name="TeuPerWeekAdded">Containers a week that are added, ≥ 0.</param>
/// <param name="Posts">Ids of the checkpoints that the north-bound empties pass, each <c>true</c>.</param>
/// <param name="ReturningShare">Share of the containers that come back by road past these posts, 0 … 1.</param>
/// <param name="SearchesFollow">Share of the added traffic that searches follow, 0 … 1: 0 keeps the searches of before.</param>
/// <param name="CapacityFollows">Share of the added traffic that processing capacity follows, 0 … 1.</param>
public sealed record TransitCorridor(
    bool Enabled,
    Programme Programme,
    string Route,
    double TeuPerWeekAdded,
    IReadOnlyDictionary<string, bool> Posts,
    double ReturningShare,
    double SearchesFollow,
    double CapacityFollows) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("route", new Dictionary<string, bool> { [Route] = true }, "supply route", world.SupplyRoutes.Select(r => r.Id)),
        .. Expect.NotNegative("teuPerWeekAdded", TeuPerWeekAdded),
        .. Expect.Posts("posts", Posts, world),
        .. Expect.Share("returningShare", ReturningShare),
        .. Expect.Share("searchesFollow", SearchesFollow),
        .. Expect.Share("capacityFollows", CapacityFollows),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        plan.Route(Route).TeuPerWeek += TeuPerWeekAdded;
        var addedPerDay = TeuPerWeekAdded * ReturningShare / 7;
        foreach (var post in plan.Select(Posts))
        {
            post.ProcessingCapacityPerDay += CapacityFollows * addedPerDay;
            post.Follow(post.LegalTrafficPerDay + addedPerDay, SearchesFollow);
        }
    }
}
