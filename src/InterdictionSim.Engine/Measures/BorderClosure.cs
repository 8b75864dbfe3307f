using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Links and supply routes that are shut while the measure runs.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Links">Ids of the links, each <c>true</c>.</param>
/// <param name="SupplyRoutes">Ids of the supply routes, each <c>true</c>.</param>
public sealed record BorderClosure(
    bool Enabled,
    Programme Programme,
    IReadOnlyDictionary<string, bool> Links,
    IReadOnlyDictionary<string, bool> SupplyRoutes) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("links", Links, "link", world.Links.Select(l => l.Id), mayBeEmpty: true),
        .. Expect.Ids("supplyRoutes", SupplyRoutes, "supply route", world.SupplyRoutes.Select(r => r.Id), mayBeEmpty: true),
        .. Links.Values.Contains(true) || SupplyRoutes.Values.Contains(true) ? Array.Empty<string>() : ["links: none is true and no supply route either; expected something to close"],
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        foreach (var link in plan.SelectLinks(Links))
            link.Open = false;
        foreach (var route in plan.SelectRoutes(SupplyRoutes))
            route.Open = false;
    }
}
