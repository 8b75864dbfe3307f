using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Foreign guards on named sectors and posts, in place of those of the country.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Posts">Ids of the patrols and posts that they take over, each <c>true</c>; seizures still count for the country that owns the post.</param>
/// <param name="KmFactor">Multiplies the km that a guard patrols a day, and the searches of an officer at a checkpoint, ≥ 0.</param>
/// <param name="SweepWidthFactor">Multiplies the width in which a patrol finds a group, ≥ 0.</param>
/// <param name="Skill">Skill of the guards, 0 … 1.</param>
/// <param name="BribeAccepted">Probability that one of them accepts a bribe, 0 … 1.</param>
/// <param name="ProtectedShare">Share of loads that pass them under prior arrangement, 0 … 1.</param>
public sealed record BorderGuards(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Posts,
    double KmFactor,
    double SweepWidthFactor,
    double Skill,
    double BribeAccepted,
    double ProtectedShare) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Posts("posts", Posts, world),
        .. Expect.NotNegative("kmFactor", KmFactor),
        .. Expect.NotNegative("sweepWidthFactor", SweepWidthFactor),
        .. Expect.Share("skill", Skill),
        .. Expect.Share("bribeAccepted", BribeAccepted),
        .. Expect.Share("protectedShare", ProtectedShare),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        foreach (var post in plan.Select(Posts))
        {
            post.PatrolKmFactor *= KmFactor;
            post.SearchFactor *= KmFactor;
            post.SweepWidthFactor *= SweepWidthFactor;
            post.UntrainedSkill = Math.Max(post.UntrainedSkill, Skill);
            post.BribeAccepted = Math.Min(post.BribeAccepted, BribeAccepted);
            post.ProtectedShare = Math.Min(post.ProtectedShare, ProtectedShare);
        }
    }
}
