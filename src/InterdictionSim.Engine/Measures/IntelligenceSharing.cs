using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Partners tell each other what they seize: after a delay their posts pick loads better than by chance, and their mobile teams see each other's seizures.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Partners">Countries that share, each <c>true</c>; at least two.</param>
/// <param name="Lift">Multiplies the selection of loads above chance at the partners' posts, ≥ 0.</param>
/// <param name="DelayDays">Days until what one partner knows has reached the others, ≥ 0.</param>
/// <param name="Posts">Ids of the posts that use what is shared, each <c>true</c>; empty for all posts of the partners.</param>
public sealed record IntelligenceSharing(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Partners,
    double Lift,
    double DelayDays,
    IReadOnlyDictionary<string, bool> Posts) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("partners", Partners, "country", world.Agencies.Select(a => a.Country).Distinct()),
        .. Partners.Values.Count(p => p) == 1 ? ["partners: only one is true; at least two countries share"] : Array.Empty<string>(),
        .. Expect.NotNegative("lift", Lift),
        .. Expect.Within("delayDays", DelayDays, 0, 3653),
        .. Expect.Posts("posts", Posts, world, mayBeEmpty: true),
        .. from post in world.Posts where Posts.GetValueOrDefault(post.Id) && !Partners.GetValueOrDefault(CountryOf(post, world)) select $"posts/{post.Id}: belongs to {CountryOf(post, world)}, which is no partner",
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        plan.Share(id, this);
        if (plan.DaysRunning < DelayDays)
            return;
        foreach (var post in Posts.Count > 0 ? plan.Select(Posts) : plan.OfCountries(Partners))
            post.Lift *= Lift;
    }

    /// <inheritdoc/>
    public bool ChangesAfter(int daysRunning) => daysRunning == (int)Math.Ceiling(DelayDays);

    private static string CountryOf(Post post, World world) => world.Agencies.First(a => a.Id == post.Agency).Country;
}
