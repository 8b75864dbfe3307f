using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Splits every crossing of the data into its banks, joins them by crossing links and keeps what lies on the northern routes.</summary>
internal sealed class WorldBuilder
{
    private const string Northern = "northern";

    // A route may have any name; these are so common that a word near to one is a slip, by which a link would silently vanish.
    private static readonly string[] Routes = [Northern, "southern", "balkan"];

    private readonly Dictionary<string, Feature<PlaceProperties>> places;
    private readonly Faults faults;

    public WorldBuilder(IEnumerable<Feature<PlaceProperties>> places, Faults faults)
    {
        this.places = places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        this.faults = faults;
        foreach (var place in this.places.Values.Where(p => p.Properties.Countries.Count == 0 || (p.Properties.Countries.Count > 1 && !IsSplit(p))))
            faults.Add(place.Element["countries"]!.Position, $"/world/places/{place.Id}/countries", "expected one country, or those of all banks of a crossing");
    }

    /// <summary>Places and links of the network, by ordinal id.</summary>
    public (IReadOnlyList<Place> Places, IReadOnlyList<Link> Links) Build(IEnumerable<Feature<LinkProperties>> data)
    {
        var links = data.Where(IsNorthern).Select(Attach).OfType<Link>().ToList();
        var used = links.SelectMany(l => new[] { l.From, l.To }).Select(Crossing).ToHashSet(StringComparer.Ordinal);
        foreach (var crossing in places.Values.Where(p => IsSplit(p) && used.Contains(p.Id)))
            links.AddRange(CrossingLinks(crossing));
        var kept = places.Values.Where(p => used.Contains(p.Id)).SelectMany(Banks);
        return ([.. kept.OrderBy(p => p.Id, StringComparer.Ordinal)], [.. links.OrderBy(l => l.Id, StringComparer.Ordinal)]);
    }

    /// <summary>Ids under which a place of the data stands in the network: itself, or its banks.</summary>
    public IEnumerable<string> Split(string place) => places.TryGetValue(place, out var found) && IsSplit(found)
        ? Countries(found).Select(c => Bank(place, c))
        : [place];

    /// <summary>Id of the crossing that a bank belongs to; any other id is returned as it is.</summary>
    public string Crossing(string id) =>
        id.LastIndexOf('.') is > 0 and var dot && places.TryGetValue(id[..dot], out var found) && IsSplit(found) ? id[..dot] : id;

    private static string Bank(string crossing, string country) => $"{crossing}.{country}";

    private static bool IsSplit(Feature<PlaceProperties> place) =>
        place.Properties.Kind is PlaceKind.CrossingOfficial or PlaceKind.CrossingGreenBorder && place.Properties.Countries.Count > 1;

    private static IEnumerable<string> Countries(Feature<PlaceProperties> place) => place.Properties.Countries.Order(StringComparer.Ordinal);

    private static IEnumerable<Place> Banks(Feature<PlaceProperties> place) => IsSplit(place)
        ? Countries(place).Select(c => At(place, Bank(place.Id, c), c))
        : place.Properties.Countries.Take(1).Select(c => At(place, place.Id, c));

    private static Place At(Feature<PlaceProperties> place, string id, string country) =>
        new(id, place.Properties.Name, country, place.Properties.Kind, place.LatitudeDegrees, place.LongitudeDegrees);

    private static IEnumerable<Link> CrossingLinks(Feature<PlaceProperties> crossing)
    {
        var countries = Countries(crossing).ToArray();
        for (var a = 0; a < countries.Length; a++)
        {
            for (var b = a + 1; b < countries.Length; b++)
            {
                yield return new Link($"{crossing.Id}:{countries[a]}-{countries[b]}", Bank(crossing.Id, countries[a]), Bank(crossing.Id, countries[b]),
                    LinkMode.Crossing, 0, 0, crossing.Properties.BorderDwellDays ?? 0, [], [], 1, crossing.Properties.MinedFraction ?? 0,
                    crossing.Properties.Opens, crossing.Properties.Closes, crossing.Properties.Unposted);
            }
        }
    }

    private bool IsNorthern(Feature<LinkProperties> link)
    {
        var route = link.Properties.Route;
        if (!Routes.Contains(route) && Known.Nearest(route, Routes) is { } nearest)
            faults.Add(link.Element["route"]!.Position, $"/world/links/{link.Id}/route", $"is '{route}'; did you mean '{nearest}'?");
        return route == Northern;
    }

    private Link? Attach(Feature<LinkProperties> link)
    {
        var told = faults.Count;
        var data = link.Properties;
        var from = Find(link, "from", data.From);
        var to = Find(link, "to", data.To);
        if (from is null || to is null)
            return null;
        var ends = (From: End(link, from, to), To: End(link, to, from));
        return faults.Count > told ? null : new Link(link.Id, ends.From, ends.To, data.Mode, data.LengthKm, data.TravelDays, data.BorderDwellDays ?? 0,
            data.ClosedMonths ?? [], data.WinterMonths ?? [], data.WinterCapacityFactor ?? 1, data.MinedFraction ?? 0, data.Opens, data.Closes, data.Unposted);
    }

    private Feature<PlaceProperties>? Find(Feature<LinkProperties> link, string key, string id)
    {
        if (!places.TryGetValue(id, out var place))
            faults.Add(link.Element[key]!.Position, $"/world/links/{link.Id}/{key}", Known.Message(id, "place", places.Keys));
        return place;
    }

    private string End(Feature<LinkProperties> link, Feature<PlaceProperties> end, Feature<PlaceProperties> other)
    {
        if (!IsSplit(end))
            return end.Id;
        var bank = link.Properties.Bank ?? (!IsSplit(other) && other.Properties.Countries is [var country, ..] ? country : null);
        if (bank is not null && end.Properties.Countries.Contains(bank))
            return Bank(end.Id, bank);
        var known = string.Join(" or ", Countries(end));
        faults.Add((link.Element["bank"] ?? link.Element).Position, $"/world/links/{link.Id}/bank", bank is null
            ? $"is missing; a link between two crossings says on which bank it runs ({known})"
            : $"{bank} has no bank at {end.Id}; expected {known}");
        return end.Id;
    }
}
