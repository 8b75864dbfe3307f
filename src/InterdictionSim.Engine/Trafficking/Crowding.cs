using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What it costs more to cross a border where more than usual crosses: guides, boats and arrangements are not there at will.</summary>
/// <remarks>
/// Flows are averages of all commodities in the opium that they take, by direction. Usual is what they were on the run's start date; before it nothing is
/// charged, nor ever on a link that had no flow then.
/// </remarks>
internal sealed class Crowding : IState
{
    private readonly Stage stage;
    private readonly int[] borders;
    private readonly double[] average;
    private readonly double[] usual;
    private readonly long[] carriedBefore;
    private double averagedShare;

    public Crowding(Stage stage)
    {
        this.stage = stage;
        var links = stage.Network.DirectedLinks;
        IsCharged = stage.Scenario.Cost.CrowdingUsdPerKg > 0;
        borders = [.. Enumerable.Range(0, links).Where(stage.Network.CrossesBorder)];
        average = new double[links];
        usual = new double[links];
        carriedBefore = new long[links];
        UsdPerKg = new double[links];
    }

    /// <summary>Whether the scenario charges for it.</summary>
    public bool IsCharged { get; }

    /// <summary>What a directed link costs more than usual, USD per kg of heroin; negative where less than usual crosses.</summary>
    public double[] UsdPerKg { get; }

    /// <summary>a·clip(flow/usual − 1, −1, max), USD per kg of heroin; 0 where nothing is usual.</summary>
    public static double Charge(CostParameters cost, double flow, double usual) =>
        usual > 0 ? cost.CrowdingUsdPerKg * Math.Clamp(flow / usual - 1, -1, Math.Max(-1, cost.CrowdingMaximum)) : 0;

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(average);
        archive.Exchange(usual);
        archive.Exchange(carriedBefore);
        archive.Exchange(UsdPerKg);
        archive.Exchange(ref averagedShare);
    }

    /// <summary>Takes a day's flows in, once it is over.</summary>
    public void PassDay(Tally[] tallies, DateOnly day)
    {
        if (!IsCharged)
            return;
        var cost = stage.Scenario.Cost;
        var keep = Portable.Exp(-1 / cost.CrowdingSmoothingDays);
        averagedShare = averagedShare * keep + (1 - keep);
        foreach (var d in borders)
        {
            var carried = OpiumGrams(tallies, d);
            average[d] = average[d] * keep + (carried - carriedBefore[d]) * (1 - keep);
            carriedBefore[d] = carried;
            // Averages that have not run long are those of the days that they hold.
            if (day.AddDays(1) == stage.Scenario.Run.StartDate)
                usual[d] = average[d] / averagedShare;
            UsdPerKg[d] = Charge(cost, average[d] / averagedShare, usual[d]);
        }
    }

    private long OpiumGrams(Tally[] tallies, int d)
    {
        long grams = 0;
        foreach (var band in stage.Bands)
        {
            foreach (var tally in tallies)
                grams += tally.Traffic[band.Index * stage.Network.DirectedLinks + d].Grams * band.Good.OpiumPerKg;
        }

        return grams;
    }
}
