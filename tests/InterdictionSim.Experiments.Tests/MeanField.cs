using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Tests;

/// <summary>
/// The model as flows: mass follows the choice tables from home to market and loses at each post what the post takes, an absorbing chain with survival.
/// Written apart from the hot loop, over the same tables; weighted by what each organisation really dispatched.
/// </summary>
internal static class MeanField
{
    /// <summary>Share of dispatched heroin that enters by each crossing from Afghanistan, and that each country seizes.</summary>
    public static (Dictionary<string, double> Entries, Dictionary<string, double> Seized) Of(Simulation simulation)
    {
        var stage = simulation.Parts.Stage;
        var network = stage.Network;
        var entries = new Dictionary<string, double>();
        var seized = new Dictionary<string, double>();
        simulation.Parts.Posts.SelectUsual();
        var heroin = stage.Bands.Where(b => b.Organisation.Commodity == "heroin").ToArray();
        double total = heroin.Sum(b => simulation.Parts.Ledger.DispatchedGrams[b.Index]);
        foreach (var band in heroin)
        {
            var weight = simulation.Parts.Ledger.DispatchedGrams[band.Index] / total;
            var below = 0.0;
            for (var i = 0; i < band.Tables.Length; i++)
            {
                var cumulative = simulation.Parts.Readiness.MarketCumulative[band.Index][i] / (double)uint.MaxValue;
                Follow(simulation, band.Tables[i], weight * (cumulative - below));
                below = cumulative;
            }
        }

        return (entries, seized);

        void Follow(Simulation simulation, int table, double share)
        {
            var band = stage.Bands[stage.Tables[table].Band];
            var mass = new double[network.Places.Length];
            for (var h = 0; h < band.Homes.Length; h++)
                mass[band.Homes[h]] += share * band.HomeWeights[h] / band.HomeWeights.Sum();
            foreach (var place in Downstream(simulation, table))
            {
                for (var d = network.First[place]; d < network.First[place + 1] && mass[place] > 0; d++)
                {
                    var flow = mass[place] * simulation.Parts.Choice.Probability(table, d);
                    if (IsEntry(simulation, d))
                        entries[network.LinkAt(d).Id] = entries.GetValueOrDefault(network.LinkAt(d).Id) + flow;
                    mass[network.Head[d]] += flow - Lose(simulation, band, d, flow, seized);
                }
            }
        }
    }

    /// <summary>Heroin carried over each entry, seized by each country and dispatched since the first day, grams.</summary>
    public static (Dictionary<string, double> Entries, Dictionary<string, double> Seized, double Dispatched) Counted(Simulation simulation)
    {
        var stage = simulation.Parts.Stage;
        var network = stage.Network;
        var heroin = stage.Bands.Where(b => b.Organisation.Commodity == "heroin").ToArray();
        var entries = Enumerable.Range(0, network.DirectedLinks).Where(d => IsEntry(simulation, d)).GroupBy(d => network.LinkAt(d).Id)
            .ToDictionary(g => g.Key, g => g.Sum(d => heroin.Sum(b => simulation.Parts.Tallies.Sum(t => (double)t.Traffic[b.Index * network.DirectedLinks + d].Grams))));
        simulation.Parts.Ledger.Collect(stage, simulation.Parts.Tallies);
        var commodity = Array.IndexOf(stage.Commodities, "heroin");
        var seized = Enumerable.Range(0, stage.Posts.Length).GroupBy(p => network.Countries[stage.PostCountry[p]])
            .ToDictionary(g => g.Key, g => g.Sum(p => (double)simulation.Parts.Ledger.SeizedGrams[p * stage.Commodities.Length + commodity]));
        return (entries, seized, heroin.Sum(b => (double)simulation.Parts.Ledger.DispatchedGrams[b.Index]));
    }

    private static IEnumerable<int> Downstream(Simulation simulation, int table) =>
        simulation.Parts.Orientations.Tables[table].Places.Take(simulation.Parts.Orientations.Tables[table].Travelled).Reverse();

    private static bool IsEntry(Simulation simulation, int d)
    {
        var network = simulation.Parts.Stage.Network;
        return network.Places[network.Tail[d]].Country == "AFG" && network.Places[network.Head[d]].Country != "AFG";
    }

    private static double Lose(Simulation simulation, Engine.Trafficking.Band band, int d, double flow, Dictionary<string, double> seized)
    {
        var stage = simulation.Parts.Stage;
        var table = simulation.Parts.Posts.Table;
        var lost = 0.0;
        for (var c = 0; c < band.LoadClasses.Length; c++)
        {
            var passes = 1.0;
            for (var e = table.Ends[d].FirstEntry; e < table.Ends[d].EndEntry; e++)
            {
                var odds = table.Odds[e * table.Classes + band.LoadClasses[c]];
                // One post a site in the scenarios that are compared.
                var post = table.Sites[odds.Site].Posts.Single();
                var find = table.Selected[odds.Site] / 2147483648.0 * (odds.Found / 2147483648.0);
                var here = flow * band.ClassShares[c] * passes * find * (odds.Unbribed / 2147483648.0);
                var country = stage.Network.Countries[stage.PostCountry[post]];
                seized[country] = seized.GetValueOrDefault(country) + here;
                lost += here;
                passes *= 1 - find;
            }
        }

        return lost;
    }
}
