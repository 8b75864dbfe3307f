namespace InterdictionSim.Engine.Randomness;

/// <summary>What a draw is for: the last word of its counter, so that no two decisions share one.</summary>
internal enum Purpose : byte
{
    /// <summary>Arrival at a place. Words: interception, bribe, route, wait.</summary>
    Arrival = 1,

    /// <summary>Departure with a consignment. Words: market, size, concealment, home.</summary>
    Departure = 2,

    /// <summary>Patience of an idle trafficker. Word: hazard at which it leaves.</summary>
    Idle = 3,

    /// <summary>Incidents of a militant group. Words: number in a day; then for each incident place, post, duration.</summary>
    Militants = 4,

    /// <summary>Noise of a relation. Word: standard normal.</summary>
    Relations = 5,

    /// <summary>Reallocation of mobile teams. Counter: team, hash of the measure's id, day number; word: where it goes.</summary>
    Teams = 6,

    /// <summary>Outbreaks of unrest. Word: number in a day.</summary>
    Unrest = 7,
}
