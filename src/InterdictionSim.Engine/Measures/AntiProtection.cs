using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Action against arranged protection and bribe-taking: internal investigation, rotation, prosecution.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Agencies">Ids of the agencies, each <c>true</c>.</param>
/// <param name="ProtectedFactor">Multiplies the share of loads that pass under prior arrangement, 0 … 1.</param>
/// <param name="BribeFactor">Multiplies the probability that a bribe is accepted, 0 … 1.</param>
public sealed record AntiProtection(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Agencies,
    double ProtectedFactor,
    double BribeFactor) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("agencies", Agencies, "agency", world.Agencies.Select(a => a.Id)),
        .. Expect.Share("protectedFactor", ProtectedFactor),
        .. Expect.Share("bribeFactor", BribeFactor),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        foreach (var post in plan.OfAgencies(Agencies))
        {
            post.ProtectedShare *= ProtectedFactor;
            post.BribeAccepted *= BribeFactor;
        }
    }
}
