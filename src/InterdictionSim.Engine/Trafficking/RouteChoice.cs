using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>
/// Route choice by recursive logit on an acyclic orientation (Fosgerau, Frejinger &amp; Karlström 2013): one backward pass a table gives the choice
/// probabilities, the expected cost and the perceived loss of the rest of the trip.
/// </summary>
/// <remarks>
/// P(j|i) ∝ exp(−c_ij/θ)·z_j with z_i = Σ_j exp(−c_ij/θ)·z_j and z = 1 at the market. Costs do not depend on the market, so one exponential a link serves
/// all tables of an organisation. Every factor is held as a mantissa in 1 … 2 and a whole exponent of 2, so nothing underflows: as θ → 0 all take the
/// cheapest admissible path.
/// </remarks>
internal sealed class RouteChoice
{
    private const double Log2E = 1.44269504088896340736;

    private readonly Stage stage;
    private readonly Orientations orientations;
    private readonly TripCosts costs;
    private readonly ChoiceTables tables;
    private readonly double[] linkMantissa;
    private readonly long[] linkExponent;
    private readonly double[] mantissa;
    private readonly long[] exponent;
    private readonly double[] expected;
    private readonly double[] loss;
    private readonly double[] weight;
    private readonly bool[] reached;

    public RouteChoice(Stage stage, Orientations orientations, TripCosts costs, ChoiceTables tables)
    {
        this.stage = stage;
        this.orientations = orientations;
        this.costs = costs;
        this.tables = tables;
        linkMantissa = new double[stage.Network.DirectedLinks];
        linkExponent = new long[stage.Network.DirectedLinks];
        weight = new double[stage.Network.DirectedLinks];
        mantissa = new double[stage.Network.Places.Length];
        exponent = new long[stage.Network.Places.Length];
        expected = new double[stage.Network.Places.Length];
        loss = new double[stage.Network.Places.Length];
        reached = new bool[stage.Network.Places.Length];
        HomeCost = new double[stage.Tables.Length];
        HomeLoss = new double[stage.Tables.Length];
    }

    /// <summary>Expected cost of a trip without its risk, USD/kg, by table; infinite where the market cannot be reached.</summary>
    public double[] HomeCost { get; }

    /// <summary>Perceived probability of loss of a trip, by table.</summary>
    public double[] HomeLoss { get; }

    /// <summary>Computes choice tables, expected costs and perceived losses from the costs.</summary>
    public void Replan()
    {
        foreach (var band in stage.Bands)
        {
            Discount(band);
            foreach (var table in band.Tables)
                Pass(band, table);
        }
    }

    // exp(−c/θ) of each link as mantissa and exponent of 2.
    private void Discount(Band band)
    {
        var first = band.Index * linkMantissa.Length;
        var perUsd = -Log2E / band.Good.ThetaUsdPerKg;
        for (var d = 0; d < linkMantissa.Length; d++)
        {
            if (!costs.Uses[first + d])
                continue;
            var power = perUsd * costs.Felt[first + d];
            var whole = Math.Floor(power);
            linkMantissa[d] = Portable.Exp2(power - whole);
            linkExponent[d] = (long)whole;
        }
    }

    private void Pass(Band band, int t)
    {
        var network = stage.Network;
        var market = stage.Markets[stage.Tables[t].Market].Place;
        var route = orientations.Tables[t];
        var first = band.Index * network.DirectedLinks;
        Array.Clear(reached);
        tables.MarketPlace[t] = market;
        mantissa[market] = 1;
        exponent[market] = 0;
        expected[market] = 0;
        loss[market] = 0;
        reached[market] = true;
        for (var i = 0; i < route.Places.Length; i++)
        {
            var place = route.Places[i];
            var links = route.Links.AsSpan(route.Start[i], route.Start[i + 1] - route.Start[i]);
            var largest = long.MinValue;
            foreach (var d in links)
                largest = Math.Max(largest, linkExponent[d] + exponent[network.Head[d]]);
            var sum = 0.0;
            foreach (var d in links)
            {
                var head = network.Head[d];
                sum += weight[d] = linkMantissa[d] * mantissa[head] * TwoTo(linkExponent[d] + exponent[head] - largest);
            }

            Spread(place, links, tables.Row(t, place), 1.0 / sum, first);
            // Back to a mantissa in 1 … 2.
            var bits = BitConverter.DoubleToInt64Bits(sum);
            var shift = (bits >> 52) - 1023;
            mantissa[place] = BitConverter.Int64BitsToDouble(bits - (shift << 52));
            exponent[place] = largest + shift;
            reached[place] = true;
        }

        for (var place = 0; place < reached.Length; place++)
        {
            if (!reached[place])
                tables.Row(t, place).Clear();
        }

        Summarise(band, t);
    }

    // Shares of a place's links as thresholds; expected cost and perceived loss of the rest of the trip from there.
    private void Spread(int place, ReadOnlySpan<int> links, Span<uint> row, double scale, int first)
    {
        var network = stage.Network;
        double rest = 0, survives = 0, cumulative = 0;
        var firstLink = network.First[place];
        var next = 0;
        var below = 0u;
        foreach (var d in links)
        {
            var share = weight[d] * scale;
            rest += share * (costs.Cost[first + d] + expected[network.Head[d]]);
            survives += share * (1 - costs.PerceivedLoss[first + d]) * (1 - loss[network.Head[d]]);
            // Links in between are not admissible and get no width.
            while (next < d - firstLink)
                row[next++] = below;
            cumulative += share;
            below = (uint)Math.Min(cumulative * 4294967296.0, 4294967294.0);
            row[next++] = below;
        }

        row[(links[^1] - firstLink)..].Fill(uint.MaxValue);
        expected[place] = rest;
        loss[place] = 1 - survives;
    }

    private void Summarise(Band band, int t)
    {
        double weighted = 0, homeCost = 0, homeLoss = 0;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            var home = band.Homes[h];
            if (!reached[home])
                continue;
            weighted += band.HomeWeights[h];
            homeCost += band.HomeWeights[h] * expected[home];
            homeLoss += band.HomeWeights[h] * loss[home];
        }

        HomeCost[t] = weighted > 0 ? homeCost / weighted : double.PositiveInfinity;
        HomeLoss[t] = weighted > 0 ? homeLoss / weighted : 1.0;
    }

    // 2 to a power of 0 or less; what is below 2⁻²⁰⁰ of the largest term cannot show in a threshold of 32 bits.
    private static double TwoTo(long power) => power < -200 ? 0.0 : BitConverter.Int64BitsToDouble((1023 + power) << 52);
}
