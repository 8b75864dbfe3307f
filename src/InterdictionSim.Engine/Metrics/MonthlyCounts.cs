using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Metrics;

/// <summary>Heroin by link, post and market in each month of the measured span: what was counted since the month before.</summary>
internal sealed class MonthlyCounts : IState
{
    private readonly Stage stage;
    private readonly Ledger ledger;
    private readonly int heroin;
    private readonly int[] markets;
    private readonly long[] linkBefore;
    private readonly long[] postBefore;
    private readonly long[] marketBefore;
    private int month;

    public MonthlyCounts(Stage stage, Ledger ledger)
    {
        this.stage = stage;
        this.ledger = ledger;
        heroin = Array.IndexOf(stage.Commodities, "heroin");
        markets = [.. Enumerable.Range(0, stage.Markets.Length).Where(m => stage.Markets[m].Commodity == heroin)];
        Months = [.. MonthsOf(stage.Scenario.Run)];
        Markets = [.. markets.Select(m => stage.Markets[m].Market)];
        linkBefore = new long[stage.Network.DirectedLinks];
        postBefore = new long[stage.Posts.Length];
        marketBefore = new long[markets.Length];
        Kg = new MonthlyKg(new float[Months.Count * linkBefore.Length], new float[Months.Count * postBefore.Length], new float[Months.Count * markets.Length]);
    }

    /// <summary>First measured day of each month.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    /// <summary>Markets of heroin.</summary>
    public IReadOnlyList<Market> Markets { get; }

    /// <summary>What was counted.</summary>
    public MonthlyKg Kg { get; }

    /// <summary>Takes in a day that has ended: the last before the measured span, of a month or of the run.</summary>
    public void PassDay(DateOnly day)
    {
        var run = stage.Scenario.Run;
        var tomorrow = day.AddDays(1);
        if (tomorrow < run.StartDate || (tomorrow.Day != 1 && tomorrow != run.StartDate && day != run.EndDate))
            return;
        var isMeasured = tomorrow > run.StartDate;
        for (var d = 0; heroin >= 0 && d < linkBefore.Length; d++)
            Note(Kg.Link, linkBefore, d, ledger.LinkGrams[heroin * linkBefore.Length + d], isMeasured);
        for (var p = 0; heroin >= 0 && p < postBefore.Length; p++)
            Note(Kg.Post, postBefore, p, ledger.SeizedGrams[p * stage.Commodities.Length + heroin], isMeasured);
        for (var m = 0; m < marketBefore.Length; m++)
            Note(Kg.Market, marketBefore, m, ledger.DeliveredGrams[markets[m]], isMeasured);
        month += isMeasured ? 1 : 0;
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(ref month);
        archive.Exchange(linkBefore);
        archive.Exchange(postBefore);
        archive.Exchange(marketBefore);
        archive.Exchange(Kg.Link);
        archive.Exchange(Kg.Post);
        archive.Exchange(Kg.Market);
    }

    private void Note(float[] kg, long[] before, int cell, long now, bool isMeasured)
    {
        if (isMeasured)
            kg[month * before.Length + cell] = (now - before[cell]) / 1000f;
        before[cell] = now;
    }

    private static IEnumerable<DateOnly> MonthsOf(RunSettings run)
    {
        for (var first = run.StartDate; first <= run.EndDate; first = new DateOnly(first.Year, first.Month, 1).AddMonths(1))
            yield return first;
    }
}
