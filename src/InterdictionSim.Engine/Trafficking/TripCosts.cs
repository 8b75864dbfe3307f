using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What a link costs each organisation, USD per kg: carriage, bribes, and the weight of perceived risk. It does not depend on the market.</summary>
internal sealed class TripCosts : IState
{
    private readonly Stage stage;
    private readonly Posts posts;
    private readonly InspectionTable inspection;
    private readonly Prices prices;
    private readonly BribeOffer bribe;
    private readonly Beliefs beliefs;
    private readonly Crowding crowding;
    private readonly InterdictionPlan plan;
    private readonly double[] carriageUsdPerKg;
    private readonly double[] frictionUsdPerKg;
    private readonly double[] crossingUsdPerKg;
    private readonly bool[] isAfghanBorder;
    private readonly double[] linkUsdPerKg;
    private readonly double[] bribeOfClass;
    private readonly double[] fixedUsdPerKg;
    private readonly double[] bribeProbability;
    private readonly double[] protectedShare;
    private readonly double[] days;
    private readonly int[] travel;

    /// <summary>Prepares costs.</summary>
    /// <param name="stage">The scenario.</param>
    /// <param name="plan">Levels of links and borders under the running measures.</param>
    /// <param name="posts">Posts.</param>
    /// <param name="prices">Replacement values.</param>
    /// <param name="bribe">What is offered to officers.</param>
    /// <param name="beliefs">Perceived risk.</param>
    /// <param name="crowding">What it costs more where more than usual crosses.</param>
    /// <param name="travel">Where to put the ticks that each directed link takes, in units of 2⁻¹⁶.</param>
    public TripCosts(Stage stage, InterdictionPlan plan, Posts posts, Prices prices, BribeOffer bribe, Beliefs beliefs, Crowding crowding, int[] travel)
    {
        this.stage = stage;
        this.plan = plan;
        this.posts = posts;
        inspection = posts.Table;
        this.prices = prices;
        this.bribe = bribe;
        this.beliefs = beliefs;
        this.crowding = crowding;
        this.travel = travel;
        var cells = stage.Bands.Length * stage.Network.DirectedLinks;
        carriageUsdPerKg = Carriages();
        isAfghanBorder = [.. Enumerable.Range(0, stage.Network.DirectedLinks).Select(d => stage.Network.CrossesBorder(d) && (Country(stage.Network.Tail[d]) == Metrics.Region.Origin || Country(stage.Network.Head[d]) == Metrics.Region.Origin))];
        frictionUsdPerKg = [.. Enumerable.Range(0, stage.Network.DirectedLinks).Select(Friction)];
        crossingUsdPerKg = [.. Enumerable.Range(0, stage.Network.DirectedLinks).Select(CrossingConstant)];
        linkUsdPerKg = new double[stage.Network.DirectedLinks];
        bribeOfClass = new double[stage.Network.DirectedLinks * stage.Classes.Length];
        fixedUsdPerKg = new double[cells];
        bribeProbability = new double[cells];
        protectedShare = new double[stage.Network.DirectedLinks];
        days = new double[stage.Network.DirectedLinks];
        Carriage = new double[cells];
        ProtectionFee = new double[cells];
        Cost = new double[cells];
        Felt = new double[cells];
        PerceivedLoss = new double[cells];
    }

    /// <summary>Carriage, crews, flights, fees and interest.</summary>
    public double[] Carriage { get; }

    /// <summary>The part of carriage that goes to officers for prior arrangement.</summary>
    public double[] ProtectionFee { get; }

    /// <summary>Carriage and expected bribes: cost without risk.</summary>
    public double[] Cost { get; }

    /// <summary>Cost with the weight of perceived risk: what route choice compares.</summary>
    public double[] Felt { get; }

    /// <summary>Perceived probability of loss.</summary>
    public double[] PerceivedLoss { get; }

    /// <summary>Takes in seasons, queues and posts: whatever changes from time to time.</summary>
    public void Survey(Season season)
    {
        var network = stage.Network;
        for (var d = 0; d < days.Length; d++)
        {
            days[d] = season.Days[network.LinkOf[d]];
            protectedShare[d] = 0;
            foreach (var site in inspection.SitesOn(d))
            {
                foreach (var post in inspection.Sites[site].Posts)
                {
                    if (stage.PostPlace[post] == network.Head[d])
                        days[d] += posts.QueueHours[post] / 24.0;
                    protectedShare[d] += posts.Levels[post].Open && inspection.IsAnnounced[post] ? posts.Levels[post].ProtectedShare : 0;
                }
            }

            travel[d] = (int)Math.Round(days[d] * stage.Scenario.Run.TicksPerDay * 65536.0);
            linkUsdPerKg[d] = LinkUsdPerKg(d);
            for (var c = 0; c < stage.Classes.Length; c++)
                bribeOfClass[d * stage.Classes.Length + c] = inspection.BribeProbability(d, c);
        }

        foreach (var band in stage.Bands)
        {
            for (var d = 0; d < days.Length; d++)
            {
                var cell = band.Index * days.Length + d;
                if (!stage.Uses[cell])
                    continue;
                fixedUsdPerKg[cell] = (carriageUsdPerKg[cell] + linkUsdPerKg[d]) * stage.ValueRatio(band.Commodity, network.Tail[d]) + CrewUsdPerKg(band, d);
                bribeProbability[cell] = 0;
                for (var c = 0; c < band.LoadClasses.Length; c++)
                    bribeProbability[cell] += band.ClassShares[c] * bribeOfClass[d * stage.Classes.Length + band.LoadClasses[c]];
            }
        }
    }

    /// <summary>Computes all costs from beliefs and values.</summary>
    public void Update()
    {
        var network = stage.Network;
        var risk = stage.Scenario.Risk;
        var interestPerDay = stage.Scenario.Cost.InterestPerYear / 365.25;
        foreach (var band in stage.Bands)
        {
            var value = prices.UsdPerKg[band.Commodity];
            for (var d = 0; d < days.Length; d++)
            {
                var cell = band.Index * days.Length + d;
                if (!stage.Uses[cell])
                    continue;
                int tail = network.Tail[d], head = network.Head[d];
                Carriage[cell] = fixedUsdPerKg[cell] + interestPerDay * days[d] * value[tail];
                if (crowding.IsCharged)
                    Carriage[cell] += crowding.UsdPerKg[d] * stage.ValueRatio(band.Commodity, tail);
                var belief = beliefs[band.Index, d];
                var atRisk = belief.LossUsdPerKg;
                if (risk.PremiumWeight > 0)
                {
                    var premium = RiskPremium.Of(risk, belief.LossProbability, beliefs.BegunWith(band.Index, d));
                    Carriage[cell] += (premium - 1) * CrewUsdPerKg(band, d);
                    atRisk += (premium - 1) * belief.LossProbability * beliefs.ArrestUsdPerKg(band, d);
                }

                // Arranged passage is part of a border's friction, so it is paid out of carriage and not on top of it.
                ProtectionFee[cell] = Math.Min(Math.Max(0, Carriage[cell]), protectedShare[d] * stage.Scenario.Bribe.ProtectionFeeShare * value[head]);
                Cost[cell] = Carriage[cell] + (bribeProbability[cell] > 0 ? bribeProbability[cell] * bribe.Usd(head, band.Commodity, band.Haul.MeanKg) / band.Haul.MeanKg : 0);
                Felt[cell] = Cost[cell] + risk.Weight * beliefs.Emphasis(belief) * atRisk;
                PerceivedLoss[cell] = belief.LossProbability;
            }
        }
    }

    private double CrewUsdPerKg(Band band, int d) =>
        band.Haul.CrewPayUsdPerDay * days[d] / band.Haul.MeanKg * stage.ValueRatio(band.Commodity, stage.Network.Tail[d]);

    /// <inheritdoc/>
    /// <remarks>Costs are those of the last survey and the last replanning, at the values and beliefs of then.</remarks>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(fixedUsdPerKg);
        archive.Exchange(bribeProbability);
        archive.Exchange(protectedShare);
        archive.Exchange(days);
        archive.Exchange(travel);
        archive.Exchange(Carriage);
        archive.Exchange(ProtectionFee);
        archive.Exchange(Cost);
        archive.Exchange(Felt);
        archive.Exchange(PerceivedLoss);
    }

    // Handling, friction, mines and what measures add: the same for every organisation.
    private double LinkUsdPerKg(int d)
    {
        var (cost, level) = (stage.Scenario.Cost, plan.Links[stage.Network.LinkOf[d]]);
        var friction = isAfghanBorder[d] ? plan.Afghanistan.FrictionFactor * frictionUsdPerKg[d] : frictionUsdPerKg[d];
        return cost.HandlingUsdPerKg + friction + crossingUsdPerKg[d] + level.AddedUsdPerKg + level.MinedFraction * cost.MinedUsdPerKg;
    }

    // Carriage and flights: what nothing changes.
    private double[] Carriages()
    {
        var network = stage.Network;
        var usdPerKg = new double[stage.Uses.Length];
        for (var d = 0; d < network.DirectedLinks; d++)
        {
            var link = network.LinkAt(d);
            var carriage = stage.Scenario.Cost.UsdPerKgKm[Catalog.Kebab(link.Mode.ToString())] * link.LengthKm;
            foreach (var band in stage.Bands)
            {
                var road = link.Mode == LinkMode.Road ? band.Haul.RoadCostFactor.GetValueOrDefault(Country(network.Tail[d]), 1.0) : 1.0;
                usdPerKg[band.Index * network.DirectedLinks + d] = carriage * road + (link.Mode == LinkMode.Air ? band.Haul.FlightFeeUsd / band.Haul.MeanKg : 0.0);
            }
        }

        return usdPerKg;
    }

    private string Country(int place) => stage.Network.Places[place].Country;

    private double Friction(int d)
    {
        if (!stage.Network.CrossesBorder(d))
            return 0;
        string here = Country(stage.Network.Tail[d]), there = Country(stage.Network.Head[d]);
        var border = string.CompareOrdinal(here, there) < 0 ? $"{here}-{there}" : $"{there}-{here}";
        var frictions = stage.Scenario.Cost.BorderUsdPerKg;
        return frictions.TryGetValue(border, out var friction) ? friction : frictions["other"];
    }

    private double CrossingConstant(int d) =>
        stage.Network.CrossesBorder(d) ? stage.Scenario.Cost.CrossingUsdPerKg.GetValueOrDefault(stage.Network.LinkAt(d).Id.Split(':')[0]) : 0;
}
