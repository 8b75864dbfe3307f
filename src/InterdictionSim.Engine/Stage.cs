using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine;

/// <summary>A scenario as indices and arrays: what all phases look things up in and none changes.</summary>
internal sealed class Stage
{
    private readonly double[][] valueRatio;

    public Stage(Scenario scenario)
    {
        Scenario = scenario;
        Network = new BorderNetwork(scenario.World);
        Commodities = [.. scenario.Commodities.Keys.Order(StringComparer.Ordinal)];
        Posts = [.. AllPosts(scenario).OrderBy(p => p.Id, StringComparer.Ordinal)];
        Relations = [.. scenario.World.Relations.OrderBy(r => r.Sponsor, StringComparer.Ordinal).ThenBy(r => r.Host, StringComparer.Ordinal)];
        Militants = [.. scenario.World.Militants.OrderBy(m => m.Id, StringComparer.Ordinal)];
        SupplyRoutes = [.. scenario.World.SupplyRoutes.OrderBy(r => r.Id, StringComparer.Ordinal)];
        Measures = [.. scenario.Measures.Where(m => m.Value.Enabled).OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => (m.Key, m.Value))];
        Agencies = scenario.World.Agencies.ToDictionary(a => a.Id, StringComparer.Ordinal);
        PostPlace = [.. Posts.Select(p => Network[p.Place])];
        PostCountry = [.. Posts.Select(p => Array.IndexOf(Network.Countries, Agencies[p.Agency].Country))];
        Classes = LoadClasses(scenario, Commodities);
        Markets = [.. scenario.World.Markets.OrderBy(m => m.Commodity, StringComparer.Ordinal).ThenBy(m => m.Place, StringComparer.Ordinal)
            .Select(m => new MarketPoint(m, Network[m.Place], Array.IndexOf(Commodities, m.Commodity), ReferenceGramsPerDay(scenario, m)))];
        BasePrice = BasePrices();
        valueRatio = ValueRatios();
        (Bands, Tables) = BandsAndTables();
        Uses = [.. Bands.SelectMany(b => Enumerable.Range(0, Network.DirectedLinks).Select(d => b.Haul.MayUse(Network.LinkAt(d).Mode)))];
        CheckSizes();
    }

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>The network.</summary>
    public BorderNetwork Network { get; }

    /// <summary>Commodity ids, sorted.</summary>
    public string[] Commodities { get; }

    /// <summary>Posts of the world and of the measures, sorted by id.</summary>
    public Post[] Posts { get; }

    /// <summary>Relations, sorted by sponsor and host.</summary>
    public Relation[] Relations { get; }

    /// <summary>Militant groups, sorted by id.</summary>
    public MilitantGroup[] Militants { get; }

    /// <summary>Supply routes of the foreign forces, sorted by id.</summary>
    public SupplyRoute[] SupplyRoutes { get; }

    /// <summary>Measures that are taken, sorted by id.</summary>
    public (string Id, IMeasure Measure)[] Measures { get; }

    /// <summary>Agencies by id.</summary>
    public Dictionary<string, Agency> Agencies { get; }

    /// <summary>Place of each post.</summary>
    public int[] PostPlace { get; }

    /// <summary>Country that owns what each post seizes.</summary>
    public int[] PostCountry { get; }

    /// <summary>Load classes.</summary>
    public LoadClass[] Classes { get; }

    /// <summary>Markets, sorted by commodity and place.</summary>
    public MarketPoint[] Markets { get; }

    /// <summary>Replacement value at the start, USD/kg, by commodity and place; NaN where none is given.</summary>
    public double[][] BasePrice { get; }

    /// <summary>Organisations, sorted by id.</summary>
    public Band[] Bands { get; }

    /// <summary>Whether an organisation's haul may use a link, by organisation and directed link.</summary>
    public bool[] Uses { get; }

    /// <summary>Choice tables: an organisation and a market each.</summary>
    public (int Band, int Market)[] Tables { get; }

    /// <summary>
    /// Value of a commodity over that of heroin at a place: all costs are those of a kilogram of heroin times this ratio, so that a commodity of a
    /// thirteenth of the value does not pay the whole of a heroin load's costs.
    /// </summary>
    public double ValueRatio(int commodity, int place) => valueRatio[commodity][place];

    private static IEnumerable<Post> AllPosts(Scenario scenario) =>
        scenario.World.Posts.Concat(scenario.Measures.OrderBy(m => m.Key, StringComparer.Ordinal)
            .Where(m => m.Value.Enabled).SelectMany(m => m.Value.NewPosts(m.Key, scenario.World)));

    private static LoadClass[] LoadClasses(Scenario scenario, string[] commodities) =>
        [.. (from commodity in commodities
             from haul in scenario.Hauls.OrderBy(h => h.Key, StringComparer.Ordinal)
             from concealment in haul.Value.Concealment.Keys.Order(StringComparer.Ordinal)
             select (commodity, haul, concealment))
            .Select((c, index) => new LoadClass(index, c.commodity, Array.IndexOf(commodities, c.commodity), c.haul.Key, c.haul.Value, c.concealment))];

    private static double ReferenceGramsPerDay(Scenario scenario, Market market) =>
        scenario.Market.ReferenceTonnesPerYear[market.Commodity][market.Group] * market.ShareOfGroup * scenario.Run.PopulationScale * 1e6 / 365.25;

    private double[][] BasePrices()
    {
        var prices = new double[Commodities.Length][];
        for (var c = 0; c < prices.Length; c++)
        {
            prices[c] = new double[Network.Places.Length];
            Array.Fill(prices[c], double.NaN);
        }

        var known = Network.Places.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        foreach (var price in Scenario.World.Prices)
        {
            if (known.TryGetValue(price.Place, out var place) && Array.IndexOf(Commodities, price.Commodity) is >= 0 and var commodity)
                prices[commodity][place] = price.UsdPerKg;
        }

        return prices;
    }

    // The records of the hot loop hold these numbers in one byte or two.
    private void CheckSizes()
    {
        foreach (var (what, count, most) in new[]
        {
            ("load classes (commodities × hauls × concealments)", Classes.Length, byte.MaxValue + 1), ("directed links", Network.DirectedLinks, ushort.MaxValue + 1),
            ("posts", Posts.Length, ushort.MaxValue + 1), ("organisations", Bands.Length, ushort.MaxValue + 1), ("pairs of organisation and market", Tables.Length, ushort.MaxValue + 1),
        })
        {
            if (count > most)
                throw new ScenarioException($"The scenario has {count} {what}; at most {most} can run.");
        }
    }

    private double[][] ValueRatios()
    {
        // The dearest commodity sets the scale: heroin, in the scenarios that ship.
        var dearest = Enumerable.Range(0, Commodities.Length).MaxBy(c => BasePrice[c].Where(p => !double.IsNaN(p)).DefaultIfEmpty(0).Average());
        return [.. BasePrice.Select(prices => prices.Select((price, place) => price / BasePrice[dearest][place] is > 0 and var ratio ? ratio : 1.0).ToArray())];
    }

    private (Band[] Bands, (int Band, int Market)[] Tables) BandsAndTables()
    {
        var fleet = Scenario.Fleet;
        var tables = new List<(int Band, int Market)>();
        var bands = new List<Band>();
        var sizes = Scenario.Hauls.ToDictionary(h => h.Key, h => QuantileTable.LogNormal(h.Value.MeanKg * 1000, h.Value.LogSd, h.Value.LowKg * 1000, h.Value.HighKg * 1000));
        foreach (var organisation in Scenario.World.Organisations.OrderBy(o => o.Id, StringComparer.Ordinal))
        {
            var commodity = Array.IndexOf(Commodities, organisation.Commodity);
            var haul = Scenario.Hauls[organisation.Haul];
            var homes = organisation.Homes.Where(h => h.Value > 0).OrderBy(h => h.Key, StringComparer.Ordinal).ToArray();
            var classes = Classes.Where(c => c.Commodity == commodity && c.HaulId == organisation.Haul).ToArray();
            var mine = new List<int>();
            for (var m = 0; m < Markets.Length; m++)
            {
                if (Markets[m].Commodity == commodity && Markets[m].Market.HaulShares.GetValueOrDefault(organisation.Haul) > 0)
                {
                    mine.Add(tables.Count);
                    tables.Add((bands.Count, m));
                }
            }

            bands.Add(new Band
            {
                Index = bands.Count,
                Organisation = organisation,
                Commodity = commodity,
                Haul = haul,
                Good = Scenario.Commodities[organisation.Commodity],
                Traffickers = (int)Math.Round(fleet.Traffickers[organisation.Commodity] * organisation.ShareOfFleet * Scenario.Run.PopulationScale),
                Hash = Band.HashOf(organisation.Id),
                Homes = [.. homes.Select(h => Network[h.Key])],
                HomeWeights = [.. homes.Select(h => h.Value)],
                HomeCumulative = Sampler.Cumulative([.. homes.Select(h => h.Value)]),
                LoadClasses = [.. classes.Select(c => c.Index)],
                LoadClassCumulative = Sampler.Cumulative([.. classes.Select(c => haul.Concealment[c.Concealment])]),
                Tables = [.. mine],
                Sizes = sizes[organisation.Haul],
                ReturnsAtOnce = fleet is { TurnaroundDays: 0, RecruitingDelayDays: 0 },
            });
        }

        Hashes.Of("organisations", [.. bands.Select(b => b.Organisation.Id)]);
        return ([.. bands], [.. tables]);
    }
}

/// <summary>A market as the tick uses it.</summary>
/// <param name="Market">The scenario's record.</param>
/// <param name="Place">Its place.</param>
/// <param name="Commodity">Commodity index.</param>
/// <param name="ReferenceGramsPerDay">Deliveries at the reference price, grams a day.</param>
internal sealed record MarketPoint(Market Market, int Place, int Commodity, double ReferenceGramsPerDay);
