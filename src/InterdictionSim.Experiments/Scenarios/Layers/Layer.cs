using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>One layer of a scenario: a file, or one <c>--set</c>.</summary>
/// <param name="Origin">Name that values from here carry.</param>
/// <param name="Elements">Every value and object without a mistake, by path.</param>
/// <param name="Source">What the configuration reads.</param>
internal sealed record Layer(string Origin, IReadOnlyDictionary<string, Element> Elements, Action<IConfigurationBuilder> Source)
{
    /// <summary>A layer that is a file.</summary>
    public static Layer OfFile(string origin, Element root, byte[] json) =>
        new(origin, Index(root), builder => builder.AddJsonStream(new MemoryStream(json)));

    /// <summary>A layer that sets one value.</summary>
    public static Layer OfValue(Element root)
    {
        var elements = Index(root);
        return new("--set", elements, builder => builder.AddInMemoryCollection(
            elements.Where(e => !e.Value.IsObject).Select(e => KeyValuePair.Create(Key(e.Key), e.Value.Kind == JsonTokenType.Null ? null : e.Value.Text))));
    }

    /// <summary>The layer with <c>*</c> in place of kinds and ids of measures spelt out as those that the layers below have.</summary>
    public Layer Over(IReadOnlyList<Layer> below)
    {
        if (!Elements.Keys.Any(HasEvery))
            return this;
        var known = below.SelectMany(l => l.Elements.Keys).Where(k => IsMeasure(k) && !HasEvery(k)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var elements = Elements.Where(e => !HasEvery(e.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (path, element) in Elements.Where(e => HasEvery(e.Key) && e.Key.Split('/').Length > 4))
        {
            var segments = path.Split('/');
            foreach (var measure in known.Select(k => k.Split('/')).Where(m => segments[2] is Kinds.Every || segments[2] == m[2]).Where(m => segments[3] is Kinds.Every || segments[3] == m[3]))
                elements.TryAdd(string.Join('/', [.. measure, .. segments[4..]]), element);
        }

        return this with { Elements = elements };
    }

    // /measures/kind/id
    private static bool IsMeasure(string path) => path.StartsWith("/measures/", StringComparison.Ordinal) && path.Count('/') == 3;

    private static bool HasEvery(string path) => path.StartsWith("/measures/", StringComparison.Ordinal) && path.Split('/') is var segments && (segments[2] == Kinds.Every || (segments.Length > 3 && segments[3] == Kinds.Every));

    /// <summary>The configuration's key of a path.</summary>
    public static string Key(string path) => path[1..].Replace('/', ':');

    private static Dictionary<string, Element> Index(Element root)
    {
        var elements = new Dictionary<string, Element>(StringComparer.Ordinal) { [""] = root };
        Add(root, "");
        return elements;

        void Add(Element parent, string path)
        {
            foreach (var member in parent.Members.Where(m => !m.Value.IsFaulty))
            {
                // What names the layer and what only people read are no values of the scenario.
                if (path.Length == 0 && member.Name is "$schema" or "title" or "notes" or "extends" or "world")
                    continue;
                elements[$"{path}/{member.Name}"] = member.Value;
                Add(member.Value, $"{path}/{member.Name}");
            }
        }
    }
}
