using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Measures;

/// <summary>Machines that clear mined land, sector after sector: loads pass more easily, and so do patrols.</summary>
/// <param name="Enabled">Whether the measure is taken.</param>
/// <param name="Programme">Who pays, when and how much.</param>
/// <param name="Machines">Machines at work, ≥ 0.</param>
/// <param name="SquareMetresPerDay">Land that a machine clears on a working day, m², follow-up by hand included.</param>
/// <param name="WorkingDaysPerYear">Working days a year, 0 … 366.</param>
/// <param name="Sectors">What is cleared, by the id of the link over the border.</param>
public sealed record Demining(
    bool Enabled,
    Programme Programme,
    double Machines,
    double SquareMetresPerDay,
    double WorkingDaysPerYear,
    IReadOnlyDictionary<string, MinedSector> Sectors) : IMeasure
{
    /// <inheritdoc/>
    public IEnumerable<string> Problems(World world) =>
    [
        .. Expect.NotNegative("machines", Machines),
        .. Expect.NotNegative("squareMetresPerDay", SquareMetresPerDay),
        .. Expect.Within("workingDaysPerYear", WorkingDaysPerYear, 0, 366),
        .. Expect.Ids("sectors", Sectors.ToDictionary(s => s.Key, _ => true), "link", world.Links.Select(l => l.Id)),
        .. Sectors.OrderBy(s => s.Key, StringComparer.Ordinal).SelectMany(s => Expect.Within($"sectors/{s.Key}/minedKm2", s.Value.MinedKm2, 1e-6, 10_000)),
    ];

    /// <inheritdoc/>
    public void Apply(string id, InterdictionPlan plan)
    {
        var left = Machines * SquareMetresPerDay * 1e-6 * WorkingDaysPerYear / 365.25 * plan.DaysRunning;
        foreach (var (link, sector) in plan.Remember(Sectors, static sectors => sectors.OrderBy(s => s.Value.Order).ThenBy(s => s.Key, StringComparer.Ordinal).ToArray()))
        {
            var cleared = Math.Min(left, sector.MinedKm2);
            plan.Link(link).MinedFraction *= 1 - cleared / sector.MinedKm2;
            plan.ClearedKm2 += cleared;
            left -= cleared;
        }
    }

    /// <inheritdoc/>
    public bool Lasts => true;

    /// <inheritdoc/>
    public bool ChangesAfter(int daysRunning) => daysRunning % 30 == 0;
}

/// <summary>A mined stretch of border.</summary>
/// <param name="Order">Which comes first: sectors are cleared from the least number up.</param>
/// <param name="MinedKm2">Mined land, km², > 0; the mined share of the front falls with it.</param>
public sealed record MinedSector(int Order, double MinedKm2);
