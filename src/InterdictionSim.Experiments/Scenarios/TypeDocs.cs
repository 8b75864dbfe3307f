using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Docstrings of types and their parameters, from the XML files that the compiler writes beside the program; without them there are none.</summary>
public sealed partial class TypeDocs
{
    private readonly Dictionary<string, Dictionary<string, XElement>> assemblies = new(StringComparer.Ordinal);

    /// <summary>One line on a type; null when it has none.</summary>
    public string? Summary(Type type) => Text(Find(type)?.Element("summary"));

    /// <summary>One line on a record's parameter, by its name in camel case; null when it has none.</summary>
    public string? Parameter(Type type, string name) =>
        Text(Find(type)?.Elements("param").FirstOrDefault(p => string.Equals((string?)p.Attribute("name"), name, StringComparison.OrdinalIgnoreCase)));

    private XElement? Find(Type type)
    {
        var assembly = type.Assembly.GetName().Name!;
        if (!assemblies.TryGetValue(assembly, out var members))
            assemblies[assembly] = members = Load(Path.Join(AppContext.BaseDirectory, assembly + ".xml"));
        return members.GetValueOrDefault($"T:{type.FullName}");
    }

    private static Dictionary<string, XElement> Load(string path) => File.Exists(path)
        ? XDocument.Load(path).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal)
        : new Dictionary<string, XElement>(StringComparer.Ordinal);

    // A reference stands for its last word, as <see cref="T:…Scenario"/> for Scenario.
    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var words = element.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "paramref" } reference => (string?)reference.Attribute("name"),
            XElement { Name.LocalName: "see" } reference => ((string?)reference.Attribute("cref"))?.Split('.')[^1],
            XElement other => other.Value,
            XText text => text.Value,
            _ => "",
        });
        return Space().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
