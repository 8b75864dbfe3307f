using System.Text.Json;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Reads <c>path=value</c> of the command line, as <c>fleet.turnaroundDays=30</c> or <c>/fleet/turnaroundDays=30</c>.</summary>
internal static class SetOption
{
    /// <summary>The layer that sets the value; null when it cannot be set, which is told.</summary>
    public static Layer? Read(string option, IReadOnlyCollection<string> knownPaths, Faults faults)
    {
        var position = new Position($"--set {option}", 0, 0);
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            faults.Add(position, "", "expected path=value, as fleet.turnaroundDays=30");
            return null;
        }

        var segments = Segments(option[..equals].Trim(), knownPaths);
        var told = new Faults();
        var root = new Element(JsonTokenType.StartObject, "", position);
        if (ShapeAt(segments, position, told) is { } shape)
            Nest(root, segments, Value(shape, option[(equals + 1)..].Trim(), position));
        if (told.Count == 0)
            new ShapeCheck(told).Check(Shapes.ScenarioFile, root, "");
        if (told.Count == 0)
            IdCheck.Check(root, "", told);
        // The option itself names the path.
        faults.AddWithout($"/{string.Join('/', segments)}: ", told);
        return told.Count == 0 ? Layer.OfValue(root) : null;
    }

    // An id may hold dots (XB_SHERKHAN.TJK), so a path that some layer has wins over its reading dot by dot.
    private static string[] Segments(string path, IReadOnlyCollection<string> knownPaths)
    {
        if (path.StartsWith('/'))
            return path[1..].Split('/');
        var known = knownPaths.FirstOrDefault(k => k.Length == path.Length + 1 && k[1..].Replace('/', '.') == path);
        return known is null ? path.Split('.') : known[1..].Split('/');
    }

    private static Scalar? ShapeAt(string[] segments, Position position, Faults faults)
    {
        Shape shape = Shapes.ScenarioFile;
        for (var i = 0; i < segments.Length; i++)
        {
            var path = $"/{string.Join('/', segments.Take(i + 1))}";
            switch (shape)
            {
                case Fields fields when fields.Find(segments[i]) is { Shape: not Anything } field && path is not ("/world" or "/extends"):
                    shape = field.Shape;
                    break;
                case Fields fields:
                    var names = fields.Members.Where(m => m.Shape is not Anything && (i > 0 || m.Name is not ("world" or "extends"))).Select(m => m.Name);
                    faults.Add(position, $"/{string.Join('/', segments)}", Unknown("key", segments[i], names));
                    return null;
                case Kinds kinds when kinds.Find(segments[i]) is null:
                    faults.Add(position, $"/{string.Join('/', segments)}", Unknown($"{kinds.What} kind", segments[i], kinds.Known.Keys));
                    return null;
                case Kinds kinds:
                    shape = new Map(kinds.Type, kinds.Find(segments[i])!);
                    break;
                case Map map:
                    shape = map.Value;
                    break;
                default:
                    faults.Add(position, $"/{string.Join('/', segments)}", $"'{segments[i - 1]}' is {shape.Expected} and has no '{segments[i]}'");
                    return null;
            }
        }

        if (shape is Scalar scalar)
            return scalar;
        faults.Add(position, $"/{string.Join('/', segments)}", "is an object; set one of its values");
        return null;
    }

    private static string Unknown(string what, string found, IEnumerable<string> names) => Known.Likely(found, names) is { } nearest
        ? $"unknown {what}; did you mean '{nearest}'?"
        : $"unknown {what} '{found}'; known are {string.Join(", ", names.Order(StringComparer.Ordinal))}";

    private static Element Value(Scalar scalar, string text, Position position) => new(
        text == "null" && scalar.Nullable ? JsonTokenType.Null
        : scalar.IsNumber && IsJsonNumber(text) ? JsonTokenType.Number
        : scalar.Type == typeof(bool) && text is "true" or "false" ? JsonTokenType.True
        : JsonTokenType.String, text, position);

    private static bool IsJsonNumber(string text)
    {
        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text));
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Nest(Element root, string[] segments, Element value)
    {
        var parent = root;
        for (var i = 0; i < segments.Length - 1; i++)
        {
            var child = new Element(JsonTokenType.StartObject, "", root.Position);
            parent.Add(new Member(segments[i], root.Position, child));
            parent = child;
        }

        parent.Add(new Member(segments[^1], root.Position, value));
    }
}
