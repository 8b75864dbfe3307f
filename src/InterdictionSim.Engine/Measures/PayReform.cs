using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Better pay for the officers of agencies, so that they have more to lose by a bribe.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Agencies">Ids of the agencies, each <c>true</c>.</param>
/// <param name="PayUsdPerMonth">Pay of those who search, USD a month; higher pay stays.</param>
public sealed record PayReform(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Agencies,
    double PayUsdPerMonth) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("agencies", Agencies, "agency", world.Agencies.Select(a => a.Id)),
        .. Expect.Positive("payUsdPerMonth", PayUsdPerMonth),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        foreach (var post in plan.OfAgencies(Agencies))
            post.PayUsdPerMonth = Math.Max(post.PayUsdPerMonth, PayUsdPerMonth);
    }
}
