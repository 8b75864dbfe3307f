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

    /// <summary>Queue at a post and the share of vehicles that it waves through.</summary>
    /// <param name="vehicles">Vehicles a day.</param>
    /// <param name="capacity">Vehicles processed a day when nobody is searched.</param>
    /// <param name="searches">Searches a day.</param>
    /// <param name="laneHoursPerSearch">Lane-hours that a search blocks.</param>
    /// <param name="lanes">Lanes.</param>
    /// <param name="maxQueueHours">Queue past which vehicles are waved through.</param>
    /// <returns>Mean wait in hours (M/D/1: ρ/(2μ(1 − ρ))), and the share waved through unsearched.</returns>
    public static (double QueueHours, double WavedThrough) Queue(
        double vehicles, double capacity, double searches, double laneHoursPerSearch, int lanes, double maxQueueHours)
    {
        var served = capacity * Math.Max(0.0, 1.0 - searches * laneHoursPerSearch / (24.0 * lanes));
        if (served <= 0)
            return (maxQueueHours, vehicles > 0 ? 1.0 : 0.0);
        // The load at which the mean wait reaches the longest one bearable.
        var bearable = 2 * served * maxQueueHours / 24.0;
        var heaviest = bearable / (1.0 + bearable);
        var load = vehicles / served;
        if (load > heaviest)
            return (maxQueueHours, 1.0 - heaviest / load);
        return (24.0 * load / (2 * served * (1.0 - load)), 0.0);
    }
}
