using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Security;

/// <summary>Unrest: outbreaks cost their host country stability, and what was lost comes back with a half-life, also after the unrest has ended.</summary>
/// <remarks>Losses are kept by the number of the measure among those taken, so they outlive a plan that is made anew.</remarks>
internal sealed class Outbreaks : IState
{
    private const double DayYears = 1 / 365.25;
    private readonly Stage stage;
    private readonly ulong key;
    private readonly int[] measures;
    private readonly uint[] hash;
    private readonly int[] host;
    private readonly double[] fade;
    private readonly double[] lost;
    private readonly bool[] begun;

    /// <exception cref="ScenarioException">Two measures would share their draws.</exception>
    public Outbreaks(Stage stage, ulong key)
    {
        this.stage = stage;
        this.key = key;
        measures = [.. Enumerable.Range(0, stage.Measures.Length).Where(m => stage.Measures[m].Measure is Unrest)];
        hash = Hashes.Of("measures", [.. measures.Select(m => stage.Measures[m].Id)]);
        host = [.. measures.Select(m => Array.IndexOf(stage.Network.Countries, Spec(m).Programme.Host))];
        fade = [.. measures.Select(m => Portable.Exp2(-1.0 / Spec(m).HalfLifeDays))];
        lost = new double[measures.Length];
        begun = new bool[measures.Length];
        StabilityLost = new double[stage.Network.Countries.Length];
    }

    /// <summary>Stability that unrest has cost and that has not come back, 0 … 1, by country.</summary>
    public double[] StabilityLost { get; }

    /// <summary>A day's outbreaks.</summary>
    public void PassDay(DateOnly day, Programmes programmes, double militantsUsdPerYear)
    {
        if (measures.Length == 0)
            return;
        Array.Clear(StabilityLost);
        for (var u = 0; u < measures.Length; u++)
        {
            lost[u] *= fade[u];
            if (programmes.IsRunning(measures[u]))
                lost[u] = Math.Min(1.0, lost[u] + Spec(measures[u]).StabilityLoss * Number(u, day, programmes.DaysRun(measures[u]), militantsUsdPerYear));
            StabilityLost[host[u]] = Math.Min(1.0, StabilityLost[host[u]] + lost[u]);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(lost);
        archive.Exchange(begun);
        archive.Exchange(StabilityLost);
    }

    // Outbreaks of the day. The first comes when the measure begins to run; of one that began before the first simulated day, what is left of it.
    private double Number(int u, DateOnly day, int daysRun, double militantsUsdPerYear)
    {
        if (!begun[u])
        {
            begun[u] = true;
            return Portable.Exp2(-(daysRun - 1) / Spec(measures[u]).HalfLifeDays);
        }

        var perYear = Spec(measures[u]).OutbreaksPerYear + Spec(measures[u]).OutbreaksPerYearPerMillionUsd * Math.Max(0.0, militantsUsdPerYear) / 1e6;
        return perYear > 0 ? Sampler.Poisson(Philox.Draw(key, 0, hash[u], (uint)day.DayNumber, (uint)Purpose.Unrest << 24).W0, perYear * DayYears) : 0;
    }

    private Unrest Spec(int measure) => (Unrest)stage.Measures[measure].Measure;
}
