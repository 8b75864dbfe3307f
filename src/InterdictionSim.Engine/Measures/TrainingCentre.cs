using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Which posts graduates are sent to.</summary>
public enum Assignment
{
    /// <summary>In proportion to the officers on strength.</summary>
    Even,

    /// <summary>To the posts with the most legal traffic first.</summary>
    BusiestFirst,

    /// <summary>To the posts that seized the most kilograms first.</summary>
    LargestSeizuresFirst,

    /// <summary>To the posts that are named, in proportion to their officers.</summary>
    Named,
}

/// <summary>A centre that trains officers and sends them to posts.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="SeatsPerYear">Persons a year, ≥ 0.</param>
/// <param name="CourseDays">Length of a course, days, ≥ 1; courses follow each other.</param>
/// <param name="PassRate">Share of trainees who graduate, 0 … 1.</param>
/// <param name="CounterNarcoticsShare">Share of the curriculum on counter-narcotics, 0 … 1; the rest is counter-terrorism and raises no post's skill.</param>
/// <param name="Agencies">Ids of the agencies whose posts get graduates, each <c>true</c>; an agency without posts gets skill that no post uses.</param>
/// <param name="Assignment">Which of their posts come first.</param>
/// <param name="Posts">Ids of the posts for <see cref="Assignment.Named"/>, each <c>true</c>; else empty.</param>
public sealed record TrainingCentre(
    bool Enabled,
    Programme Programme,
    double SeatsPerYear,
    double CourseDays,
    double PassRate,
    double CounterNarcoticsShare,
    IReadOnlyDictionary<string, bool> Agencies,
    Assignment Assignment,
    IReadOnlyDictionary<string, bool> Posts) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world)
    {
        foreach (var unknown in Agencies.Keys.Where(id => world.Agencies.All(a => a.Id != id)).Order(StringComparer.Ordinal))
            yield return Known.Unknown($"agencies/{unknown}", unknown, "agency", world.Agencies.Select(a => a.Id));
        foreach (var unknown in Posts.Keys.Where(id => world.Posts.All(p => p.Id != id)).Order(StringComparer.Ordinal))
            yield return Known.Unknown($"posts/{unknown}", unknown, "post", world.Posts.Select(p => p.Id));
        if (!Agencies.Values.Contains(true))
            yield return "agencies: none is true; a centre serves at least one agency";
        if (Assignment == Assignment.Named && !Posts.Values.Contains(true))
            yield return "posts: none is true; assignment 'named' needs the posts";
        if (Assignment != Assignment.Named && Posts.Count > 0)
            yield return "posts: is not empty; only assignment 'named' looks at it";
        foreach (var foreign in Posts.Where(p => p.Value && world.Posts.Any(q => q.Id == p.Key && !Agencies.GetValueOrDefault(q.Agency))).Select(p => p.Key).Order(StringComparer.Ordinal))
            yield return $"posts/{foreign}: belongs to an agency that the centre does not serve";
        if (SeatsPerYear is not (>= 0 and <= 1e6))
            yield return $"seatsPerYear: is {SeatsPerYear}; a centre has 0 … 1e6 seats a year";
        if (CourseDays is not (>= 1 and <= 3653))
            yield return $"courseDays: is {CourseDays}; a course lasts 1 … 3653 days";
        if (PassRate is not (>= 0 and <= 1))
            yield return $"passRate: is {PassRate}; a share lies in 0 … 1";
        if (CounterNarcoticsShare is not (>= 0 and <= 1))
            yield return $"counterNarcoticsShare: is {CounterNarcoticsShare}; a share lies in 0 … 1";
    }

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan) => plan.OpenCentre(id, this);
}
