using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>A scenario as one line of JSON: keys sorted, numbers as short as they round-trip, entities by id, without names.</summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Scenario scenario)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(writer, scenario, new Dictionary<Type, Property[]>());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>Id of an entity of the world, which stands in a list there and by id here; null for anything else.</summary>
    public static string? Id(object? item) => item switch
    {
        Place place => place.Id,
        Link link => link.Id,
        Post post => post.Id,
        Agency agency => agency.Id,
        Organisation organisation => organisation.Id,
        Market market => $"{market.Commodity}/{market.Place}",
        Price price => $"{price.Place}/{price.Commodity}",
        Relation relation => $"{relation.Sponsor}-{relation.Host}",
        MilitantGroup group => group.Id,
        SupplyRoute route => route.Id,
        _ => null,
    };

    private static void Write(Utf8JsonWriter writer, object? value, Dictionary<Type, Property[]> known)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case double real:
                // Minus zero is zero.
                writer.WriteNumberValue(real + 0.0);
                break;
            case int whole:
                writer.WriteNumberValue(whole);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case Enum word:
                writer.WriteStringValue(Catalog.Kebab(word.ToString()));
                break;
            case IDictionary map:
                WriteObject(writer, map.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(key => (key, map[key])), known);
                break;
            case IEnumerable list:
                WriteList(writer, [.. list.Cast<object?>()], known);
                break;
            default:
                WriteObject(writer, Properties(value.GetType(), known).Select(p => (p.Name, p.Info.GetValue(value))), known);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter writer, List<object?> items, Dictionary<Type, Property[]> known)
    {
        if (items.Count > 0 && items.TrueForAll(i => Id(i) is not null))
        {
            WriteObject(writer, items.Select(i => (Id: Id(i)!, i)).OrderBy(i => i.Id, StringComparer.Ordinal), known);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, item, known);
        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> sorted, Dictionary<Type, Property[]> known)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in sorted)
        {
            writer.WritePropertyName(name);
            Write(writer, value, known);
        }

        writer.WriteEndObject();
    }

    private static Property[] Properties(Type type, Dictionary<Type, Property[]> known)
    {
        if (known.TryGetValue(type, out var properties))
            return properties;
        var parameters = type.GetConstructors()[0].GetParameters();
        return known[type] =
        [
            .. parameters.Where(p => p.Name != "Name")
                .Select(p => new Property(JsonNamingPolicy.CamelCase.ConvertName(p.Name!), type.GetProperty(p.Name!)!))
                .OrderBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    private sealed record Property(string Name, PropertyInfo Info);
}
