using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Traffic past sites as dispatch hazards and choice tables have it: what intelligence knows of routes, without the loads of the day.</summary>
/// <remarks>
/// On the acyclic orientation of a trip, a pass forward gives what reaches a site past none of the covered ones, a pass backward the share of it that will
/// meet none either; their product is uncovered. A team meets who arrives at its place, not who starts there.
/// </remarks>
internal sealed class RouteTraffic
{
    private readonly Stage stage;
    private readonly Orientations orientations;
    private readonly ChoiceTables choice;
    private readonly Readiness readiness;
    private readonly int[] sites;
    private readonly bool[] isCovered;
    private readonly double[] arriving;
    private readonly double[] starting;
    private readonly double[] escapes;

    /// <summary>Prepares for a set of sites.</summary>
    /// <param name="stage">The scenario.</param>
    /// <param name="orientations">Which links a trip may take.</param>
    /// <param name="choice">Shares of traffic by link.</param>
    /// <param name="readiness">How much is sent, and where to.</param>
    /// <param name="sites">Place of each site.</param>
    public RouteTraffic(Stage stage, Orientations orientations, ChoiceTables choice, Readiness readiness, int[] sites)
    {
        this.stage = stage;
        this.orientations = orientations;
        this.choice = choice;
        this.readiness = readiness;
        this.sites = sites;
        var places = stage.Network.Places.Length;
        isCovered = new bool[places];
        arriving = new double[places];
        starting = new double[places];
        escapes = new double[places];
    }

    /// <summary>Kilograms a day (of heroin, or what is worth as much at home) past each site that meet none of the covered ones.</summary>
    public void Uncovered(ReadOnlySpan<bool> covered, Span<double> kgPerDay)
    {
        for (var i = 0; i < sites.Length; i++)
            isCovered[sites[i]] = covered[i];
        kgPerDay.Clear();
        foreach (var band in stage.Bands)
        {
            for (var way = 0; way < band.Tables.Length; way++)
                Add(band, way, kgPerDay);
        }
    }

    private void Add(Band band, int way, Span<double> kgPerDay)
    {
        var table = band.Tables[way];
        if (!Start(band, table, SentKgPerDay(band, way)))
            return;
        var route = orientations.Tables[table];
        var market = stage.Markets[stage.Tables[table].Market].Place;
        Escape(route, table, market);
        Carry(route, table);
        for (var i = 0; i < sites.Length; i++)
            kgPerDay[i] += isCovered[sites[i]] ? 0.0 : arriving[sites[i]] * escapes[sites[i]];
    }

    private double SentKgPerDay(Band band, int way)
    {
        var cumulative = readiness.MarketCumulative[band.Index];
        var share = (cumulative[way] - (way > 0 ? (double)cumulative[way - 1] : 0.0)) / uint.MaxValue;
        return band.Traffickers * readiness.HazardPerDay[band.Index] * share * band.Haul.MeanKg;
    }

    // From the homes that lead to the market; false where nothing is sent.
    private bool Start(Band band, int table, double kgPerDay)
    {
        Array.Clear(arriving);
        Array.Clear(starting);
        Array.Clear(escapes);
        var weight = 0.0;
        for (var h = 0; h < band.Homes.Length; h++)
            weight += choice.Leads(table, band.Homes[h]) ? band.HomeWeights[h] : 0.0;
        if (!(weight > 0 && kgPerDay > 0))
            return false;
        for (var h = 0; h < band.Homes.Length; h++)
        {
            if (choice.Leads(table, band.Homes[h]))
                starting[band.Homes[h]] += kgPerDay * band.HomeWeights[h] / weight * stage.ValueRatio(band.Commodity, band.Homes[h]);
        }

        return true;
    }

    // Share of those who leave a place that meets no covered site from there to the market.
    private void Escape(Orientation route, int table, int market)
    {
        escapes[market] = 1.0;
        for (var i = 0; i < route.Travelled; i++)
        {
            var share = 0.0;
            for (var l = route.Start[i]; l < route.Start[i + 1]; l++)
            {
                var head = stage.Network.Head[route.Links[l]];
                share += isCovered[head] ? 0.0 : choice.Probability(table, route.Links[l]) * escapes[head];
            }

            escapes[route.Places[i]] = share;
        }
    }

    // What arrives at each place past none of the covered sites before it.
    private void Carry(Orientation route, int table)
    {
        for (var i = route.Travelled - 1; i >= 0; i--)
        {
            var place = route.Places[i];
            var leaving = starting[place] + (isCovered[place] ? 0.0 : arriving[place]);
            for (var l = route.Start[i]; leaving > 0 && l < route.Start[i + 1]; l++)
                arriving[stage.Network.Head[route.Links[l]]] += leaving * choice.Probability(table, route.Links[l]);
        }
    }
}
