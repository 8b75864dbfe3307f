using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Use of an airfield: supply by air for the foreign forces, at the price of a presence that a rival sponsor sees.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Route">Id of the supply route that goes by air.</param>
/// <param name="TeuPerWeekAdded">Container equivalents a week that the airfield adds; negative where one is lost, but not below what the route has.</param>
public sealed record AirfieldAccess(
    bool Enabled,
    Programme Programme,
    string Route,
    double TeuPerWeekAdded) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.Ids("route", new Dictionary<string, bool> { [Route] = true }, "supply route", world.SupplyRoutes.Select(r => r.Id)),
        .. Expect.Within("teuPerWeekAdded", TeuPerWeekAdded, -1e6, 1e6),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        var route = plan.Route(Route);
        route.TeuPerWeek = Math.Max(0, route.TeuPerWeek + TeuPerWeekAdded);
    }
}
