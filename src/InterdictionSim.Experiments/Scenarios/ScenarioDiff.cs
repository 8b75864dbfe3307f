using System.Text.Json;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>What differs between two scenarios, by path.</summary>
public static class ScenarioDiff
{
    /// <summary>Every value that differs, world included, by ordinal path; names and notes are left out.</summary>
    public static IReadOnlyList<DifferingValue> Between(LoadedScenario a, LoadedScenario b)
    {
        if (a.Hash == b.Hash)
            return [];
        var (left, right) = (Flatten(a.CanonicalJson), Flatten(b.CanonicalJson));
        return
        [
            .. left.Keys.Union(right.Keys).Order(StringComparer.Ordinal)
                .Select(path => new DifferingValue(path, left.GetValueOrDefault(path), right.GetValueOrDefault(path)))
                .Where(row => row.A != row.B),
        ];
    }

    private static Dictionary<string, string> Flatten(string canonical)
    {
        using var document = JsonDocument.Parse(canonical);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(document.RootElement, "");
        return values;

        void Add(JsonElement element, string path)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                values[path] = element.GetRawText();
                return;
            }

            foreach (var member in element.EnumerateObject())
                Add(member.Value, $"{path}/{member.Name}");
        }
    }
}

/// <summary>A value that differs between two scenarios.</summary>
/// <param name="Path">As <c>/fleet/turnaroundDays</c>.</param>
/// <param name="A">Value in the first, as JSON; null where it has none.</param>
/// <param name="B">Value in the second, as JSON; null where it has none.</param>
public sealed record DifferingValue(string Path, string? A, string? B);
