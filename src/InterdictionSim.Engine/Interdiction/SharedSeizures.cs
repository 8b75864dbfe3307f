using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>What each post seized on the last days, and who is told of it: the own country at once, partners after their delay, others never.</summary>
internal sealed class SharedSeizures : IState
{
    private readonly Stage stage;
    private readonly InterdictionPlan plan;
    private readonly Ledger ledger;
    private readonly double[] kgPerGram;
    private readonly double[] kgBefore;
    private readonly double[] kgOnDay;
    private readonly int days;
    private readonly int[] daysShared;
    private readonly int[] delayDays;
    private int today = -1;

    public SharedSeizures(Stage stage, InterdictionPlan plan, Ledger ledger)
    {
        this.stage = stage;
        this.plan = plan;
        this.ledger = ledger;
        var commodities = stage.Commodities.Length;
        // Kilograms of heroin, and of other commodities what is worth as much there.
        kgPerGram = [.. Enumerable.Range(0, stage.Posts.Length * commodities).Select(cell => 1e-3 * stage.ValueRatio(cell % commodities, stage.PostPlace[cell / commodities]))];
        days = 1 + stage.Measures.Select(m => m.Measure).OfType<IntelligenceSharing>().Select(Delay).DefaultIfEmpty(0).Max();
        kgBefore = new double[stage.Posts.Length];
        kgOnDay = new double[days * stage.Posts.Length];
        daysShared = new int[stage.Measures.Length];
        Array.Fill(daysShared, -1);
        delayDays = new int[stage.Network.Countries.Length * stage.Network.Countries.Length];
    }

    /// <summary>A day begins: what was seized yesterday is known where it was seized.</summary>
    public void PassDay()
    {
        today = (today + 1) % days;
        for (var p = 0; p < kgBefore.Length; p++)
        {
            var kg = SeizedKg(p);
            kgOnDay[today * kgBefore.Length + p] = kg - kgBefore[p];
            kgBefore[p] = kg;
        }

        Array.Fill(delayDays, -1);
        for (var c = 0; c < stage.Network.Countries.Length; c++)
            delayDays[c * stage.Network.Countries.Length + c] = 0;
        for (var m = 0; m < daysShared.Length; m++)
        {
            if (stage.Measures[m].Measure is IntelligenceSharing sharing)
                Share(m, sharing);
        }
    }

    /// <summary>Kilograms seized by a post of which a country hears today; each day's once.</summary>
    public double HeardKg(int country, int post)
    {
        var delay = delayDays[country * stage.Network.Countries.Length + stage.PostCountry[post]];
        return delay < 0 ? 0.0 : kgOnDay[(today - delay + days) % days * kgBefore.Length + post];
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(ref today);
        archive.Exchange(kgBefore);
        archive.Exchange(kgOnDay);
        archive.Exchange(daysShared);
        archive.Exchange(delayDays);
    }

    // Partners tell what they seize from the day on which they begin to share; of several agreements the quickest that tells anything counts.
    private void Share(int measure, IntelligenceSharing sharing)
    {
        if (!IsRunning(stage.Measures[measure].Id))
        {
            daysShared[measure] = -1;
            return;
        }

        daysShared[measure]++;
        var delay = Delay(sharing);
        if (daysShared[measure] <= delay)
            return;
        var countries = stage.Network.Countries;
        for (var a = 0; a < countries.Length; a++)
        {
            for (var b = 0; b < countries.Length; b++)
            {
                ref var known = ref delayDays[a * countries.Length + b];
                if (a != b && (known < 0 || known > delay) && sharing.Partners.GetValueOrDefault(countries[a]) && sharing.Partners.GetValueOrDefault(countries[b]))
                    known = delay;
            }
        }
    }

    private bool IsRunning(string id)
    {
        for (var s = 0; s < plan.Sharings.Count; s++)
        {
            if (plan.Sharings[s].Id == id)
                return true;
        }

        return false;
    }

    private double SeizedKg(int post)
    {
        var commodities = stage.Commodities.Length;
        var kg = 0.0;
        for (var cell = post * commodities; cell < (post + 1) * commodities; cell++)
            kg += ledger.SeizedGrams[cell] * kgPerGram[cell];
        return kg;
    }

    private static int Delay(IntelligenceSharing sharing) => (int)Math.Ceiling(sharing.DelayDays);
}
