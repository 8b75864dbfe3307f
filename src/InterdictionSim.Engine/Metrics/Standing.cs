using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Network;

namespace InterdictionSim.Engine.Metrics;

/// <summary>Adds up day by day what stands: officers and what is left of their training, the supply that arrives, the land that is cleared.</summary>
internal sealed class Standing
{
    private readonly Ledger ledger;
    private readonly InterdictionPlan plan;
    private readonly Posts posts;
    private readonly Season season;
    private readonly Skill skill;
    private readonly int[][] linksOfRoute;

    public Standing(Stage stage, Ledger ledger, InterdictionPlan plan, Posts posts, Season season, Skill skill)
    {
        this.ledger = ledger;
        this.plan = plan;
        this.posts = posts;
        this.season = season;
        this.skill = skill;
        var links = stage.Network.Links.Select(l => l.Id).ToArray();
        linksOfRoute = [.. stage.SupplyRoutes.Select(route => route.Links.Where(l => l.Value).Select(l => Array.IndexOf(links, l.Key)).Order().ToArray())];
    }

    /// <summary>Takes in a day.</summary>
    public void PassDay()
    {
        for (var p = 0; p < posts.Officers.Length; p++)
        {
            ledger.OfficerMilliDays[p] += posts.IsOpen[p] ? Milli(posts.Officers[p]) : 0;
            // Until somebody is trained there is nothing to add.
            if (!skill.Any)
                continue;
            ledger.TrainedMilliDays[p] += Milli(skill.Trained[p]);
            ledger.FreshMilliDays[p] += Milli(skill.Fresh[p]);
        }

        for (var r = 0; r < plan.Routes.Length; r++)
            ledger.SupplyMilliTeu[r] += Arrives(r) ? Milli(plan.Routes[r].TeuPerWeek / 7) : 0;
        ledger.ClearedSquareMetres = (long)Math.Round(plan.ClearedKm2 * 1e6);
    }

    private static long Milli(double value) => (long)Math.Round(value * 1000);

    // A route that is shut, or one of whose links is not open today, delivers nothing.
    private bool Arrives(int route)
    {
        var open = plan.Routes[route].Open;
        foreach (var link in linksOfRoute[route])
            open &= season.Open[link];
        return open;
    }
}
