using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>A foreign base whose patrols and teams strengthen posts around it, and which fights the militants of its host.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Posts">Ids of the posts that it strengthens, each <c>true</c>.</param>
/// <param name="SearchFactor">Multiplies their searches and the km of their patrols, ≥ 0; the base's teams search beside the road, so the post's lanes stay free.</param>
/// <param name="RemovalPerYear">Added to the share of the host's militants who are lost in a year, ≥ 0.</param>
public sealed record ForeignBase(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Posts,
    double SearchFactor,
    double RemovalPerYear) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Posts("posts", Posts, world),
        .. Expect.NotNegative("searchFactor", SearchFactor),
        .. Expect.NotNegative("removalPerYear", RemovalPerYear),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        foreach (var post in plan.Select(Posts))
        {
            post.SearchFactor *= SearchFactor;
            post.Lanes *= Math.Max(1, SearchFactor);
            post.PatrolKmFactor *= SearchFactor;
        }

        plan.Country(Programme.Host).RemovalAddedPerYear += RemovalPerYear;
    }
}
