using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>A scenario with measures and the same one without: what their runs can be compared by.</summary>
/// <remarks>Immutable; thread-safe.</remarks>
public sealed class Comparison
{
    /// <summary>Prepares the comparison.</summary>
    /// <param name="scenario">The scenario with its measures.</param>
    /// <param name="with">What its runs tell.</param>
    /// <param name="without">What runs of <see cref="Untreated"/> tell.</param>
    public Comparison(Scenario scenario, RunLayout with, RunLayout without)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(without);
        if (!with.Links.SequenceEqual(without.Links) || !with.Months.SequenceEqual(without.Months))
            throw new ArgumentException("the runs have other links or another span; expected the same world and dates", nameof(without));
        (Scenario, With, Without) = (scenario, with, without);
        Entries = [.. EntriesOf(scenario.World, with)];
        Treated = Touched.Crossings(scenario);
    }

    /// <summary>The scenario with its measures.</summary>
    public Scenario Scenario { get; }

    /// <summary>What a run with the measures tells.</summary>
    public RunLayout With { get; }

    /// <summary>What a run without them tells.</summary>
    public RunLayout Without { get; }

    /// <summary>Ways from Afghanistan into the five states, in the order of crossing and country.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Crossings among <see cref="Entries"/> whose links or posts the measures change or build.</summary>
    public IReadOnlySet<string> Treated { get; }

    /// <summary>The scenario with no measure taken.</summary>
    public static Scenario Untreated(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario with { Measures = new Dictionary<string, Measures.IMeasure>() };
    }

    private static IEnumerable<Entry> EntriesOf(World world, RunLayout layout)
    {
        var country = world.Places.ToDictionary(p => p.Id, p => p.Country, StringComparer.Ordinal);
        return Enumerable.Range(0, layout.Links.Count).Where(d => Region.IsEntry(country[layout.Links[d].From], country[layout.Links[d].To]))
            .GroupBy(d => (Crossing: Region.CrossingOf(layout.Links[d].Link), Country: country[layout.Links[d].To]))
            .OrderBy(way => way.Key.Crossing, StringComparer.Ordinal).ThenBy(way => way.Key.Country, StringComparer.Ordinal)
            .Select(way => new Entry(way.Key.Crossing, way.Key.Country, [.. way]));
    }
}

/// <summary>A way from Afghanistan into the five states.</summary>
/// <param name="Crossing">Id of the crossing; of the link where it touches none.</param>
/// <param name="Country">State that it leads into.</param>
/// <param name="Links">Its directed links, by their index in the layout.</param>
public sealed record Entry(string Crossing, string Country, IReadOnlyList<int> Links);
