using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Layers merged by the configuration: the last provider that has a value gives it.</summary>
internal sealed class Merge
{
    private readonly IReadOnlyList<Layer> layers;

    private Merge(IReadOnlyList<Layer> layers, Element root, IReadOnlyList<EffectiveValue> values) =>
        (this.layers, Root, Values) = (layers, root, values);

    /// <summary>The merged scenario.</summary>
    public Element Root { get; }

    /// <summary>Its values with their origin, by ordinal path.</summary>
    public IReadOnlyList<EffectiveValue> Values { get; }

    public static Merge Of(IReadOnlyList<Layer> layers)
    {
        var builder = new ConfigurationBuilder();
        foreach (var layer in layers)
            layer.Source(builder);
        var providers = builder.Build().Providers.ToArray();
        var root = new Element(JsonTokenType.StartObject, "", layers[Last(layers, "")].Elements[""].Position);
        var values = new List<EffectiveValue>();
        var merged = new Dictionary<string, Element>(StringComparer.Ordinal) { [""] = root };
        foreach (var path in layers.SelectMany(l => l.Elements.Keys).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var last = Last(layers, path);
            var found = layers[last].Elements[path];
            var text = found.Kind is JsonTokenType.String or JsonTokenType.Number && providers[last].TryGet(Layer.Key(path), out var value) ? value! : found.Text;
            var element = new Element(found.Kind, text, found.Position);
            var slash = path.LastIndexOf('/');
            merged[path] = element;
            merged[path[..slash]].Add(new Member(path[(slash + 1)..], found.Position, element));
            // The name is that of the files that were asked for, whatever they extend.
            if (!found.IsObject && path != "/name")
                values.Add(new EffectiveValue(path, element.Json, layers[last].Origin));
        }

        return new Merge(layers, root, values);
    }

    /// <summary>Where the value of a path stands, or what it stands in.</summary>
    public Position Locate(string path)
    {
        while (true)
        {
            if (Last(layers, path) is >= 0 and var last)
                return layers[last].Elements[path].Position;
            path = path[..Math.Max(0, path.LastIndexOf('/'))];
        }
    }

    // A --set says a value only; the objects around it are the files'.
    private static int Last(IReadOnlyList<Layer> layers, string path)
    {
        var set = -1;
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            if (!layers[i].Elements.TryGetValue(path, out var element))
                continue;
            if (element.Position.Line > 0 || !element.IsObject)
                return i;
            set = Math.Max(set, i);
        }

        return set;
    }
}
