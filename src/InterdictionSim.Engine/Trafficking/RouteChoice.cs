using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>
/// Route choice by recursive logit on an acyclic orientation (Fosgerau, Frejinger &amp; Karlström 2013): one backward pass a table gives the choice
/// probabilities, the expected cost and the perceived loss of the rest of the trip.
/// </summary>
/// <remarks>
/// P(j|i) ∝ exp(−c_ij/θ)·z_j with z_i = Σ_j exp(−c_ij/θ)·z_j and z = 1 at the market. Costs do not depend on the market, so one exponential a link serves
/// all tables of an organisation. Every factor is held as a mantissa in 1 … 2 and a whole exponent of 2, so nothing underflows: as θ → 0 all take the
/// cheapest admissible path. Organisations of the same homes and link modes share their orientations, so four of them pass at once, one in each lane of a
/// vector; lanes never mix, so the bits are those of four passes one by one.
/// </remarks>
internal sealed class RouteChoice : IState
{
    private const int Lanes = 4;
    private const double Log2E = 1.44269504088896340736;

    private readonly Stage stage;
    private readonly Orientations orientations;
    private readonly TripCosts costs;
    private readonly ChoiceTables tables;
    private readonly Quad[] quads;
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
        quads = [.. stage.Bands.Where(b => b.Tables.Length > 0).GroupBy(orientations.Family).SelectMany(family => family.Chunk(Lanes)).Select(bands => new Quad(bands, Trips(bands)))];
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
        foreach (var quad in quads)
        {
            Discount(quad);
            foreach (var trip in quad.Trips)
                Pass(quad, trip, fresh);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(tables);
        archive.Exchange(HomeCost);
        archive.Exchange(HomeLoss);
        // After a change of what is open everybody replans, so the tables are always those of the orientation of now.
        written = orientations.Tables;
    }

    // The tables of up to four bands that lead to the same place; −1 where a band does not serve it.
    private int[][] Trips(Band[] bands) =>
        [.. bands.SelectMany(b => b.Tables).GroupBy(t => stage.Markets[stage.Tables[t].Market].Place).OrderBy(g => g.Key)
            .Select(place => bands.Select(b => b.Tables.Where(t => place.Contains(t)).DefaultIfEmpty(-1).First()).ToArray())];

    // exp(−c/θ) of each link as mantissa and exponent of 2, beside what the pass adds up. Lanes without a band repeat the first.
    private void Discount(Quad quad)
    {
        Span<double> mantissa = stackalloc double[Lanes], cost = stackalloc double[Lanes], survival = stackalloc double[Lanes];
        Span<long> exponent = stackalloc long[Lanes];
        for (var d = 0; d < terms.Length; d++)
        {
            if (!stage.Uses[quad.Bands[0].Index * terms.Length + d])
                continue;
            for (var lane = 0; lane < Lanes; lane++)
            {
                var band = quad.Bands[lane < quad.Bands.Length ? lane : 0];
                var cell = band.Index * terms.Length + d;
                var power = -Log2E / band.Good.ThetaUsdPerKg * costs.Felt[cell];
                // Beyond any sum of a trip's exponents there is only one path left, and whole numbers must stay exact.
                var whole = Math.Max(-1e14, Math.Floor(power));
                mantissa[lane] = lane < quad.Bands.Length ? Portable.Exp2(Math.Max(0, power - whole)) : mantissa[0];
                exponent[lane] = (long)whole;
                cost[lane] = costs.Cost[cell];
                survival[lane] = 1 - costs.PerceivedLoss[cell];
            }

            terms[d] = new Term
            {
                Mantissa = Vector256.Create<double>(mantissa),
                Exponent = Vector256.Create<long>(exponent),
                Cost = Vector256.Create<double>(cost),
                Survival = Vector256.Create<double>(survival),
            };
        }
    }

    private void Pass(Quad quad, int[] trip, bool fresh)
    {
        var table = trip.Max();
        var market = stage.Markets[stage.Tables[table].Market].Place;
        var route = orientations.Tables[table];
        Array.Clear(ahead);
        ahead[market] = new Ahead { Mantissa = Vector256<double>.One, Survival = Vector256<double>.One };
        Span<Vector256<double>> shares = stackalloc Vector256<double>[mostWays];
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
                Write(trip, place, links, shares);
        }

        for (var lane = 0; lane < trip.Length; lane++)
        {
            if (trip[lane] < 0)
                continue;
            tables.MarketPlace[trip[lane]] = market;
            for (var place = 0; fresh && place < ahead.Length; place++)
            {
                if (!ahead[place].IsReached)
                    tables.Row(trip[lane], place).Clear();
            }

            Summarise(quad.Bands[lane], trip[lane], lane);
        }
    }

    // The only way on.
    private void Follow(int link, ref Ahead here)
    {
        ref readonly var term = ref terms[link];
        ref readonly var head = ref ahead[stage.Network.Head[link]];
        var mantissa = term.Mantissa * head.Mantissa;
        var carries = Vector256.GreaterThanOrEqual(mantissa, Vector256.Create(2.0));
        here.Mantissa = Vector256.ConditionalSelect(carries, mantissa * 0.5, mantissa);
        // A lane that carries is −1.
        here.Exponent = term.Exponent + head.Exponent - carries.AsInt64();
        here.Cost = term.Cost + head.Cost;
        here.Survival = term.Survival * head.Survival;
    }

    // Several ways on: their shares, and the expected cost and survival of the rest of the trip.
    private void Split(ReadOnlySpan<int> links, Span<Vector256<double>> shares, ref Ahead here)
    {
        var heads = stage.Network.Head;
        var largest = Vector256.Create(long.MinValue / 2);
        foreach (var link in links)
            largest = Vector256.Max(largest, terms[link].Exponent + ahead[heads[link]].Exponent);
        Vector256<double> sum = default, cost = default, survival = default;
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

        var scale = Vector256<double>.One / sum;
        for (var i = 0; i < links.Length; i++)
            shares[i] *= scale;
        // Back to a mantissa in 1 … 2.
        var bits = sum.AsInt64();
        var shift = Vector256.ShiftRightLogical(bits, 52) - Vector256.Create(1023L);
        here.Mantissa = (bits - Vector256.ShiftLeft(shift, 52)).AsDouble();
        here.Exponent = largest + shift;
        here.Cost = cost * scale;
        here.Survival = survival * scale;
    }

    private void Write(int[] trip, int place, ReadOnlySpan<int> links, ReadOnlySpan<Vector256<double>> shares)
    {
        var byLane = MemoryMarshal.Cast<Vector256<double>, double>(shares);
        for (var lane = 0; lane < trip.Length; lane++)
        {
            if (trip[lane] >= 0)
                tables.Write(trip[lane], place, links, byLane[lane..], Lanes);
        }
    }

    private void Summarise(Band band, int t, int lane)
    {
        double weighted = 0, cost = 0, loss = 0;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            ref readonly var home = ref ahead[band.Homes[h]];
            if (!home.IsReached)
                continue;
            weighted += band.HomeWeights[h];
            cost += band.HomeWeights[h] * home.Cost[lane];
            loss += band.HomeWeights[h] * (1 - home.Survival[lane]);
        }

        HomeCost[t] = weighted > 0 ? cost / weighted : double.PositiveInfinity;
        HomeLoss[t] = weighted > 0 ? loss / weighted : 1.0;
    }

    // 2 to a power of 0 or less; what is below 2⁻²⁰⁰ of the largest term cannot show in a threshold of 32 bits.
    private static Vector256<double> TwoTo(Vector256<long> power) =>
        Vector256.ShiftLeft(Vector256.Create(1023L) + power, 52).AsDouble() & Vector256.GreaterThan(power, Vector256.Create(-200L)).AsDouble();

    private sealed record Quad(Band[] Bands, int[][] Trips);

    // A link: exp(−c/θ) = mantissa · 2^exponent, cost without risk, perceived survival.
    private struct Term
    {
        public Vector256<double> Mantissa;
        public Vector256<long> Exponent;
        public Vector256<double> Cost;
        public Vector256<double> Survival;
    }

    // The rest of the trip from a place: z = mantissa · 2^exponent, expected cost without risk, perceived survival. A mantissa of 0 is not reached.
    private struct Ahead
    {
        public Vector256<double> Mantissa;
        public Vector256<long> Exponent;
        public Vector256<double> Cost;
        public Vector256<double> Survival;

        public readonly bool IsReached => Mantissa.ToScalar() > 0;
    }
}
