using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>The folder with the world's files, each read once.</summary>
internal sealed class WorldFolder
{
    private readonly string folder;
    private readonly string shown;
    private readonly Faults faults;
    private readonly Dictionary<string, Element> roots = new(StringComparer.Ordinal);
    private WorldPositions? positions;
    private WorldBuilder? builder;

    private WorldFolder(string folder, string shown, Faults faults) => (this.folder, this.shown, this.faults) = (folder, shown, faults);

    /// <summary>The world; null when any file has a mistake, which is told.</summary>
    public World? World { get; private set; }

    public static WorldFolder Read(string folder, string shown, Faults faults)
    {
        var world = new WorldFolder(folder, shown, faults);
        var told = faults.Count;
        var read = world.Build();
        world.World = faults.Count == told ? read : null;
        return world;
    }

    /// <summary>Where in the world's files a path stands.</summary>
    public Position Locate(string path) => (positions ??= new WorldPositions(roots, builder!, shown)).Locate(path);

    private World Build()
    {
        builder = new WorldBuilder(new GeoJsonFile<PlaceProperties>("places", "Point", faults).Read(Root("places.geojson")), faults);
        var (places, links) = builder.Build(new GeoJsonFile<LinkProperties>("links", "LineString", faults).Read(Root("links.geojson")));
        var entities = new EntityFile(faults);
        return new World(
            places,
            links,
            entities.Read<Post>(Root("posts.json"), "posts"),
            entities.Read<Agency>(Root("agencies.json"), "agencies"),
            entities.Read<Organisation>(Root("organisations.json"), "organisations"),
            entities.Read<Market>(Root("markets.json"), "markets", ImplyMarket),
            Prices(places, entities.ReadNested<Price>(Root("prices.json"), "prices", "place", "commodity")),
            entities.Read<Relation>(Root("relations.json"), "relations", static (_, _) => { }),
            entities.Read<MilitantGroup>(Root("militants.json"), "militants"),
            entities.Read<SupplyRoute>(Root("supply-routes.json"), "supplyRoutes"));
    }

    private static void ImplyMarket(Element market, string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return;
        market.Imply("commodity", key[..slash]);
        market.Imply("place", key[(slash + 1)..]);
    }

    // A price at a crossing holds on each bank that has none of its own; one at a place off the network is not needed.
    private Price[] Prices(IReadOnlyList<Place> places, IReadOnlyList<Price> data)
    {
        var byPlace = data.ToDictionary(p => (p.Place, p.Commodity));
        foreach (var price in data)
        {
            foreach (var bank in builder!.Split(price.Place))
                byPlace.TryAdd((bank, price.Commodity), price with { Place = bank });
        }

        var onNetwork = places.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return [.. byPlace.Values.Where(p => onNetwork.Contains(p.Place)).OrderBy(p => p.Place, StringComparer.Ordinal).ThenBy(p => p.Commodity, StringComparer.Ordinal)];
    }

    private Element Root(string file)
    {
        var path = Files.Join(shown, file);
        if (!Files.TryRead(Path.Join(folder, file), out var bytes, out var reason))
            faults.Add(new Position(path, 0, 0), "", reason);
        else if (JsonText.Read(bytes, path, faults) is { } root)
            return roots[file] = root;
        // Its place is taken by an object that was told about already.
        return new Element(System.Text.Json.JsonTokenType.StartObject, "", new Position(path, 0, 0)) { IsFaulty = true };
    }
}
