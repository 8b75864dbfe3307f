using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Mean yearly flows between places over all replications.</summary>
internal sealed class Flows
{
    private readonly Dictionary<(string From, string To), double> kgPerYear = [];

    public Flows(RunResults results)
    {
        var links = results.Layout.Links;
        for (var i = 0; i < links.Count; i++)
        {
            var key = (links[i].From, links[i].To);
            var mean = results.Replications.Average(r => r.LinkKgPerYear[i]);
            kgPerYear[key] = kgPerYear.GetValueOrDefault(key) + mean;
        }
    }

    /// <summary>Mean flow from one place to a neighbour over all links between them, kg/yr.</summary>
    public double KgPerYear(string from, string to) => kgPerYear.GetValueOrDefault((from, to));

    /// <summary>Flow less what comes back, kg/yr; never below 0.</summary>
    public double NetKgPerYear(string from, string to) => Math.Max(0, KgPerYear(from, to) - KgPerYear(to, from));

    /// <summary>Larger of what arrives at a place and what leaves it, kg/yr.</summary>
    public double Through(string place) => Math.Max(Arriving(place), Leaving(place));

    /// <summary>What arrives at a place, kg/yr.</summary>
    public double Arriving(string place) => kgPerYear.Where(f => f.Key.To == place).Sum(f => f.Value);

    /// <summary>What leaves a place, kg/yr.</summary>
    public double Leaving(string place) => kgPerYear.Where(f => f.Key.From == place).Sum(f => f.Value);

    /// <summary>
    /// Places on the busiest path: from the home that sends out the most beyond what it receives, always along the largest net flow
    /// that leads on to the market that receives the most.
    /// </summary>
    public IReadOnlyList<string> BusiestPath(Scenario scenario)
    {
        var homes = scenario.World.Organisations.SelectMany(o => o.Homes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var home = homes.MaxBy(place => Leaving(place) - Arriving(place));
        var market = scenario.World.Places.Where(p => p.Kind == PlaceKind.Market && Arriving(p.Id) > 0)
            .OrderBy(p => p.Id, StringComparer.Ordinal).MaxBy(p => Arriving(p.Id) - Leaving(p.Id))?.Id;
        if (home is null || market is null)
            return [];
        var leadOn = UpstreamOf(market);
        var path = new List<string> { home };
        while (path[^1] != market)
        {
            var next = Neighbours(path[^1]).Where(to => leadOn.Contains(to) && !path.Contains(to)).MaxBy(to => NetKgPerYear(path[^1], to));
            if (next is null)
                return [];
            path.Add(next);
        }

        return path;
    }

    private IEnumerable<string> Neighbours(string from) => kgPerYear.Keys
        .Where(key => key.From == from && NetKgPerYear(from, key.To) > 0).Select(key => key.To).Order(StringComparer.Ordinal);

    private HashSet<string> UpstreamOf(string market)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { market };
        var open = new Queue<string>(found);
        while (open.TryDequeue(out var place))
        {
            foreach (var key in kgPerYear.Keys.Where(key => key.To == place && NetKgPerYear(key.From, place) > 0 && found.Add(key.From)))
                open.Enqueue(key.From);
        }

        return found;
    }
}
