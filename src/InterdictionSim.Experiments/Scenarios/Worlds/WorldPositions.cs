using System.Text.Json;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Where in the world's files a path such as <c>/world/links/E022/lengthKm</c> stands; made only when a fault asks for it.</summary>
internal sealed class WorldPositions
{
    private readonly Dictionary<string, Position> positions = new(StringComparer.Ordinal);
    private readonly WorldBuilder builder;
    private readonly Position folder;

    public WorldPositions(IReadOnlyDictionary<string, Element> roots, WorldBuilder builder, string shown)
    {
        this.builder = builder;
        folder = new Position(shown, 0, 0);
        foreach (var (file, root) in roots)
        {
            var collection = Path.GetFileNameWithoutExtension(file);
            if (root["features"] is { } features)
                AddFeatures($"/world/{collection}", features);
            else if (root[collection] is { } entities)
                Add($"/world/{collection}", entities);
        }
    }

    public Position Locate(string path)
    {
        for (var rest = path; rest.Length > 0; rest = rest[..Math.Max(0, rest.LastIndexOf('/'))])
        {
            if (positions.TryGetValue(rest, out var position) || positions.TryGetValue(InData(rest), out position))
                return position;
        }

        return folder;
    }

    private void AddFeatures(string path, Element features)
    {
        positions[path] = features.Position;
        foreach (var feature in features.Items.Where(f => f["id"] is not null && f["properties"] is not null))
        {
            Add($"{path}/{feature["id"]!.Text}", feature["properties"]!);
            positions[$"{path}/{feature["id"]!.Text}"] = feature.Position;
        }
    }

    private void Add(string path, Element element)
    {
        positions.TryAdd(path, element.Position);
        if (element.Kind != JsonTokenType.StartObject)
            return;
        foreach (var member in element.Members)
            Add($"{path}/{member.Name}", member.Value);
    }

    // A bank, its crossing link and its price stand in the data under the crossing's id.
    private string InData(string path)
    {
        var segments = path.Split('/');
        if (segments.Length < 4)
            return path;
        var colon = segments[3].IndexOf(':', StringComparison.Ordinal);
        if (segments[2] == "links" && colon > 0)
            (segments[2], segments[3]) = ("places", segments[3][..colon]);
        segments[3] = builder.Crossing(segments[3]);
        return string.Join('/', segments);
    }
}
