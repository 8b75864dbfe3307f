using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Measures;

/// <summary>Spends what measures cost: capital on the day they are begun, running cost evenly while they run.</summary>
internal sealed class Programmes(Stage stage, Ledger ledger)
{
    private readonly IMeasure[] measures = [.. stage.Scenario.Measures.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Value)];

    /// <summary>Whether the set of running measures differs between two days.</summary>
    public bool Changes(DateOnly yesterday, DateOnly today)
    {
        foreach (var measure in measures)
        {
            if (measure.Enabled && measure.Programme.IsRunning(yesterday) != measure.Programme.IsRunning(today))
                return true;
        }

        return false;
    }

    /// <summary>A day's spending.</summary>
    public void PassDay(DateOnly day)
    {
        for (var m = 0; m < measures.Length; m++)
        {
            var programme = measures[m].Programme;
            if (!measures[m].Enabled)
                continue;
            var usd = day == programme.Start ? programme.CapitalUsd : 0;
            if (programme.IsRunning(day))
                usd += programme.RunningUsdPerYear / 365.25;
            if (usd == 0)
                continue;
            var cents = (long)Math.Round(usd * 100, MidpointRounding.ToEven);
            ledger.SpendingCents[m] += cents;
            ledger.Money.Transfer(Account.Sponsors, Account.Programmes, cents);
        }
    }
}
