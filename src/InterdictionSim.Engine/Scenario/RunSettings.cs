namespace InterdictionSim.Engine;

/// <summary>Dates, tick and scale of a run.</summary>
/// <param name="TickHours">Hours a tick lasts: 1 … 24, and divides 24.</param>
/// <param name="StartDate">First day that is measured.</param>
/// <param name="EndDate">Last day that is measured.</param>
/// <param name="WarmUpDays">Days simulated before <paramref name="StartDate"/> and not measured, ≥ 0.</param>
/// <param name="PopulationScale">Multiplies traffickers, supply, demand, legal traffic and capacity alike, > 0; consignment sizes stay.</param>
public sealed record RunSettings(int TickHours, DateOnly StartDate, DateOnly EndDate, int WarmUpDays, double PopulationScale)
{
    /// <summary>Ticks in a day.</summary>
    public int TicksPerDay => 24 / TickHours;

    /// <summary>Length of a tick, days.</summary>
    public double TickDays => TickHours / 24.0;

    /// <summary>First day that is simulated.</summary>
    public DateOnly FirstDay => StartDate.AddDays(-WarmUpDays);

    /// <summary>Days simulated, warm-up included.</summary>
    public int Days => EndDate.DayNumber - FirstDay.DayNumber + 1;
}
