using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>An event between a sponsor and a host: their relation jumps, and its mean may stay moved; a trade dispute also takes legal traffic from posts.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Shock">Jump of the relation when the measure begins to run, −1 … 1.</param>
/// <param name="MeanShift">Move of its mean while the measure runs, −1 … 1.</param>
/// <param name="Posts">Ids of the checkpoints whose legal traffic changes, each <c>true</c>.</param>
/// <param name="TrafficFactor">Multiplies legal traffic there, > 0; searches stay.</param>
public sealed record RelationsShock(
    bool Enabled,
    Programme Programme,
    double Shock,
    double MeanShift,
    IReadOnlyDictionary<string, bool> Posts,
    double TrafficFactor) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Relation(Programme, world),
        .. Expect.Within("shock", Shock, -1, 1),
        .. Expect.Within("meanShift", MeanShift, -1, 1),
        .. Expect.Posts("posts", Posts, world, mayBeEmpty: true),
        .. Expect.Positive("trafficFactor", TrafficFactor),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        plan.ShockRelation(id, Programme.Sponsor, Programme.Host, Shock);
        plan.ShiftRelation(Programme.Sponsor, Programme.Host, MeanShift);
        foreach (var post in plan.Select(Posts))
            post.LegalTrafficPerDay *= TrafficFactor;
    }
}
