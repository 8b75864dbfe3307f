using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>JSON Schema of scenario and policy files, made from the types that they are read into.</summary>
public static class ScenarioSchema
{
    /// <summary>The schema, draft 2020-12. Nothing is required, since a policy file names only what it changes.</summary>
    public static string Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", "InterdictionSim scenario or policy");
            WriteBody(writer, Shapes.ScenarioFile, typeof(Engine.Scenario), new TypeDocs());
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteBody(Utf8JsonWriter writer, Shape shape, Type? documented, TypeDocs docs)
    {
        switch (shape)
        {
            case Scalar scalar:
                WriteScalar(writer, scalar);
                break;
            case OneOrMore one:
                writer.WriteStartArray("type");
                writer.WriteStringValue("string");
                writer.WriteStringValue("array");
                writer.WriteEndArray();
                WriteMember(writer, "items", one.Item, null, docs);
                break;
            case Items items:
                writer.WriteString("type", "array");
                WriteMember(writer, "items", items.Item, null, docs);
                break;
            case Map map:
                writer.WriteString("type", "object");
                WriteMember(writer, "additionalProperties", map.Value, null, docs);
                break;
            case Kinds kinds:
                WriteProperties(writer, kinds.Known.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k =>
                    (k.Key, (Shape)new Map(kinds.Type, k.Value), docs.Summary(((Fields)k.Value).Type!)))
                    .Prepend((Kinds.Every, new Map(kinds.Type, kinds.OfEvery), "All that the layers below have; as an id, too.")), docs);
                break;
            case Fields fields:
                WriteProperties(writer, fields.Members.Select(m => (m.Name, Told(fields, m), (fields.Type ?? documented) is { } type ? docs.Parameter(type, m.Name) : null)), docs);
                break;
        }
    }

    // The kinds of rule and policy are words of the catalogue, not of an enumeration.
    private static Shape Told(Fields fields, Field field) => (fields.Type?.Name, field) switch
    {
        (nameof(LearningParameters), { Name: "rule", Shape: Scalar rule }) => rule with { Words = [.. Catalog.Kinds<IBeliefRule>().Keys] },
        (nameof(MobileTeams), { Name: "policy", Shape: Scalar policy }) => policy with { Words = [.. Catalog.Kinds<IReallocation>().Keys] },
        _ => field.Shape,
    };

    private static void WriteProperties(Utf8JsonWriter writer, IEnumerable<(string Name, Shape Shape, string? Description)> properties, TypeDocs docs)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var (name, shape, description) in properties)
            WriteMember(writer, name, shape, description, docs);
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, Shape shape, string? description, TypeDocs docs)
    {
        writer.WriteStartObject(name);
        if (description is not null)
            writer.WriteString("description", description);
        WriteBody(writer, shape, null, docs);
        writer.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter writer, Scalar scalar)
    {
        var type = scalar.Type == typeof(double) ? "number"
            : scalar.Type == typeof(int) ? "integer"
            : scalar.Type == typeof(bool) ? "boolean"
            : "string";
        if (scalar.Nullable)
        {
            writer.WriteStartArray("type");
            writer.WriteStringValue(type);
            writer.WriteStringValue("null");
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteString("type", type);
        }

        if (scalar.Type == typeof(DateOnly))
            writer.WriteString("format", "date");
        if (scalar.Words.Count == 0)
            return;
        writer.WriteStartArray("enum");
        foreach (var word in scalar.Words)
            writer.WriteStringValue(word);
        writer.WriteEndArray();
    }
}
