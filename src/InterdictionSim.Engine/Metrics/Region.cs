namespace InterdictionSim.Engine.Metrics;

/// <summary>Groups of countries and places that the published figures speak of.</summary>
public static class Region
{
    /// <summary>Afghanistan, where loads come from.</summary>
    public const string Origin = "AFG";

    /// <summary>The five Central Asian states.</summary>
    public static readonly IReadOnlyList<string> FiveStates = ["KAZ", "KGZ", "TJK", "TKM", "UZB"];

    /// <summary>Places of the Tajik province of Khatlon: its sectors of the Panj, and its two cities.</summary>
    public static readonly IReadOnlySet<string> Khatlon = new HashSet<string>(StringComparer.Ordinal)
    {
        "XB_AYVAJ.TJK", "XB_SHERKHAN.TJK", "XB_PANJ_GREEN.TJK", "XB_KOKUL.TJK", "XB_FARKHOR_GREEN.TJK", "XB_HAMADONI_GREEN.TJK", "XB_SHURABAD_GREEN.TJK",
        "TJK_KURGANTYUBE", "TJK_KULYAB",
    };

    /// <summary>Whether a border between these countries leads from Afghanistan into the five states.</summary>
    public static bool IsEntry(string from, string to) => from == Origin && FiveStates.Contains(to);

    /// <summary>Crossing that a link over a border belongs to: <c>XB_SHERKHAN</c> for <c>XB_SHERKHAN:AFG-TJK</c>; the link itself where it touches none, as by air.</summary>
    public static string CrossingOf(string link) => link.Split(':')[0];
}
