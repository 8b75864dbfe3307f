namespace InterdictionSim.Engine.Measures;

/// <summary>What the parameters of measures are expected to be; each check yields a message in the planner's words, or nothing.</summary>
internal static class Expect
{
    /// <summary>Ids of a list that are known; the list has one at least that is <c>true</c>, unless it may be empty.</summary>
    public static IEnumerable<string> Ids(string key, IReadOnlyDictionary<string, bool> list, string what, IEnumerable<string> known, bool mayBeEmpty = false)
    {
        var ids = known.ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in list.Keys.Where(id => !ids.Contains(id)).Order(StringComparer.Ordinal))
            yield return Known.Unknown($"{key}/{unknown}", unknown, what, ids);
        if (!mayBeEmpty && !list.Values.Contains(true))
            yield return $"{key}: none is true; expected one {what} at least";
    }

    /// <summary>Posts of a list that are known, and none of a kind that the measure cannot change.</summary>
    public static IEnumerable<string> Posts(string key, IReadOnlyDictionary<string, bool> list, World world, bool mayBeEmpty = false) =>
        Ids(key, list, "post", world.Posts.Select(p => p.Id), mayBeEmpty);

    /// <summary>A share.</summary>
    public static IEnumerable<string> Share(string key, double value) => Within(key, value, 0, 1);

    /// <summary>A number of a range.</summary>
    public static IEnumerable<string> Within(string key, double value, double low, double high)
    {
        if (!(value >= low && value <= high))
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}: is {value}; expected {low} … {high}");
    }

    /// <summary>A number above 0.</summary>
    public static IEnumerable<string> Positive(string key, double value)
    {
        if (value is not (> 0 and < double.PositiveInfinity))
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}: is {value}; expected more than 0");
    }

    /// <summary>A number from 0 on.</summary>
    public static IEnumerable<string> NotNegative(string key, double value)
    {
        if (value is not (>= 0 and < double.PositiveInfinity))
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}: is {value}; expected 0 or more");
    }

    /// <summary>A relation between the sponsor and the host of a measure that depends on one.</summary>
    public static IEnumerable<string> Relation(Programme programme, World world)
    {
        if (world.Relations.All(r => r.Sponsor != programme.Sponsor || r.Host != programme.Host))
            yield return $"programme/host: no relation of {programme.Sponsor} with {programme.Host} is known (world/relations.json)";
    }
}
