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

    /// <summary>Reallocation of mobile teams. Counter: team, hash of the measure's id, day number; word: where it goes.</summary>
    Teams = 6,
}
