using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Metrics;

/// <summary>Everything that is counted, since the first simulated day. Whole numbers, so that differences between two moments are exact.</summary>
internal sealed class Ledger : IState
{
    public Ledger(Stage stage)
    {
        var posts = stage.Posts.Length * stage.Commodities.Length;
        HarvestedGrams = new long[stage.Scenario.Supply.SourceShares.Count];
        DispatchedGrams = new long[stage.Bands.Length];
        Trips = new long[stage.Bands.Length];
        TripTicks = new long[stage.Bands.Length];
        TripsDone = new long[stage.Bands.Length];
        DeliveredGrams = new long[stage.Markets.Length];
        Deliveries = new long[stage.Markets.Length];
        RevenueCents = new long[stage.Markets.Length];
        Arrests = new long[stage.Network.Countries.Length];
        SpendingCents = new long[stage.Measures.Length];
        TeamMoves = new long[stage.Measures.Length];
        QueueLorryMinutes = new long[stage.Posts.Length];
        LinkGrams = new long[stage.Commodities.Length * stage.Network.DirectedLinks];
        SeizedGrams = new long[posts];
        ExpectedSeizedGrams = new ulong[posts];
        Seizures = new long[stage.Posts.Length];
        Incidents = new long[stage.Network.Countries.Length];
        FighterMicroDays = new long[stage.Militants.Length];
        StabilityMicroDays = new long[stage.Network.Countries.Length];
        RelationMicroDays = new long[stage.Relations.Length];
        RunningDays = new long[stage.Measures.Length];
        FirstRunDay = new int[stage.Measures.Length];
        SoldGrams = new long[stage.Bands.Length];
        LostGrams = new long[stage.Bands.Length];
        OfficerMilliDays = new long[stage.Posts.Length];
        TrainedMilliDays = new long[stage.Posts.Length];
        FreshMilliDays = new long[stage.Posts.Length];
        SupplyMilliTeu = new long[stage.SupplyRoutes.Length];
        ReportedGrams = new long[stage.Network.Countries.Length];
    }

    private Ledger(Ledger other)
    {
        HarvestedGrams = [.. other.HarvestedGrams];
        DispatchedGrams = [.. other.DispatchedGrams];
        Trips = [.. other.Trips];
        TripTicks = [.. other.TripTicks];
        TripsDone = [.. other.TripsDone];
        DeliveredGrams = [.. other.DeliveredGrams];
        Deliveries = [.. other.Deliveries];
        RevenueCents = [.. other.RevenueCents];
        Arrests = [.. other.Arrests];
        SpendingCents = [.. other.SpendingCents];
        TeamMoves = [.. other.TeamMoves];
        QueueLorryMinutes = [.. other.QueueLorryMinutes];
        LinkGrams = [.. other.LinkGrams];
        SeizedGrams = [.. other.SeizedGrams];
        ExpectedSeizedGrams = [.. other.ExpectedSeizedGrams];
        Seizures = [.. other.Seizures];
        Incidents = [.. other.Incidents];
        FighterMicroDays = [.. other.FighterMicroDays];
        StabilityMicroDays = [.. other.StabilityMicroDays];
        RelationMicroDays = [.. other.RelationMicroDays];
        RunningDays = [.. other.RunningDays];
        FirstRunDay = [.. other.FirstRunDay];
        CounterTerrorGraduates = other.CounterTerrorGraduates;
        SoldGrams = [.. other.SoldGrams];
        LostGrams = [.. other.LostGrams];
        OfficerMilliDays = [.. other.OfficerMilliDays];
        TrainedMilliDays = [.. other.TrainedMilliDays];
        FreshMilliDays = [.. other.FreshMilliDays];
        SupplyMilliTeu = [.. other.SupplyMilliTeu];
        ReportedGrams = [.. other.ReportedGrams];
        ClearedSquareMetres = other.ClearedSquareMetres;
        BribeCents = other.BribeCents;
        Graduates = other.Graduates;
        Money = other.Money.Copy();
    }

    /// <summary>Grams of opium harvested for the northern route, by source.</summary>
    public long[] HarvestedGrams { get; }

    /// <summary>Grams sent, by organisation.</summary>
    public long[] DispatchedGrams { get; }

    /// <summary>Trips begun, by organisation.</summary>
    public long[] Trips { get; }

    /// <summary>Ticks that finished deliveries took, by organisation.</summary>
    public long[] TripTicks { get; }

    /// <summary>Trips that ended in a delivery, by organisation.</summary>
    public long[] TripsDone { get; }

    /// <summary>Grams sold, by market.</summary>
    public long[] DeliveredGrams { get; }

    /// <summary>Sales, by market.</summary>
    public long[] Deliveries { get; }

    /// <summary>Cents paid, by market.</summary>
    public long[] RevenueCents { get; }

    /// <summary>Arrests, by country.</summary>
    public long[] Arrests { get; }

    /// <summary>Cents spent, by measure taken, in the ordinal order of the ids.</summary>
    public long[] SpendingCents { get; }

    /// <summary>Moves of mobile teams to another site, by measure taken, in the ordinal order of the ids.</summary>
    public long[] TeamMoves { get; }

    /// <summary>Minutes that legal vehicles waited, by post.</summary>
    public long[] QueueLorryMinutes { get; }

    /// <summary>Grams carried, by commodity and directed link.</summary>
    public long[] LinkGrams { get; }

    /// <summary>Grams seized, by post and commodity.</summary>
    public long[] SeizedGrams { get; }

    /// <summary>Expected grams seized in units of 2⁻²⁰ g, by post and commodity.</summary>
    public ulong[] ExpectedSeizedGrams { get; }

    /// <summary>Seizures, by post.</summary>
    public long[] Seizures { get; }

    /// <summary>Incidents made by militants, by country.</summary>
    public long[] Incidents { get; }

    /// <summary>Fighters summed over days, in millionths, by group.</summary>
    public long[] FighterMicroDays { get; }

    /// <summary>Stability summed over days, in millionths, by country.</summary>
    public long[] StabilityMicroDays { get; }

    /// <summary>Levels of relations summed over days, in millionths, in the order of the stage's relations.</summary>
    public long[] RelationMicroDays { get; }

    /// <summary>Days that each measure taken has run.</summary>
    public long[] RunningDays { get; }

    /// <summary>Number of the first day that each measure taken ran; 0 before it.</summary>
    public int[] FirstRunDay { get; }

    /// <summary>Grams sold, by organisation.</summary>
    public long[] SoldGrams { get; }

    /// <summary>Grams lost to posts, by organisation; collected with the links.</summary>
    public long[] LostGrams { get; }

    /// <summary>Days of officers on strength, in thousandths, by post.</summary>
    public long[] OfficerMilliDays { get; }

    /// <summary>Days of trained officers, in thousandths, by post.</summary>
    public long[] TrainedMilliDays { get; }

    /// <summary>Days of fresh-equivalent officers, in thousandths, by post.</summary>
    public long[] FreshMilliDays { get; }

    /// <summary>Supply of the foreign forces that arrived, thousandths of a container, by route.</summary>
    public long[] SupplyMilliTeu { get; }

    /// <summary>Grams of seized heroin that were published, by country.</summary>
    public long[] ReportedGrams { get; }

    /// <summary>Mined land that is cleared now, m²: no sum over days.</summary>
    public long ClearedSquareMetres { get; set; }

    /// <summary>Bribes paid, cents.</summary>
    public long BribeCents { get; set; }

    /// <summary>Graduates of all centres, persons.</summary>
    public double Graduates { get; set; }

    /// <summary>Counter-terror graduates among them, persons.</summary>
    public double CounterTerrorGraduates { get; set; }

    /// <summary>The accounts.</summary>
    public Money Money { get; } = new();

    /// <summary>A copy that stays as it is.</summary>
    public Ledger Snapshot() => new(this);

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(HarvestedGrams);
        archive.Exchange(DispatchedGrams);
        archive.Exchange(Trips);
        archive.Exchange(TripTicks);
        archive.Exchange(TripsDone);
        archive.Exchange(DeliveredGrams);
        archive.Exchange(Deliveries);
        archive.Exchange(RevenueCents);
        archive.Exchange(Arrests);
        archive.Exchange(SpendingCents);
        archive.Exchange(TeamMoves);
        archive.Exchange(QueueLorryMinutes);
        archive.Exchange(LinkGrams);
        archive.Exchange(SeizedGrams);
        archive.Exchange(ExpectedSeizedGrams);
        archive.Exchange(Seizures);
        archive.Exchange(Incidents);
        archive.Exchange(FighterMicroDays);
        archive.Exchange(StabilityMicroDays);
        archive.Exchange(RelationMicroDays);
        archive.Exchange(RunningDays);
        archive.Exchange(FirstRunDay);
        archive.Exchange(SoldGrams);
        archive.Exchange(LostGrams);
        archive.Exchange(OfficerMilliDays);
        archive.Exchange(TrainedMilliDays);
        archive.Exchange(FreshMilliDays);
        archive.Exchange(SupplyMilliTeu);
        archive.Exchange(ReportedGrams);
        ClearedSquareMetres = archive.Exchange(ClearedSquareMetres);
        BribeCents = archive.Exchange(BribeCents);
        Graduates = archive.Exchange(Graduates);
        CounterTerrorGraduates = archive.Exchange(CounterTerrorGraduates);
        archive.Exchange(Money);
    }

    /// <summary>Adds up what the threads have counted since the first day.</summary>
    public void Collect(Stage stage, Tally[] tallies)
    {
        tallies[0].SeizedGrams.CopyTo(SeizedGrams, 0);
        Array.Copy(tallies[0].Expected, ExpectedSeizedGrams, ExpectedSeizedGrams.Length);
        tallies[0].Seizures.CopyTo(Seizures, 0);
        foreach (var tally in tallies.AsSpan(1))
        {
            for (var i = 0; i < SeizedGrams.Length; i++)
            {
                SeizedGrams[i] += tally.SeizedGrams[i];
                ExpectedSeizedGrams[i] += tally.Expected[i];
            }

            for (var p = 0; p < Seizures.Length; p++)
                Seizures[p] += tally.Seizures[p];
        }
    }

    /// <summary>Adds a day's incidents and levels.</summary>
    public void CollectLevels(double[] strength, int[] incidents, double[] stability, double[] relations)
    {
        for (var c = 0; c < incidents.Length; c++)
            Incidents[c] += incidents[c];
        AddMillionths(FighterMicroDays, strength);
        AddMillionths(StabilityMicroDays, stability);
        AddMillionths(RelationMicroDays, relations);
    }

    private static void AddMillionths(long[] sums, double[] levels)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += (long)Math.Round(levels[i] * 1e6);
    }

    /// <summary>Adds up what was carried on each link, and what each organisation lost, since the first day.</summary>
    public void CollectLinks(Stage stage, Tally[] tallies)
    {
        var links = stage.Network.DirectedLinks;
        Array.Clear(LinkGrams);
        Array.Clear(LostGrams);
        foreach (var tally in tallies)
        {
            foreach (var band in stage.Bands)
            {
                for (var d = 0; d < links; d++)
                {
                    LinkGrams[band.Commodity * links + d] += tally.Traffic[band.Index * links + d].Grams;
                    LostGrams[band.Index] += tally.LostGrams[band.Index * links + d];
                }
            }
        }
    }
}
