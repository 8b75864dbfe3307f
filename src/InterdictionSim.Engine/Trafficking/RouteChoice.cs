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

    // Added to a whole number of less than 2⁵¹ this leaves it in the low bits.
    private const double Whole = 1.5 * (1L << 52);

    private readonly Stage stage;
    private readonly Orientations orientations;
    private readonly TripCosts costs;
    private readonly ChoiceTables tables;
    private readonly Quad[] quads;
    private readonly Term[] terms;
    private readonly Ahead[] ahead;
    private readonly Vector256<double>[] weights;
    private readonly Vector128<uint>[] thresholds;
    private Orientation[] written = [];

    public RouteChoice(Stage stage, Orientations orientations, TripCosts costs, ChoiceTables tables)
    {
        this.stage = stage;
        this.orientations = orientations;
        this.costs = costs;
        this.tables = tables;
        quads = [.. stage.Bands.Where(b => b.Tables.Length > 0).GroupBy(orientations.Family).SelectMany(family => family.Chunk(Lanes))
            .Select(bands => new Quad(bands, Trips(bands), stage.Network.DirectedLinks))];
        terms = new Term[stage.Network.DirectedLinks];
        ahead = new Ahead[stage.Network.Places.Length];
        ahead[0] = new Ahead { Mantissa = Vector256<double>.One, Survival = Vector256<double>.One };
        var mostWays = Enumerable.Range(0, stage.Network.Places.Length).Select(p => stage.Network.First[p + 1] - stage.Network.First[p]).DefaultIfEmpty().Max();
        weights = new Vector256<double>[mostWays];
        thresholds = new Vector128<uint>[mostWays];
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
    // The tables of up to four bands that lead to the same place, a lane each; −1 where a band does not serve it or there is no band.
    private int[][] Trips(Band[] bands) =>
        [.. bands.SelectMany(b => b.Tables).GroupBy(t => stage.Markets[stage.Tables[t].Market].Place).OrderBy(g => g.Key)
            .Select(place => Enumerable.Range(0, Lanes).Select(lane => place.FirstOrDefault(t => lane < bands.Length && bands[lane].Tables.Contains(t), -1)).ToArray())];

    // exp(−c/θ) of each link as mantissa and exponent of 2, beside what the pass adds up.
    private void Discount(Quad quad)
    {
        for (var d = 0; d < terms.Length; d++)
        {
            if (!quad.Uses(stage.Uses, d))
                continue;
            var power = quad.PowerPerUsd * quad.At(costs.Felt, d);
            // Beyond any sum of a trip's exponents there is only one path left, and whole numbers must stay exact.
            var whole = Vector256.Clamp(Vector256.Floor(power), Vector256.Create(-1e14), Vector256.Create(1e14));
            ref var term = ref terms[d];
            term.Mantissa = Portable.Exp2(Vector256.Max(Vector256<double>.Zero, power - whole));
            term.Exponent = (whole + Vector256.Create(Whole)).AsInt64() - Vector256.Create(Whole).AsInt64();
            term.Cost = quad.At(costs.Cost, d);
            term.Survival = Vector256<double>.One - quad.At(costs.PerceivedLoss, d);
        }
    }

    private void Pass(Quad quad, int[] trip, bool fresh)
    {
        var route = orientations.Tables[trip.Max()];
        var last = fresh ? route.Places.Length : route.Travelled;
        ReadOnlySpan<int> links = route.Links, heads = route.Heads;
        int step = 0, link = 0;
        foreach (var (ways, end) in route.Runs)
        {
            if (step == last)
                break;
            for (; step < end && ways == 1; step++, link++)
                Follow(in terms[links[link]], in ahead[heads[link]], ref ahead[step + 1]);
            for (; step < end; step++, link += ways)
            {
                Split(links.Slice(link, ways), heads.Slice(link, ways), ref ahead[step + 1]);
                tables.Write(trip, route.Places[step], links.Slice(link, ways), thresholds);
            }
        }

        if (fresh)
            WriteFixed(trip, route);
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (trip[lane] >= 0)
                Summarise(quad.Bands[lane], trip[lane], lane, route);
        }
    }

    // The only way on.
    private static void Follow(in Term term, in Ahead head, ref Ahead here)
    {
        var mantissa = term.Mantissa * head.Mantissa;
        var carries = Vector256.GreaterThanOrEqual(mantissa, Vector256.Create(2.0));
        here.Mantissa = Vector256.ConditionalSelect(carries, mantissa * 0.5, mantissa);
        // A lane that carries is −1.
        here.Exponent = term.Exponent + head.Exponent - carries.AsInt64();
        here.Cost = term.Cost + head.Cost;
        here.Survival = term.Survival * head.Survival;
    }

    // Several ways on: the thresholds of their shares, and the expected cost and survival of the rest of the trip.
    private void Split(ReadOnlySpan<int> links, ReadOnlySpan<int> heads, ref Ahead here)
    {
        ReadOnlySpan<Term> terms = this.terms;
        ReadOnlySpan<Ahead> ahead = this.ahead;
        var weights = this.weights.AsSpan(0, links.Length);
        var largest = Vector256.Create(long.MinValue / 2);
        for (var i = 0; i < links.Length; i++)
            largest = Vector256.Max(largest, terms[links[i]].Exponent + ahead[heads[i]].Exponent);
        Vector256<double> sum = default, cost = default, survival = default;
        for (var i = 0; i < links.Length; i++)
        {
            ref readonly var term = ref terms[links[i]];
            ref readonly var head = ref ahead[heads[i]];
            var weight = term.Mantissa * head.Mantissa * TwoTo(term.Exponent + head.Exponent - largest);
            weights[i] = weight;
            sum += weight;
            cost += weight * (term.Cost + head.Cost);
            survival += weight * term.Survival * head.Survival;
        }

        var scale = Vector256<double>.One / sum;
        var share = Vector256<double>.Zero;
        var thresholds = this.thresholds.AsSpan(0, links.Length - 1);
        for (var i = 0; i < thresholds.Length; i++)
        {
            share += weights[i] * scale;
            thresholds[i] = Threshold(share);
        }

        // Back to a mantissa in 1 … 2.
        var bits = sum.AsInt64();
        var shift = Vector256.ShiftRightLogical(bits, 52) - Vector256.Create(1023L);
        here.Mantissa = (bits - Vector256.ShiftLeft(shift, 52)).AsDouble();
        here.Exponent = largest + shift;
        here.Cost = cost * scale;
        here.Survival = survival * scale;
    }

    // What no cost moves: the market, places with one way on, and places without any.
    private void WriteFixed(int[] trip, Orientation route)
    {
        for (var i = 0; i < route.Places.Length; i++)
        {
            if (route.Start[i + 1] == route.Start[i] + 1)
                tables.Write(trip, route.Places[i], route.Links.AsSpan(route.Start[i], 1), []);
        }

        foreach (var table in trip)
        {
            if (table < 0)
                continue;
            tables.MarketPlace[table] = stage.Markets[stage.Tables[table].Market].Place;
            for (var place = 0; place < route.Step.Length; place++)
            {
                if (route.Step[place] < 0)
                    tables.Row(table, place).Clear();
            }
        }
    }

    private void Summarise(Band band, int t, int lane, Orientation route)
    {
        double weighted = 0, cost = 0, loss = 0;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            if (route.Step[band.Homes[h]] < 0)
                continue;
            ref readonly var home = ref ahead[route.Step[band.Homes[h]]];
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

    // The share below as a whole number of 2⁻³²; the largest number is kept for the last link.
    private static Vector128<uint> Threshold(Vector256<double> share)
    {
        var whole = Vector256.Floor(Vector256.Min(share * 4294967296.0, Vector256.Create(4294967294.0)));
        var bits = (whole + Vector256.Create(Whole)).AsUInt32();
        return Vector256.Shuffle(bits, Vector256.Create(0u, 2, 4, 6, 0, 2, 4, 6)).GetLower();
    }

    // Up to four bands that share their orientations, a lane each, and their tables by market. Lanes without a band repeat the costs of the first.
    private sealed class Quad(Band[] bands, int[][] trips, int links)
    {
        private readonly int[] first = [.. ByLane(bands, b => b.Index * links)];

        public Band[] Bands { get; } = bands;

        public int[][] Trips { get; } = trips;

        // −1/θ for a power of 2.
        public Vector256<double> PowerPerUsd { get; } = Vector256.Create([.. ByLane(bands, b => -Log2E / b.Good.ThetaUsdPerKg)]);

        public bool Uses(bool[] cells, int link) => cells[first[0] + link];

        public Vector256<double> At(double[] cells, int link) =>
            Vector256.Create(cells[first[0] + link], cells[first[1] + link], cells[first[2] + link], cells[first[3] + link]);

        private static IEnumerable<T> ByLane<T>(Band[] bands, Func<Band, T> what) =>
            Enumerable.Range(0, Lanes).Select(lane => what(bands[lane < bands.Length ? lane : 0]));
    }

    // A link: exp(−c/θ) = mantissa · 2^exponent, cost without risk, perceived survival.
    private struct Term
    {
        public Vector256<double> Mantissa;
        public Vector256<long> Exponent;
        public Vector256<double> Cost;
        public Vector256<double> Survival;
    }

    // The rest of the trip from a place: z = mantissa · 2^exponent, expected cost without risk, perceived survival.
    private struct Ahead
    {
        public Vector256<double> Mantissa;
        public Vector256<long> Exponent;
        public Vector256<double> Cost;
        public Vector256<double> Survival;
    }
}
