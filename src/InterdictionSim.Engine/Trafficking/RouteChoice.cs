using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>
/// Route choice by recursive logit on an acyclic orientation (Fosgerau, Frejinger &amp; Karlström 2013): one backward pass a table gives the choice
/// probabilities, the expected cost and the perceived loss of the rest of the trip.
/// </summary>
/// <remarks>P(j|i) ∝ exp(−(c_ij + S_j − S_i)/θ) z_j, with S the cheapest cost to go, so that θ → 0 gives the cheapest admissible path without underflow.</remarks>
internal sealed class RouteChoice
{
    private readonly Stage stage;
    private readonly InspectionTable inspection;
    private readonly Posts posts;
    private readonly Prices prices;
    private readonly BribeOffer bribe;
    private readonly Beliefs beliefs;
    private readonly ChoiceTables tables;
    private readonly int[] travel;
    private readonly bool[][] haulUses;
    private readonly bool[] isExit;
    private readonly double[] friction;
    private readonly double[] usdPerKgKm;
    private readonly List<(bool[] Open, Orientation[] Orientation)> orientations = [];
    private readonly double[] cost;
    private readonly double[] riskCost;
    private readonly double[] perceivedLoss;
    private readonly double[] cheapest;
    private readonly double[] entropy;
    private readonly double[] expected;
    private readonly double[] loss;
    private readonly double[] weight;
    private Orientation[] orientation = [];
    private double[] linkDays;
    private bool[] open;

    public RouteChoice(Stage stage, Posts posts, Prices prices, BribeOffer bribe, Beliefs beliefs, ChoiceTables tables, int[] travel)
    {
        this.stage = stage;
        this.posts = posts;
        inspection = posts.Table;
        this.prices = prices;
        this.bribe = bribe;
        this.beliefs = beliefs;
        this.tables = tables;
        this.travel = travel;
        var network = stage.Network;
        haulUses = [.. stage.Bands.Select(b => network.Links.Select(l => b.Haul.Modes.GetValueOrDefault(Catalog.Kebab(l.Mode.ToString()))).ToArray())];
        isExit = [.. network.Places.Select(p => p.Kind == PlaceKind.Market && !stage.Scenario.Control.ContainsKey(p.Country))];
        friction = [.. Enumerable.Range(0, network.DirectedLinks).Select(Friction)];
        usdPerKgKm = [.. network.Links.Select(l => stage.Scenario.Cost.UsdPerKgKm[Catalog.Kebab(l.Mode.ToString())])];
        Carriage = new double[stage.Bands.Length * network.DirectedLinks];
        ProtectionFee = new double[Carriage.Length];
        cost = new double[stage.Bands.Length * network.DirectedLinks];
        riskCost = new double[cost.Length];
        perceivedLoss = new double[cost.Length];
        cheapest = new double[network.Places.Length];
        entropy = new double[network.Places.Length];
        expected = new double[network.Places.Length];
        loss = new double[network.Places.Length];
        weight = new double[network.DirectedLinks];
        HomeCost = new double[stage.Tables.Length];
        HomeLoss = new double[stage.Tables.Length];
        linkDays = new double[network.Links.Length];
        open = new bool[network.Links.Length];
    }

    /// <summary>Expected cost of a trip without its risk, USD/kg, by table; infinite where the market cannot be reached.</summary>
    public double[] HomeCost { get; }

    /// <summary>Perceived probability of loss of a trip, by table.</summary>
    public double[] HomeLoss { get; }

    /// <summary>Carriage, crews, flights, fees and interest, USD/kg, by organisation and directed link.</summary>
    public double[] Carriage { get; }

    /// <summary>Cost of prior arrangement, USD/kg, by organisation and directed link.</summary>
    public double[] ProtectionFee { get; }

    /// <summary>Takes in which links are open and orients them for every home, haul and market; what was open before is remembered.</summary>
    public void Orient(Season season)
    {
        open = season.Open;
        linkDays = season.Days;
        foreach (var known in orientations)
        {
            if (known.Open.AsSpan().SequenceEqual(open))
            {
                orientation = known.Orientation;
                return;
            }
        }

        orientation = new Orientation[stage.Tables.Length];
        orientations.Add(((bool[])open.Clone(), orientation));
        var potentials = new Dictionary<string, Potential>(StringComparer.Ordinal);
        var currents = new Dictionary<(string Usable, int Place), double[]>();
        var oriented = new Dictionary<(string Usable, string Homes, int Market), Orientation>();
        for (var t = 0; t < stage.Tables.Length; t++)
        {
            var (b, m) = stage.Tables[t];
            var band = stage.Bands[b];
            var market = stage.Markets[m].Place;
            var usable = Usable(band.Index, market);
            var usableKey = string.Concat(usable.Select(u => u ? '1' : '0'));
            var key = (usableKey, string.Join(' ', band.Organisation.Homes.OrderBy(h => h.Key, StringComparer.Ordinal)), market);
            if (!oriented.TryGetValue(key, out var found))
            {
                if (!potentials.TryGetValue(usableKey, out var potential))
                    potentials[usableKey] = potential = new Potential(stage.Network.Places.Length, Conductances(usable));
                found = oriented[key] = Orient(band, market, usable, usableKey, potential, currents);
            }

            orientation[t] = found;
        }
    }

    /// <summary>Takes in how long links take, border dwell and queues included.</summary>
    public void SetTravel(Season season)
    {
        linkDays = season.Days;
        var ticksPerDay = stage.Scenario.Run.TicksPerDay;
        for (var d = 0; d < travel.Length; d++)
            travel[d] = (int)Math.Round(Days(d) * ticksPerDay * 65536.0);
    }

    /// <summary>Computes costs, choice tables, expected costs and perceived losses from beliefs and values.</summary>
    public void Replan()
    {
        foreach (var band in stage.Bands)
        {
            for (var d = 0; d < stage.Network.DirectedLinks; d++)
                Price(band, d);
        }

        for (var t = 0; t < stage.Tables.Length; t++)
            Pass(t);
    }

    // Restricted to what a haul may use, what is open, and exits only where they are the market.
    private bool[] Usable(int band, int market)
    {
        var network = stage.Network;
        var usable = new bool[network.DirectedLinks];
        for (var d = 0; d < usable.Length; d++)
        {
            var link = network.LinkOf[d];
            usable[d] = open[link] && haulUses[band][link]
                && (!isExit[network.Tail[d]] || network.Tail[d] == market) && (!isExit[network.Head[d]] || network.Head[d] == market);
        }

        return usable;
    }

    private List<(int, int, double)> Conductances(bool[] usable)
    {
        var network = stage.Network;
        var conductances = new List<(int, int, double)>();
        var seen = new bool[network.Links.Length];
        for (var d = 0; d < usable.Length; d++)
        {
            var link = network.LinkOf[d];
            if (usable[d] && !seen[link])
                conductances.Add((network.Tail[d], network.Head[d], 1.0 / (network.Links[link].TravelDays + 0.15)));
            seen[link] |= usable[d];
        }

        return conductances;
    }

    private Orientation Orient(
        Band band, int market, bool[] usable, string usableKey, Potential potential, Dictionary<(string, int), double[]> currents)
    {
        double[] Current(int place) => currents.TryGetValue((usableKey, place), out var known) ? known : currents[(usableKey, place)] = potential.Of(place);

        var days = new double[usable.Length];
        for (var d = 0; d < days.Length; d++)
            days[d] = stage.Network.LinkAt(d).TravelDays;
        var descent = new double[stage.Network.Places.Length];
        double total = 0;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            if (!potential.Connected(band.Homes[h], market))
                continue;
            total += band.HomeWeights[h];
            var current = Current(band.Homes[h]);
            for (var p = 0; p < descent.Length; p++)
                descent[p] += band.HomeWeights[h] * current[p];
        }

        var sink = Current(market);
        for (var p = 0; p < descent.Length; p++)
            descent[p] = potential.Connected(p, market) ? (total > 0 ? descent[p] / total : 0) - sink[p] : 0;
        return Orientation.Towards(stage.Network, usable, days, descent, market);
    }

    // Days on a directed link: moving, border dwell, and the queue at the posts where it ends.
    private double Days(int d)
    {
        var days = linkDays[stage.Network.LinkOf[d]];
        for (var e = inspection.First[d]; e < inspection.First[d + 1]; e++)
        {
            var post = inspection.PostOf[e];
            if (stage.PostPlace[post] == stage.Network.Head[d])
                days += posts.QueueHours[post] / 24.0;
        }

        return days;
    }

    // c_ij of a band on a directed link: without risk, and what its risk adds.
    private void Price(Band band, int d)
    {
        var network = stage.Network;
        var scenario = stage.Scenario;
        var link = network.LinkAt(d);
        int tail = network.Tail[d], cell = band.Index * network.DirectedLinks + d;
        if (!haulUses[band.Index][network.LinkOf[d]])
            return;
        var value = prices.UsdPerKg[band.Commodity][tail];
        var ratio = stage.ValueRatio(band.Commodity, tail);
        var perKgKm = usdPerKgKm[network.LinkOf[d]];
        if (link.Mode == LinkMode.Road && band.Haul.RoadCostFactor.TryGetValue(network.Places[tail].Country, out var factor))
            perKgKm *= factor;
        var perKg = perKgKm * link.LengthKm + scenario.Cost.HandlingUsdPerKg + friction[d] + link.MinedFraction * scenario.Cost.MinedUsdPerKg
            + (band.Haul.CrewPayUsdPerDay * Days(d) + (link.Mode == LinkMode.Air ? band.Haul.FlightFeeUsd : 0)) / band.Haul.MeanKg;
        Carriage[cell] = perKg * ratio + scenario.Cost.InterestPerYear / 365.25 * Days(d) * value;
        ProtectionFee[cell] = Protection(band, d);
        cost[cell] = Carriage[cell] + ProtectionFee[cell] + ExpectedBribe(band, d);
        var belief = beliefs[band.Index, d];
        riskCost[cell] = scenario.Risk.Weight * belief.LossUsdPerKg;
        perceivedLoss[cell] = Math.Clamp(belief.LossUsdPerKg / beliefs.ValueAtRisk(band, d), 0.0, 1.0);
    }

    private double Friction(int d)
    {
        if (!stage.Network.CrossesBorder(d))
            return 0;
        var countries = new[] { stage.Network.Places[stage.Network.Tail[d]].Country, stage.Network.Places[stage.Network.Head[d]].Country };
        Array.Sort(countries, StringComparer.Ordinal);
        var cost = stage.Scenario.Cost;
        var crossing = stage.Network.LinkAt(d).Id.Split(':')[0];
        return (cost.BorderUsdPerKg.TryGetValue($"{countries[0]}-{countries[1]}", out var friction) ? friction : cost.BorderUsdPerKg["other"])
            + cost.CrossingUsdPerKg.GetValueOrDefault(crossing);
    }

    // Bribes paid where a load is found, USD per kg of the mean load.
    private double ExpectedBribe(Band band, int d)
    {
        if (inspection.First[d] == inspection.First[d + 1])
            return 0;
        var paid = 0.0;
        for (var c = 0; c < band.LoadClasses.Length; c++)
            paid += band.ClassShare(c) * inspection.BribeProbability(d, band.LoadClasses[c]);
        return paid * bribe.Usd(stage.Network.Head[d], band.Commodity, band.Haul.MeanKg) / band.Haul.MeanKg;
    }

    private double Protection(Band band, int d)
    {
        var share = 0.0;
        for (var e = inspection.First[d]; e < inspection.First[d + 1]; e++)
        {
            var level = posts.Levels[inspection.PostOf[e]];
            share += level.Open ? level.ProtectedShare : 0;
        }

        return share * stage.Scenario.Bribe.ProtectionFeeShare * prices.UsdPerKg[band.Commodity][stage.Network.Head[d]];
    }

    private void Pass(int t)
    {
        var network = stage.Network;
        var (b, m) = stage.Tables[t];
        var band = stage.Bands[b];
        var market = stage.Markets[m].Place;
        var theta = band.Good.ThetaUsdPerKg;
        var route = orientation[t];
        var row = tables.Cumulative.AsSpan(t * network.DirectedLinks, network.DirectedLinks);
        var first = b * network.DirectedLinks;
        row.Clear();
        Array.Fill(cheapest, double.PositiveInfinity);
        cheapest[market] = 0;
        entropy[market] = 1;
        expected[market] = 0;
        loss[market] = 0;
        tables.MarketPlace[t] = market;
        for (var i = 0; i < route.Places.Length; i++)
        {
            var place = route.Places[i];
            var links = route.Links.AsSpan(route.Start[i]..route.Start[i + 1]);
            var least = double.PositiveInfinity;
            foreach (var d in links)
                least = Math.Min(least, cost[first + d] + riskCost[first + d] + cheapest[network.Head[d]]);
            var sum = 0.0;
            foreach (var d in links)
            {
                var head = network.Head[d];
                sum += weight[d] = Portable.Exp(-(cost[first + d] + riskCost[first + d] + cheapest[head] - least) / theta) * entropy[head];
            }

            double rest = 0, survives = 0, cumulative = 0;
            var next = network.First[place];
            foreach (var d in links)
            {
                var share = weight[d] / sum;
                rest += share * (cost[first + d] + expected[network.Head[d]]);
                survives += share * (1 - perceivedLoss[first + d]) * (1 - loss[network.Head[d]]);
                // Links in between are not admissible and get no width.
                var below = (uint)Math.Min(cumulative * 4294967296.0, 4294967294.0);
                while (next < d)
                    row[next++] = below;
                cumulative += share;
                row[next++] = (uint)Math.Min(cumulative * 4294967296.0, 4294967294.0);
            }

            for (var d = links[^1]; d < network.First[place + 1]; d++)
                row[d] = uint.MaxValue;
            cheapest[place] = least;
            entropy[place] = sum;
            expected[place] = rest;
            loss[place] = 1 - survives;
        }

        double weighted = 0, homeCost = 0, homeLoss = 0;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            var home = band.Homes[h];
            if (double.IsInfinity(cheapest[home]))
                continue;
            weighted += band.HomeWeights[h];
            homeCost += band.HomeWeights[h] * expected[home];
            homeLoss += band.HomeWeights[h] * loss[home];
        }

        HomeCost[t] = weighted > 0 ? homeCost / weighted : double.PositiveInfinity;
        HomeLoss[t] = weighted > 0 ? homeLoss / weighted : 1.0;
    }
}
