namespace InterdictionSim.Engine;

/// <summary>Whether loads can get through: dead ends, borders without posts, markets out of reach.</summary>
internal static class NetworkChecks
{
    public static void Check(Scenario scenario, ProblemList list)
    {
        var world = scenario.World;
        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in world.Places)
            countries.TryAdd(place.Id, place.Country);
        CheckDeadEnds(world, list);
        CheckBorders(world, countries, list);
        CheckReach(scenario, list);
    }

    private static void CheckDeadEnds(World world, ProblemList list)
    {
        var ends = world.Organisations.SelectMany(o => o.Homes.Keys).Concat(world.Markets.Select(m => m.Place)).ToHashSet(StringComparer.Ordinal);
        var links = world.Links.SelectMany(l => new[] { l.From, l.To }).CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        foreach (var place in world.Places.Where(p => !ends.Contains(p.Id) && links.GetValueOrDefault(p.Id) < 2))
        {
            list.Add($"/world/places/{place.Id}", links.ContainsKey(place.Id)
                ? "is a dead end: one link leads there, nobody lives or buys there, and loads would be stuck"
                : "has no link; nothing ever comes there");
        }
    }

    private static void CheckBorders(World world, Dictionary<string, string> countries, ProblemList list)
    {
        var guarded = world.Posts.Where(p => p.Reach == PostReach.Border).Select(p => p.Place).ToHashSet(StringComparer.Ordinal);
        foreach (var link in world.Links.Where(l => l.Unposted is null && !guarded.Contains(l.From) && !guarded.Contains(l.To)))
        {
            if (countries.TryGetValue(link.From, out var from) && countries.TryGetValue(link.To, out var to) && from != to)
                list.Add($"/world/links/{link.Id}", $"crosses the border {from}-{to} and no border post stands at {link.From} or {link.To}; set a post there, or say why there is none ('unposted')");
        }
    }

    private static void CheckReach(Scenario scenario, ProblemList list)
    {
        foreach (var organisations in scenario.World.Organisations.GroupBy(o => o.Haul).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (!scenario.Hauls.TryGetValue(organisations.Key, out var haul))
                continue;
            var neighbours = Neighbours(scenario, haul);
            foreach (var home in organisations.SelectMany(o => o.Homes.Where(h => h.Value > 0).Select(h => (h.Key, o))).GroupBy(h => h.Key, h => h.o).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var reached = Reach(neighbours, home.Key);
                foreach (var organisation in home)
                    CheckMarkets(scenario.World, organisation, home.Key, reached, list);
            }
        }
    }

    private static void CheckMarkets(World world, Organisation organisation, string home, HashSet<string> reached, ProblemList list)
    {
        foreach (var market in world.Markets.Where(m => m.Commodity == organisation.Commodity && m.HaulShares.GetValueOrDefault(organisation.Haul) > 0 && !reached.Contains(m.Place)))
        {
            list.Add($"/world/markets/{market.Commodity}/{market.Place}",
                $"cannot be reached from {home} by {organisation.Haul} ({organisation.Id}); give it a way, or no share of that haul");
        }
    }

    private static HashSet<string> Reach(ILookup<string, string> neighbours, string home)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { home };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var place))
        {
            foreach (var next in neighbours[place].Where(reached.Add))
                open.Enqueue(next);
        }

        return reached;
    }

    // What opens during the run only is no way yet on its first day.
    private static ILookup<string, string> Neighbours(Scenario scenario, Haul haul)
    {
        var modes = Enum.GetValues<LinkMode>().Where(haul.MayUse).ToHashSet();
        var usable = scenario.World.Links.Where(l => modes.Contains(l.Mode) && !(l.Opens > scenario.Run.StartDate)).ToArray();
        return usable.Select(l => (l.From, l.To)).Concat(usable.Select(l => (From: l.To, To: l.From))).ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
    }
}
