using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Measures;

/// <summary>Measures from plan to end: which run today, what they cost, and what the plan looks like under them.</summary>
internal sealed class Programmes(Stage stage, Ledger ledger, InterdictionPlan plan) : IState
{
    private readonly bool[] running = new bool[stage.Measures.Length];
    private readonly int[] daysRunning = new int[stage.Measures.Length];

    /// <summary>Whether a measure, by its number among those taken, runs today.</summary>
    public bool IsRunning(int measure) => running[measure];

    /// <summary>Takes what runs on the first simulated day as having begun, and been paid for, before it.</summary>
    public void Begin(DateOnly day)
    {
        for (var m = 0; m < running.Length; m++)
        {
            var programme = stage.Measures[m].Measure.Programme;
            running[m] = programme.IsRunning(day);
            daysRunning[m] = day.DayNumber - programme.Runs.DayNumber - 1;
        }

        Apply(day);
    }

    /// <summary>A day begins: measures start, end and are paid. Returns whether the plan must be made anew.</summary>
    public bool PassDay(DateOnly day)
    {
        var changes = false;
        for (var m = 0; m < running.Length; m++)
        {
            var (_, measure) = stage.Measures[m];
            var programme = measure.Programme;
            var runs = programme.IsRunning(day);
            daysRunning[m] = runs && running[m] ? daysRunning[m] + 1 : 0;
            changes |= runs != running[m] || (runs && daysRunning[m] > 0 && measure.ChangesAfter(daysRunning[m]));
            running[m] = runs;
            Pay(m, (day == programme.Start ? programme.CapitalUsd : 0) + (runs ? programme.RunningUsdPerYear / 365.25 : 0));
        }

        return changes;
    }

    /// <summary>Makes the plan anew: the world's levels, then each running measure in the ordinal order of the ids.</summary>
    public void Apply(DateOnly day)
    {
        plan.Reset(day);
        for (var m = 0; m < running.Length; m++)
        {
            if (running[m])
                plan.Apply(m, daysRunning[m]);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(running);
        archive.Exchange(daysRunning);
        archive.Exchange(plan);
    }

    private void Pay(int measure, double usd)
    {
        if (usd == 0)
            return;
        var cents = (long)Math.Round(usd * 100, MidpointRounding.ToEven);
        ledger.SpendingCents[measure] += cents;
        ledger.Money.Transfer(Account.Sponsors, Account.Programmes, cents);
    }
}
