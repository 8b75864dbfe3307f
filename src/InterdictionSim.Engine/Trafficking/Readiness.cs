using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>How eagerly each organisation sends, and where to: dispatch hazard and destination choice from margins and perceived losses.</summary>
internal sealed class Readiness : IState
{
    // A turnaround of 0 is one of a second: everybody's patience ends within the tick.
    private const double ShortestTurnaroundDays = 1e-5;
    private readonly Stage stage;
    private readonly RouteChoice routes;
    private readonly Prices prices;
    private readonly double[] referenceMargin;
    private readonly double[] margin;
    private readonly double[] pull;
    private readonly int[] group;
    private readonly double[] groupPull;
    private readonly double[] groupReference;

    public Readiness(Stage stage, RouteChoice routes, Prices prices)
    {
        this.stage = stage;
        this.routes = routes;
        this.prices = prices;
        referenceMargin = new double[stage.Tables.Length];
        margin = new double[stage.Tables.Length];
        pull = new double[stage.Tables.Length];
        HazardPerDay = new double[stage.Bands.Length];
        MarketCumulative = [.. stage.Bands.Select(b => new uint[b.Tables.Length])];
        // Bands of one home and commodity share its consignments out among their hauls.
        var homes = stage.Bands.Select(b => (b.Commodity, Homes: string.Join(' ', b.Homes))).ToArray();
        groupPull = new double[stage.Bands.Length];
        groupReference = new double[stage.Bands.Length];
        group = [.. homes.Select(h => Array.IndexOf(homes, h))];
    }

    /// <summary>Hazard of an idle trafficker's departure, per day, by organisation.</summary>
    public double[] HazardPerDay { get; }

    /// <summary>Cumulative thresholds of the markets, by organisation.</summary>
    public uint[][] MarketCumulative { get; }

    /// <summary>Freezes the margins of the start as the reference.</summary>
    public void Begin()
    {
        for (var t = 0; t < referenceMargin.Length; t++)
            referenceMargin[t] = Margin(t);
        Update();
    }

    /// <summary>Computes hazards and destination shares.</summary>
    public void Update()
    {
        var market = stage.Scenario.Market;
        groupPull.AsSpan().Clear();
        groupReference.AsSpan().Clear();
        for (var t = 0; t < margin.Length; t++)
        {
            margin[t] = Margin(t);
            var (b, m) = stage.Tables[t];
            var reference = stage.Markets[m].ReferenceGramsPerDay * stage.Markets[m].Market.HaulShares[stage.Bands[b].Organisation.Haul];
            var change = margin[t] - referenceMargin[t];
            pull[t] = double.IsNegativeInfinity(margin[t]) ? 0 : reference * Portable.Exp(Math.Clamp((double.IsFinite(change) ? change : 0) / market.ThetaUsdPerKg, -600, 600));
            groupPull[group[b]] += pull[t];
            groupReference[group[b]] += reference;
        }

        foreach (var band in stage.Bands)
            Update(band, groupPull[group[band.Index]] / groupReference[group[band.Index]]);
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(referenceMargin);
        archive.Exchange(HazardPerDay);
        archive.Exchange(MarketCumulative);
    }

    private void Update(Band band, double groupGrowth)
    {
        Span<double> weights = stackalloc double[band.Tables.Length];
        double total = 0, reference = 0, meanMargin = 0, meanReference = 0, meanLoss = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var t = band.Tables[i];
            weights[i] = pull[t];
            total += pull[t];
            reference += stage.Markets[stage.Tables[t].Market].ReferenceGramsPerDay * stage.Markets[stage.Tables[t].Market].Market.HaulShares[band.Organisation.Haul];
            if (pull[t] > 0)
            {
                meanMargin += pull[t] * margin[t];
                meanReference += pull[t] * (double.IsFinite(referenceMargin[t]) ? referenceMargin[t] : margin[t]);
                meanLoss += pull[t] * routes.HomeLoss[t];
            }
        }

        if (!(total > 0))
        {
            HazardPerDay[band.Index] = 0;
            return;
        }

        Sampler.Cumulate(weights, MarketCumulative[band.Index]);
        var shift = total / reference / groupGrowth;
        HazardPerDay[band.Index] = shift / Math.Max(ShortestTurnaroundDays, stage.Scenario.Fleet.TurnaroundDays)
            * MarginFactor(meanMargin / total, meanReference / total) * Deterrence(stage.Scenario.Dispatch, meanLoss / total);
    }

    /// <summary>Share that leaves at a perceived loss of a trip: W_min + (1 − W_min)·min(1, (p₀/L)^η).</summary>
    internal static double Deterrence(DispatchParameters dispatch, double perceivedLoss)
    {
        var willing = perceivedLoss <= dispatch.DeterrenceThreshold
            ? 1.0
            : Portable.Pow(dispatch.DeterrenceThreshold / perceivedLoss, dispatch.DeterrenceExponent);
        return dispatch.DeterrenceFloor + (1.0 - dispatch.DeterrenceFloor) * willing;
    }

    private double MarginFactor(double now, double reference)
    {
        var dispatch = stage.Scenario.Dispatch;
        if (!(reference > 0))
            return now > 0 ? 1.0 : 0.0;
        return Math.Min(dispatch.ReadinessMaximum, Portable.Pow(Math.Max(0.0, now) / reference, dispatch.ReadinessElasticity));
    }

    // M = P_m − R_home − E_home without its risk, USD/kg; −∞ where the market cannot be reached.
    private double Margin(int t)
    {
        var (b, m) = stage.Tables[t];
        var band = stage.Bands[b];
        if (double.IsInfinity(routes.HomeCost[t]))
            return double.NegativeInfinity;
        double home = 0, total = 0;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            home += band.HomeWeights[h] * prices.UsdPerKg[band.Commodity][band.Homes[h]];
            total += band.HomeWeights[h];
        }

        return prices.CentsPerKg[m] / 100.0 - home / total - routes.HomeCost[t];
    }
}
