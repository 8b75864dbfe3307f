using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>The network as those see it who place mobile teams: the traffic that passes their sites, and the game with an evader who knows their mix.</summary>
/// <param name="stage">The scenario.</param>
/// <param name="open">Whether each undirected link can be entered; slow phases rewrite it.</param>
/// <param name="orientations">Which links a trip may take.</param>
/// <param name="choice">Shares of traffic by link.</param>
/// <param name="readiness">How much is sent, and where to.</param>
internal sealed class TeamGround(Stage stage, bool[] open, Orientations orientations, ChoiceTables choice, Readiness readiness)
{
    /// <summary>Traffic past the sites.</summary>
    public PassingTraffic Traffic(int[] sites) => new RouteTraffic(stage, orientations, choice, readiness, sites).Uncovered;

    /// <summary>The game at the sites.</summary>
    public PassageGame Game(int[] sites)
    {
        var network = stage.Network;
        var game = new InspectionGame(network.Places.Length, network.Tail, network.Head, sites);
        var region = new bool[network.Countries.Length];
        Array.Fill(region, true);
        var watched = new bool[network.Countries.Length];
        foreach (var site in sites)
            watched[network.CountryOf[site]] = true;
        return (reports, mix) =>
        {
            Lay(game, region);
            var value = game.Solve(reports, mix);
            if (value > 0)
                return value;
            Lay(game, watched);
            return game.Solve(reports, mix);
        };
    }

    // The evader goes from any home to any market by links that some haul may use. Where only some countries are watched, the way in them counts: it begins
    // at a home there or where a load comes in, and ends at a market there or where a load goes out.
    private void Lay(InspectionGame game, bool[] countries)
    {
        var network = stage.Network;
        game.Clear();
        for (var d = 0; d < network.DirectedLinks; d++)
        {
            if (!open[network.LinkOf[d]] || !IsUsed(d))
                continue;
            var (from, to) = (countries[network.CountryOf[network.Tail[d]]], countries[network.CountryOf[network.Head[d]]]);
            if (from && to)
                game.Open(d);
            else if (to)
                game.BeginBefore(network.Head[d]);
            else if (from)
                game.EndAt(network.Tail[d]);
        }

        foreach (var band in stage.Bands)
        {
            foreach (var home in band.Homes)
            {
                if (countries[network.CountryOf[home]])
                    game.BeginAt(home);
            }
        }

        foreach (var market in stage.Markets)
        {
            if (countries[network.CountryOf[market.Place]])
                game.EndAt(market.Place);
        }
    }

    private bool IsUsed(int directedLink)
    {
        for (var b = 0; b < stage.Bands.Length; b++)
        {
            if (stage.Uses[b * stage.Network.DirectedLinks + directedLink])
                return true;
        }

        return false;
    }
}
