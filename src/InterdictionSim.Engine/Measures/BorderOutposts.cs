using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>More outposts along green-border sectors.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Posts">Ids of the patrols whose sectors get them, each <c>true</c>.</param>
/// <param name="OutpostsAdded">Outposts added on each sector, ≥ 0.</param>
/// <param name="GuardsPerOutpost">Guards at each of them, ≥ 0.</param>
/// <param name="Equipment">Equipment of the sector, 0 … 1; its own level counts if it is higher.</param>
public sealed record BorderOutposts(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Posts,
    double OutpostsAdded,
    double GuardsPerOutpost,
    double Equipment) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world)
    {
        if (!Posts.Values.Contains(true))
            yield return "posts: none is true; expected one patrol at least";
        foreach (var unknown in Posts.Keys.Where(id => world.Posts.All(p => p.Id != id)).Order(StringComparer.Ordinal))
            yield return Known.Unknown($"posts/{unknown}", unknown, "patrol", world.Posts.Where(p => p.Kind == PostKind.Patrol).Select(p => p.Id));
        foreach (var checkpoint in Posts.Keys.Where(id => world.Posts.Any(p => p.Id == id && p.Kind != PostKind.Patrol)).Order(StringComparer.Ordinal))
            yield return $"posts/{checkpoint}: is a checkpoint; outposts are built on sectors that a patrol walks";
        if (OutpostsAdded is not (>= 0 and < double.PositiveInfinity))
            yield return $"outpostsAdded: is {OutpostsAdded}; 0 outposts or more are added";
        if (GuardsPerOutpost is not (>= 0 and < double.PositiveInfinity))
            yield return $"guardsPerOutpost: is {GuardsPerOutpost}; an outpost has 0 guards or more";
        if (Equipment is not (>= 0 and <= 1))
            yield return $"equipment: is {Equipment}; equipment lies in 0 … 1";
    }

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        foreach (var patrol in plan.Select(Posts))
        {
            patrol.Outposts += OutpostsAdded;
            patrol.Officers += OutpostsAdded * GuardsPerOutpost;
            patrol.Equipment = Math.Max(patrol.Equipment, Equipment);
        }
    }
}
