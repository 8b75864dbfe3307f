namespace InterdictionSim.Engine.Tracing;

/// <summary>What happens to a trafficker, in the order in which it can happen.</summary>
public enum TraceKind
{
    /// <summary>A recruit takes the place of one who was arrested.</summary>
    Replaced,

    /// <summary>Takes a link, from home or on the way.</summary>
    Departs,

    /// <summary>Comes to the end of a link.</summary>
    Arrives,

    /// <summary>Meets a post that does not find the load.</summary>
    Passes,

    /// <summary>Is found and let go for a bribe.</summary>
    Bribes,

    /// <summary>Is found and loses the load.</summary>
    Seized,

    /// <summary>Finds no way on and looks again after a day.</summary>
    Waits,

    /// <summary>Sells the load.</summary>
    Delivers,

    /// <summary>Goes to prison; a recruit takes the place later.</summary>
    Arrested,
}

/// <summary>One event of a trace; what does not apply to it is empty or NaN.</summary>
/// <param name="Tick">Tick, from 0.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Slot">Slot within it.</param>
/// <param name="Trip">Trip of the slot, from 0.</param>
/// <param name="Hop">Links travelled on this trip.</param>
public sealed record TraceEvent(int Tick, TraceKind Kind, string Organisation, uint Slot, int Trip, int Hop)
{
    /// <summary>Id of the place where it happens.</summary>
    public string Place { get; init; } = "";

    /// <summary>Id of the link that is taken, or that ends here.</summary>
    public string Link { get; init; } = "";

    /// <summary>Id of the post.</summary>
    public string Post { get; init; } = "";

    /// <summary>Commodity.</summary>
    public string Commodity { get; init; } = "";

    /// <summary>Haul and concealment: with the commodity, what a post tells loads apart by.</summary>
    public string LoadClass { get; init; } = "";

    /// <summary>Grams carried; 0 without a load.</summary>
    public int Grams { get; init; }

    /// <summary>Probability that the post, together with those of its site, selects a load in this tick.</summary>
    public double Selected { get; init; } = double.NaN;

    /// <summary>Probability that they find a load of this class that they have selected, arranged passage and direction counted.</summary>
    public double Found { get; init; } = double.NaN;

    /// <summary>The draw that decides, 0 … 1: interception at a post, the link at a departure.</summary>
    public double Draw { get; init; } = double.NaN;

    /// <summary>The site finds, or the link is taken, by draws from here on …</summary>
    public double From { get; init; } = double.NaN;

    /// <summary>… and below this.</summary>
    public double To { get; init; } = double.NaN;

    /// <summary>The draw that decides on the bribe, 0 … 1.</summary>
    public double BribeDraw { get; init; } = double.NaN;

    /// <summary>Draws below this refuse it.</summary>
    public double Refuses { get; init; } = double.NaN;

    /// <summary>Bribe paid, USD.</summary>
    public double BribeUsd { get; init; } = double.NaN;

    /// <summary>Price paid at the market, USD per kg.</summary>
    public double UsdPerKg { get; init; } = double.NaN;
}
