using System.Globalization;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Names, numbers and dates as a planner writes them.</summary>
internal static class Words
{
    /// <summary>The five states of Central Asia, in the order of the route.</summary>
    public static readonly IReadOnlyList<string> FiveStates = ["TJK", "UZB", "KGZ", "KAZ", "TKM"];

    private static readonly Dictionary<string, string> countries = new(StringComparer.Ordinal)
    {
        ["AFG"] = "Afghanistan",
        ["CHN"] = "China",
        ["IRN"] = "Iran",
        ["KAZ"] = "Kazakhstan",
        ["KGZ"] = "Kyrgyzstan",
        ["PAK"] = "Pakistan",
        ["RUS"] = "Russia",
        ["TJK"] = "Tajikistan",
        ["TKM"] = "Turkmenistan",
        ["TUR"] = "Turkey",
        ["UZB"] = "Uzbekistan",
        ["CA5"] = "Five Central Asian states",
        ["five-states"] = "Five Central Asian states",
    };

    /// <summary>English name of a country or group code; the code itself where there is none.</summary>
    public static string Country(string code) => countries.GetValueOrDefault(code, code);

    /// <summary>A number with as many digits as it deserves: 12,300, 985, 4.2, 0.35.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 10_000 => (Math.Round(value / 100) * 100).ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A day as 1 Mar 2011.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The name of a place without what stands in brackets or after a dash.</summary>
    public static string Short(Place place)
    {
        var name = place.Name;
        foreach (var end in (string[])[" (", " - ", " – ", ", ", " / ", ": "])
        {
            var cut = name.IndexOf(end, StringComparison.Ordinal);
            if (cut > 0)
                name = name[..cut];
        }

        return name;
    }

    /// <summary>The short name of a border crossing without the words that only say what it is, at most that many letters long.</summary>
    public static string Crossing(Place place, int letters)
    {
        var name = Short(place);
        foreach (var kind in (string[])[" river sector", " green sector", " sector", " green border", " bridge", " ferry/crossing", " bridge and bazaar"])
            name = name.EndsWith(kind, StringComparison.Ordinal) ? name[..^kind.Length] : name;
        return name.Length <= letters ? name : name[..(letters - 1)].TrimEnd() + "…";
    }

    /// <summary>How many runs the picture rests on.</summary>
    public static string Replications(RunResults results) =>
        results.Replications.Count == 1 ? "1 replication" : $"{results.Replications.Count} replications";

    /// <summary>How to read line and bands.</summary>
    public static string BandKey(RunResults results) => results.Replications.Count == 1
        ? "1 replication, hence no bands"
        : $"Line: median of {results.Replications.Count} replications; dark band: middle 50 % of them; light band: middle 90 %";

    /// <summary>Which run this was.</summary>
    public static string Origin(RunResults results, Periods periods) =>
        $"Model: scenario “{results.Scenario.Name}”, seed {results.Seed}, {Replications(results)}, {Day(periods.FirstDay)} to {Day(periods.LastDay)}.";
}
