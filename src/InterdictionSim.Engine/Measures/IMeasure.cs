using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Something that a planner does about the traffic. One file a kind; the kind's name is the type's name in kebab case.</summary>
/// <remarks>
/// Implement it as a positional record: the parameters are the measure's JSON. A measure holds no state of its own: whenever the set of
/// running measures changes, levels are reset to the world's and every running measure is applied again, in the ordinal order of the ids.
/// </remarks>
public interface IMeasure
{
    /// <summary>Whether the measure is taken at all; a policy layer can switch off what the layer below takes.</summary>
    bool Enabled { get; }

    /// <summary>Who pays, who hosts, when it runs and what it costs.</summary>
    Programme Programme { get; }

    /// <summary>Posts that the measure builds; they stay shut until it runs.</summary>
    IEnumerable<Post> NewPosts(string id, World world) => [];

    /// <summary>Why the measure cannot be taken, each as <c>key: what was found, what is expected</c>; empty when it can.</summary>
    IEnumerable<string> Problems(World world);

    /// <summary>Changes the levels while the measure runs.</summary>
    void Apply(string id, InterdictionPlan plan);

    /// <summary>Whether what the measure has done stays while it is suspended and after its end, as it then was.</summary>
    bool Lasts => false;

    /// <summary>Whether the measure, while it runs, changes by itself on the day that it has run so many days; it is then applied again.</summary>
    bool ChangesAfter(int daysRunning) => false;
}

/// <summary>Who pays, who hosts, when it runs and what it costs.</summary>
/// <param name="Sponsor">Who pays, ISO alpha-3 code or a name such as <c>EU</c>.</param>
/// <param name="Host">Where, ISO alpha-3 code.</param>
/// <param name="Start">Day on which it is begun.</param>
/// <param name="LeadDays">Days of building until it runs, ≥ 0.</param>
/// <param name="End">First day on which it no longer runs; null when it stays.</param>
/// <param name="CapitalUsd">Spent on the day it is begun, USD.</param>
/// <param name="RunningUsdPerYear">Spent evenly while it runs, USD a year.</param>
/// <param name="ConsentLevel">Level of the relation between sponsor and host, 0 … 1, at which the host signs; null where nobody is asked. A refused host is asked again, and a measure is suspended while the relation is too bad.</param>
/// <param name="Presence">Weight of the foreign presence that it brings, 0 … 1: rival sponsors resent it.</param>
public sealed record Programme(
    string Sponsor,
    string Host,
    DateOnly Start,
    int LeadDays,
    DateOnly? End,
    double CapitalUsd,
    double RunningUsdPerYear,
    double? ConsentLevel = null,
    double Presence = 0)
{
    /// <summary>First day on which it runs, if its host consents at once.</summary>
    public DateOnly Runs => Start.AddDays(LeadDays);

    /// <summary>Whether it runs on that day, if its host consents at once.</summary>
    public bool IsRunning(DateOnly day) => day >= Runs && !(day >= End);

    /// <summary>What is wrong with it, each as <c>key: message</c>.</summary>
    public IEnumerable<string> Problems()
    {
        if (Start.Year is < 1900 or > 2200)
            yield return $"programme/start: is {Start:yyyy-MM-dd}; expected a day of the years 1900 … 2200";
        if (LeadDays is not (>= 0 and <= 36525))
            yield return $"programme/leadDays: is {LeadDays}; building takes 0 … 36525 days";
        else if (Start.Year is >= 1900 and <= 2200 && End <= Runs)
            yield return $"programme/end: is {End:yyyy-MM-dd}; it runs from {Runs:yyyy-MM-dd} on (start and {LeadDays} days of building), so it would never run";
        if (CapitalUsd is not (>= 0 and <= 1e12))
            yield return $"programme/capitalUsd: is {CapitalUsd}; a cost is 0 … 1e12 USD";
        if (RunningUsdPerYear is not (>= 0 and <= 1e12))
            yield return $"programme/runningUsdPerYear: is {RunningUsdPerYear}; a cost is 0 … 1e12 USD a year";
        if (ConsentLevel is not (null or (>= 0 and <= 1)))
            yield return $"programme/consentLevel: is {ConsentLevel}; a relation lies in 0 … 1";
        if (Presence is not (>= 0 and <= 1))
            yield return $"programme/presence: is {Presence}; a weight lies in 0 … 1";
    }
}
