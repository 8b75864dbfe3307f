using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>A centre that trains officers and sends them to posts.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="SeatsPerYear">Persons a year, ≥ 0.</param>
/// <param name="CourseDays">Length of a course, days, ≥ 1; courses follow each other.</param>
/// <param name="PassRate">Share of trainees who graduate, 0 … 1.</param>
/// <param name="CounterNarcoticsShare">Share of the curriculum on counter-narcotics, 0 … 1; the rest is counter-terrorism, which raises no post's skill and adds to the removal of militants.</param>
/// <param name="Agencies">Ids of the agencies that send trainees, each <c>true</c>; an agency without posts gets skill that no post uses.</param>
/// <param name="Assignment">Which of their posts come first.</param>
/// <param name="Posts">Ids of the posts for assignment <c>named</c>, each <c>true</c>; else empty.</param>
/// <param name="RefresherSeatsPerYear">Persons a year who come back for a refresher, ≥ 0.</param>
public sealed record TrainingCentre(
    bool Enabled,
    Programme Programme,
    double SeatsPerYear,
    double CourseDays,
    double PassRate,
    double CounterNarcoticsShare,
    IReadOnlyDictionary<string, bool> Agencies,
    Assignment Assignment,
    IReadOnlyDictionary<string, bool> Posts,
    double RefresherSeatsPerYear = 0) : IMeasure, ITraining
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) => TrainingChecks.Problems(this, world);

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan) => plan.Teach(id, this);
}
