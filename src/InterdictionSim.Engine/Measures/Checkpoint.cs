using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>A new post that stops and searches vehicles at a place.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Place">Id of the place where it stands.</param>
/// <param name="Reach">Border traffic at that place, or all arrivals there.</param>
/// <param name="Agency">Id of the agency that staffs it and owns what it seizes.</param>
/// <param name="Officers">Establishment, persons, ≥ 1.</param>
/// <param name="LegalTrafficPerDay">Legal vehicles a day among which loads hide, > 0.</param>
/// <param name="ProcessingCapacityPerDay">Vehicles processed a day, > 0.</param>
/// <param name="Lanes">Lanes, ≥ 1.</param>
/// <param name="Effort">Searches against the usual ones of such a post of the country, ≥ 0.</param>
/// <param name="Equipment">Equipment, 0 … 1; the country's level counts if it is higher.</param>
public sealed record Checkpoint(
    bool Enabled,
    Programme Programme,
    string Place,
    PostReach Reach,
    string Agency,
    double Officers,
    double LegalTrafficPerDay,
    double ProcessingCapacityPerDay,
    int Lanes,
    double Effort,
    double Equipment) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<Post> NewPosts(string id, World world) =>
        [new Post(id, PostKind.Checkpoint, Reach, Place, Agency, Officers, LegalTrafficPerDay, ProcessingCapacityPerDay, Lanes, Effort, SectorKm: 0)];

    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world)
    {
        if (world.Places.All(p => p.Id != Place))
            yield return Known.Unknown("place", Place, "place", world.Places.Select(p => p.Id));
        else if (Reach == PostReach.Border && !MeetsBorder(world))
            yield return $"reach: is border and no border link ends at {Place}; expected interior";
        if (world.Agencies.All(a => a.Id != Agency))
            yield return Known.Unknown("agency", Agency, "agency", world.Agencies.Select(a => a.Id));
        if (Officers is not (>= 1 and < double.PositiveInfinity))
            yield return $"officers: is {Officers}; a post has 1 officer or more";
        if (LegalTrafficPerDay is not (> 0 and < double.PositiveInfinity))
            yield return $"legalTrafficPerDay: is {LegalTrafficPerDay}; loads hide among more than 0 vehicles a day";
        if (ProcessingCapacityPerDay is not (> 0 and < double.PositiveInfinity))
            yield return $"processingCapacityPerDay: is {ProcessingCapacityPerDay}; a post processes more than 0 vehicles a day";
        if (Lanes < 1)
            yield return $"lanes: is {Lanes}; a post has 1 lane or more";
        if (Effort is not (>= 0 and < double.PositiveInfinity))
            yield return $"effort: is {Effort}; effort is 0 or more, 1 is usual";
        if (Equipment is not (>= 0 and <= 1))
            yield return $"equipment: is {Equipment}; equipment lies in 0 … 1";
    }

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        var post = plan[id];
        post.Open = true;
        post.Equipment = Math.Max(post.Equipment, Equipment);
    }

    private bool MeetsBorder(World world)
    {
        var countries = world.Places.GroupBy(p => p.Id).ToDictionary(p => p.Key, p => p.First().Country, StringComparer.Ordinal);
        return world.Links.Any(l => (l.From == Place || l.To == Place) && countries.GetValueOrDefault(l.From) != countries.GetValueOrDefault(l.To));
    }
}
