using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Metrics;

/// <summary>What countries publish of their heroin seizures: a share of each day's grams, rounded down, so many days late.</summary>
internal sealed class Reporting : IState
{
    private readonly Ledger ledger;
    private readonly int[][] cellsOfCountry;
    private readonly double[] share;
    private readonly long[][] waiting;
    private readonly long[] seizedBefore;
    private int day;

    public Reporting(Stage stage, Ledger ledger)
    {
        this.ledger = ledger;
        var heroin = Array.IndexOf(stage.Commodities, "heroin");
        var countries = Enumerable.Range(0, stage.Network.Countries.Length).ToArray();
        cellsOfCountry = [.. countries.Select(c => Enumerable.Range(0, heroin < 0 ? 0 : stage.Posts.Length).Where(p => stage.PostCountry[p] == c).Select(p => p * stage.Commodities.Length + heroin).ToArray())];
        var rules = countries.Select(c => stage.Scenario.Reporting.GetValueOrDefault(stage.Network.Countries[c]) ?? new ReportingParameters(1, 0)).ToArray();
        share = [.. rules.Select(r => r.Share)];
        waiting = [.. rules.Select(r => new long[r.DelayDays + 1])];
        seizedBefore = new long[countries.Length];
    }

    /// <summary>A day ends: today's seizures are noted, those of <c>delayDays</c> ago are published.</summary>
    public void PassDay()
    {
        for (var c = 0; c < waiting.Length; c++)
        {
            long seized = 0;
            foreach (var cell in cellsOfCountry[c])
                seized += ledger.SeizedGrams[cell];
            var ring = waiting[c];
            ring[day % ring.Length] = seized - seizedBefore[c];
            seizedBefore[c] = seized;
            // The oldest entry stands where tomorrow's will: that of delayDays ago, 0 before the first day.
            ledger.ReportedGrams[c] += (long)(share[c] * ring[(day + 1) % ring.Length]);
        }

        day++;
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(ref day);
        archive.Exchange(seizedBefore);
        foreach (var ring in waiting)
            archive.Exchange(ring);
    }
}
