using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>More searches, better equipment, more capacity and more staff at posts that exist.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Posts">Ids of the posts, each <c>true</c>.</param>
/// <param name="SearchFactor">Multiplies the searches that an officer makes a day, ≥ 0.</param>
/// <param name="Equipment">Equipment, 0 … 1; the post's own level counts if it is higher.</param>
/// <param name="ProcessingFactor">Multiplies vehicles processed a day, > 0.</param>
/// <param name="OfficersAdded">Officers added at each post.</param>
public sealed record CheckpointUpgrade(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Posts,
    double SearchFactor,
    double Equipment,
    double ProcessingFactor,
    double OfficersAdded) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world)
    {
        if (!Posts.Values.Contains(true))
            yield return "posts: none is true; expected one post at least";
        foreach (var unknown in Posts.Keys.Where(id => world.Posts.All(p => p.Id != id)).Order(StringComparer.Ordinal))
            yield return Known.Unknown($"posts/{unknown}", unknown, "post", world.Posts.Select(p => p.Id));
        foreach (var patrol in Posts.Keys.Where(id => world.Posts.Any(p => p.Id == id && p.Kind == PostKind.Patrol)).Order(StringComparer.Ordinal))
            yield return $"posts/{patrol}: is a patrol, which searches no vehicles; expected a checkpoint (border-outposts strengthen patrols)";
        if (SearchFactor is not (>= 0 and < double.PositiveInfinity))
            yield return $"searchFactor: is {SearchFactor}; searches are multiplied by 0 or more";
        if (Equipment is not (>= 0 and <= 1))
            yield return $"equipment: is {Equipment}; equipment lies in 0 … 1";
        if (ProcessingFactor is not (> 0 and < double.PositiveInfinity))
            yield return $"processingFactor: is {ProcessingFactor}; capacity is multiplied by more than 0";
        if (OfficersAdded is not (>= 0 and < double.PositiveInfinity))
            yield return $"officersAdded: is {OfficersAdded}; 0 officers or more are added";
    }

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        foreach (var post in plan.Select(Posts))
        {
            post.SearchFactor *= SearchFactor;
            post.Equipment = Math.Max(post.Equipment, Equipment);
            post.ProcessingCapacityPerDay *= ProcessingFactor;
            post.Officers += OfficersAdded;
        }
    }
}
