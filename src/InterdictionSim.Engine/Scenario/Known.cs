namespace InterdictionSim.Engine;

/// <summary>Names that are known, and the nearest one to a name that is not.</summary>
public static class Known
{
    // What is shorter stands in many names by chance.
    private const int ShortestPart = 5;

    /// <summary>A message for an unknown name: the key, what was found, and the nearest known name or a few of them.</summary>
    public static string Unknown(string key, string found, string what, IEnumerable<string> known) => $"{key}: {Message(found, what, known)}";

    /// <summary>The same without the key.</summary>
    public static string Message(string found, string what, IEnumerable<string> known)
    {
        var names = known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        return Likely(found, names) is { } nearest
            ? $"no {what} is called '{found}'; did you mean '{nearest}'?"
            : $"no {what} is called '{found}'; known are {string.Join(", ", names.Take(8))}{(names.Length > 8 ? $", … ({names.Length} in all)" : "")}";
    }

    /// <summary>The nearest name, or else the shortest that contains what was found; null when there is neither.</summary>
    public static string? Likely(string found, IEnumerable<string> known) => Nearest(found, known) ?? (found.Length < ShortestPart
        ? null
        : known.Where(name => name.Contains(found, StringComparison.OrdinalIgnoreCase)).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault());

    /// <summary>The known name with the fewest edits from the one found, if that is at most a third of its length; else null.</summary>
    public static string? Nearest(string found, IEnumerable<string> known)
    {
        var best = known.Select(name => (Name: name, Edits: Edits(found.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(n => n.Edits).ThenBy(n => n.Name, StringComparer.Ordinal).FirstOrDefault();
        return best.Name is not null && best.Edits <= Math.Max(1, found.Length / 3) ? best.Name : null;
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
