using System.Xml.Linq;

namespace InterdictionSim.Cli;

/// <summary>The docstrings that the build lays beside each assembly.</summary>
internal static class Docstrings
{
    /// <summary>Summary of a type in one line; empty where the file is not there.</summary>
    public static string Summary(Type type)
    {
        var file = Path.Combine(AppContext.BaseDirectory, type.Assembly.GetName().Name + ".xml");
        if (!File.Exists(file))
            return "";
        var member = XDocument.Load(file).Descendants("member").FirstOrDefault(m => (string?)m.Attribute("name") == $"T:{type.FullName}");
        return string.Join(' ', ((string?)member?.Element("summary") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
