namespace InterdictionSim.Engine.Network;

/// <summary>What measures may change at a link.</summary>
public sealed class LinkLevel
{
    /// <summary>Whether it may be used at all; its season and its dates count besides.</summary>
    public bool Open { get; set; }

    /// <summary>Days under way, stops not counted.</summary>
    public double TravelDays { get; set; }

    /// <summary>Wait at the border, days.</summary>
    public double BorderDwellDays { get; set; }

    /// <summary>Share of the front that is mined, 0 … 1.</summary>
    public double MinedFraction { get; set; }

    /// <summary>Cost added to a passage, USD per kg of heroin; negative where it is cheaper.</summary>
    public double AddedUsdPerKg { get; set; }
}
