using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>A crossing as it is while the measure runs: a bridge where there was a ferry or a ford, or a ferry where a bridge is taken away.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Link">Id of the link over the border, as <c>XB_SHERKHAN:AFG-TJK</c>. The link changes and gets no twin: two ways between the same places would draw more traffic by their number alone.</param>
/// <param name="BorderDwellDays">Wait at the border, days, ≥ 0.</param>
/// <param name="AddedUsdPerKg">Cost added to a passage, USD per kg; negative where it becomes cheaper.</param>
/// <param name="Posts">Ids of the checkpoints at its ends, each <c>true</c>.</param>
/// <param name="LegalTrafficPerDay">Legal vehicles a day at each of them, > 0.</param>
/// <param name="ProcessingCapacityPerDay">Vehicles that each of them can process a day, > 0.</param>
/// <param name="SearchesFollow">Share of the change of traffic that searches follow, 0 … 1: 0 keeps the searches of before.</param>
public sealed record Bridge(
    bool Enabled,
    Programme Programme,
    string Link,
    double BorderDwellDays,
    double AddedUsdPerKg,
    IReadOnlyDictionary<string, bool> Posts,
    double LegalTrafficPerDay,
    double ProcessingCapacityPerDay,
    double SearchesFollow) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("link", new Dictionary<string, bool> { [Link] = true }, "link", world.Links.Select(l => l.Id)),
        .. Expect.Within("borderDwellDays", BorderDwellDays, 0, 60),
        .. Expect.Within("addedUsdPerKg", AddedUsdPerKg, -1e4, 1e4),
        .. Expect.Posts("posts", Posts, world, mayBeEmpty: true),
        .. Expect.Positive("legalTrafficPerDay", LegalTrafficPerDay),
        .. Expect.Positive("processingCapacityPerDay", ProcessingCapacityPerDay),
        .. Expect.Share("searchesFollow", SearchesFollow),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        var link = plan.Link(Link);
        link.BorderDwellDays = BorderDwellDays;
        link.AddedUsdPerKg += AddedUsdPerKg;
        foreach (var post in plan.Select(Posts))
        {
            post.Follow(LegalTrafficPerDay, SearchesFollow);
            post.ProcessingCapacityPerDay = ProcessingCapacityPerDay;
        }
    }
}
