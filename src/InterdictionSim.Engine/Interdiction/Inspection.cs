namespace InterdictionSim.Engine.Interdiction;

/// <summary>How a post that stops vehicles finds loads.</summary>
internal static class Inspection
{
    /// <summary>Probability that a load is searched: λK/(L + a), at most 1.</summary>
    /// <param name="searches">Thorough searches K in the period.</param>
    /// <param name="lift">Selection of loads above chance λ.</param>
    /// <param name="legal">Legal vehicles L in the period.</param>
    /// <param name="others">Other loads a in the period. A load does not hide itself: if it did, odds would depend on the length of a tick.</param>
    public static double Selected(double searches, double lift, double legal, double others) =>
        searches <= 0 ? 0.0 : Math.Min(1.0, lift * searches / (legal + others));

    /// <summary>How well equipment and skill do together: α_e e + α_s s + α_es e s, in 0 … 1.</summary>
    public static double Ability(double equipment, double skill, InspectionParameters inspection) =>
        Math.Clamp(inspection.AlphaEquipment * equipment + inspection.AlphaSkill * skill + inspection.AlphaBoth * equipment * skill, 0.0, 1.0);

    /// <summary>Most searches a day that the lanes leave time for.</summary>
    public static double MostSearches(double laneHoursPerSearch, double lanes) => laneHoursPerSearch > 0 ? 24.0 * lanes / laneHoursPerSearch : double.PositiveInfinity;

    /// <summary>Mean wait of a vehicle at a post, hours, by M/D/1: ρ/(2μ(1 − ρ)).</summary>
    /// <remarks>
    /// Past the longest queue a post waves vehicles through, so that the wait stays there. That costs no search: a vehicle is still one of L among which
    /// K are searched.
    /// </remarks>
    /// <param name="vehicles">Vehicles a day.</param>
    /// <param name="capacity">Vehicles processed a day when nobody is searched.</param>
    /// <param name="searches">Searches a day.</param>
    /// <param name="laneHoursPerSearch">Lane-hours that a search blocks.</param>
    /// <param name="lanes">Lanes.</param>
    /// <param name="maxQueueHours">Longest queue.</param>
    public static double QueueHours(double vehicles, double capacity, double searches, double laneHoursPerSearch, double lanes, double maxQueueHours)
    {
        var served = capacity * Math.Max(0.0, 1.0 - searches * laneHoursPerSearch / (24.0 * lanes));
        var load = vehicles / served;
        return load < 1 ? Math.Min(maxQueueHours, 24.0 * load / (2 * served * (1.0 - load))) : maxQueueHours;
    }
}
