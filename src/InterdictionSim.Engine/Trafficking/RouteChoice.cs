using InterdictionSim.Engine.Network;
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
    private readonly Term[] terms;
    private readonly Ahead[] ahead;
    private readonly int mostWays;
    private Orientation[] written = [];

    public RouteChoice(Stage stage, Orientations orientations, TripCosts costs, ChoiceTables tables)
    {
        this.stage = stage;
        this.orientations = orientations;
        this.costs = costs;
        this.tables = tables;
        terms = new Term[stage.Network.DirectedLinks];
        ahead = new Ahead[stage.Network.Places.Length];
        mostWays = Enumerable.Range(0, stage.Network.Places.Length).Select(p => stage.Network.First[p + 1] - stage.Network.First[p]).DefaultIfEmpty().Max();
        HomeCost = new double[stage.Tables.Length];
        HomeLoss = new double[stage.Tables.Length];
    }

    /// <summary>Expected cost of a trip without its risk, USD/kg, by table; infinite where the market cannot be reached.</summary>
    public double[] HomeCost { get; }

    /// <summary>Perceived probability of loss of a trip, by table.</summary>
    public double[] HomeLoss { get; }

    /// <summary>Computes choice tables, expected costs and perceived losses from the costs.</summary>
    /// <remarks>
    /// What no cost moves (places with one way on, places without any, places off the way from home) is written only when the orientation is new.
    /// </remarks>
    public void Replan()
    {
        var fresh = !ReferenceEquals(written, orientations.Tables);
        written = orientations.Tables;
        foreach (var band in stage.Bands)
        {
            Discount(band);
            foreach (var table in band.Tables)
                Pass(band, table, fresh);
        }
    }

    // exp(−c/θ) of each link as mantissa and exponent of 2, beside what the pass adds up.
    private void Discount(Band band)
    {
        var first = band.Index * terms.Length;
        var perUsd = -Log2E / band.Good.ThetaUsdPerKg;
        for (var d = 0; d < terms.Length; d++)
        {
            if (!costs.Uses[first + d])
                continue;
            var power = perUsd * costs.Felt[first + d];
            var whole = Math.Floor(power);
            ref var term = ref terms[d];
            term.Mantissa = Portable.Exp2(power - whole);
            term.Exponent = (long)whole;
            term.Cost = costs.Cost[first + d];
            term.Survival = 1 - costs.PerceivedLoss[first + d];
        }
    }

    private void Pass(Band band, int t, bool fresh)
    {
        var network = stage.Network;
        var market = stage.Markets[stage.Tables[t].Market].Place;
        var route = orientations.Tables[t];
        Array.Clear(ahead);
        tables.MarketPlace[t] = market;
        ahead[market] = new Ahead { Mantissa = 1, Survival = 1 };
        Span<double> shares = stackalloc double[mostWays];
        var places = fresh ? route.Places.Length : route.Travelled;
        for (var i = 0; i < places; i++)
        {
            var place = route.Places[i];
            var links = route.Links.AsSpan(route.Start[i], route.Start[i + 1] - route.Start[i]);
            if (links.Length == 1)
                Follow(links[0], ref ahead[place]);
            else
                Split(links, shares, ref ahead[place]);
            if (fresh || links.Length > 1)
                tables.Write(t, place, links, shares);
        }

        for (var place = 0; fresh && place < ahead.Length; place++)
        {
            if (!ahead[place].IsReached)
                tables.Row(t, place).Clear();
        }

        Summarise(band, t);
    }

    // The only way on.
    private void Follow(int link, ref Ahead here)
    {
        ref readonly var term = ref terms[link];
        ref readonly var head = ref ahead[stage.Network.Head[link]];
        var mantissa = term.Mantissa * head.Mantissa;
        var carry = mantissa < 2 ? 0 : 1;
        here.Mantissa = carry == 0 ? mantissa : mantissa * 0.5;
        here.Exponent = term.Exponent + head.Exponent + carry;
        here.Cost = term.Cost + head.Cost;
        here.Survival = term.Survival * head.Survival;
    }

    // Several ways on: their shares, and the expected cost and survival of the rest of the trip.
    private void Split(ReadOnlySpan<int> links, Span<double> shares, ref Ahead here)
    {
        var heads = stage.Network.Head;
        var largest = long.MinValue;
        foreach (var link in links)
            largest = Math.Max(largest, terms[link].Exponent + ahead[heads[link]].Exponent);
        double sum = 0, cost = 0, survival = 0;
        for (var i = 0; i < links.Length; i++)
        {
            ref readonly var term = ref terms[links[i]];
            ref readonly var head = ref ahead[heads[links[i]]];
            var weight = term.Mantissa * head.Mantissa * TwoTo(term.Exponent + head.Exponent - largest);
            shares[i] = weight;
            sum += weight;
            cost += weight * (term.Cost + head.Cost);
            survival += weight * term.Survival * head.Survival;
        }

        var scale = 1.0 / sum;
        for (var i = 0; i < links.Length; i++)
            shares[i] *= scale;
        // Back to a mantissa in 1 … 2.
        var bits = BitConverter.DoubleToInt64Bits(sum);
        var shift = (bits >> 52) - 1023;
        here.Mantissa = BitConverter.Int64BitsToDouble(bits - (shift << 52));
        here.Exponent = largest + shift;
        here.Cost = cost * scale;
        here.Survival = survival * scale;
    }

    private void Summarise(Band band, int t)
    {
        double weighted = 0, cost = 0, loss = 0;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            ref readonly var home = ref ahead[band.Homes[h]];
            if (!home.IsReached)
                continue;
            weighted += band.HomeWeights[h];
            cost += band.HomeWeights[h] * home.Cost;
            loss += band.HomeWeights[h] * (1 - home.Survival);
        }

        HomeCost[t] = weighted > 0 ? cost / weighted : double.PositiveInfinity;
        HomeLoss[t] = weighted > 0 ? loss / weighted : 1.0;
    }

    // 2 to a power of 0 or less; what is below 2⁻²⁰⁰ of the largest term cannot show in a threshold of 32 bits.
    private static double TwoTo(long power) => power < -200 ? 0.0 : BitConverter.Int64BitsToDouble((1023 + power) << 52);

    // A link: exp(−c/θ) = mantissa · 2^exponent, cost without risk, perceived survival. Fields, because they are written one by one where they stay:
    // a value made elsewhere and copied over would be read back before it is all written.
    private struct Term
    {
        public double Mantissa;
        public long Exponent;
        public double Cost;
        public double Survival;
    }

    // The rest of the trip from a place: z = mantissa · 2^exponent, expected cost without risk, perceived survival. A mantissa of 0 is not reached.
    private struct Ahead
    {
        public double Mantissa;
        public long Exponent;
        public double Cost;
        public double Survival;

        public readonly bool IsReached => Mantissa > 0;
    }
}
