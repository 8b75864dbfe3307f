using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Supply;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Metrics;

/// <summary>A span of a run, as metrics see it: what was counted in it, per year where it flows, and means of the daily series.</summary>
public sealed class Period
{
    private const double KgPerGram = 1e-3;
    private readonly Stage stage;
    private readonly Ledger before;
    private readonly Ledger after;
    private readonly DailyTable daily;
    private readonly int firstRow;
    private readonly int rows;

    internal Period(Stage stage, Ledger before, Ledger after, DailyTable daily, int firstRow, int rows)
    {
        this.stage = stage;
        this.before = before;
        this.after = after;
        this.daily = daily;
        this.firstRow = firstRow;
        this.rows = rows;
    }

    /// <summary>Length, years.</summary>
    public double Years => rows / 365.25;

    /// <summary>Commodities, sorted.</summary>
    public IReadOnlyList<string> Commodities => stage.Commodities;

    /// <summary>Countries that own a post, sorted.</summary>
    public IReadOnlyList<string> Countries => [.. stage.PostCountry.Distinct().Order().Select(c => stage.Network.Countries[c])];

    /// <summary>Groups of markets of a commodity, sorted.</summary>
    public IReadOnlyList<string> MarketGroups(string commodity) =>
        [.. stage.Markets.Where(m => m.Market.Commodity == commodity).Select(m => m.Market.Group).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Sponsors of measures, sorted.</summary>
    public IReadOnlyList<string> Sponsors =>
        [.. stage.Measures.Select(m => m.Measure.Programme.Sponsor).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Kilograms a year seized by posts that satisfy a condition.</summary>
    public double SeizedKgPerYear(string commodity, Func<PostView, bool> where) =>
        Sum(commodity, where, i => after.SeizedGrams[i] - before.SeizedGrams[i]) * KgPerGram / Years;

    /// <summary>Expected kilograms a year seized (probability × mass of every passage) by posts that satisfy a condition.</summary>
    public double ExpectedSeizedKgPerYear(string commodity, Func<PostView, bool> where) =>
        Sum(commodity, where, i => (after.ExpectedSeizedGrams[i] - before.ExpectedSeizedGrams[i]) / InspectionTable.ExpectedUnitsPerGram) * KgPerGram / Years;

    /// <summary>Seizures a year.</summary>
    public double SeizuresPerYear => (after.Seizures.Sum() - before.Seizures.Sum()) / Years;

    /// <summary>Ids of the measures that send mobile teams out, sorted.</summary>
    public IReadOnlyList<string> MobileTeams => [.. stage.Measures.Where(m => m.Measure is Measures.MobileTeams).Select(m => m.Id)];

    /// <summary>Moves a year of the mobile teams of a measure from one site to another.</summary>
    public double TeamMovesPerYear(string measure)
    {
        var m = Array.FindIndex(stage.Measures, x => x.Id == measure);
        return (after.TeamMoves[m] - before.TeamMoves[m]) / Years;
    }

    /// <summary>Kilograms a year carried over the border from one country to another.</summary>
    public double BorderKgPerYear(string commodity, string from, string to)
    {
        var network = stage.Network;
        int c = Array.IndexOf(stage.Commodities, commodity), f = Array.IndexOf(network.Countries, from), t = Array.IndexOf(network.Countries, to);
        long grams = 0;
        for (var d = 0; c >= 0 && d < network.DirectedLinks; d++)
        {
            if (network.CountryOf[network.Tail[d]] == f && network.CountryOf[network.Head[d]] == t && f != t)
                grams += after.LinkGrams[c * network.DirectedLinks + d] - before.LinkGrams[c * network.DirectedLinks + d];
        }

        return grams * KgPerGram / Years;
    }

    /// <summary>Kilograms a year delivered to a group of markets.</summary>
    public double DeliveredKgPerYear(string commodity, string group) =>
        Enumerable.Range(0, stage.Markets.Length)
            .Where(m => stage.Markets[m].Market.Commodity == commodity && stage.Markets[m].Market.Group == group)
            .Sum(m => after.DeliveredGrams[m] - before.DeliveredGrams[m]) * KgPerGram / Years;

    /// <summary>Kilograms a year dispatched by the hauls that satisfy a condition.</summary>
    public double DispatchedKgPerYear(string commodity, Func<string, bool> haul) =>
        stage.Bands.Where(b => b.Organisation.Commodity == commodity && haul(b.Organisation.Haul))
            .Sum(b => after.DispatchedGrams[b.Index] - before.DispatchedGrams[b.Index]) * KgPerGram / Years;

    /// <summary>Hauls by which a commodity is sent, sorted.</summary>
    public IReadOnlyList<string> Hauls(string commodity) =>
        [.. stage.Bands.Where(b => b.Organisation.Commodity == commodity).Select(b => b.Organisation.Haul).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Kilograms a year delivered by a haul.</summary>
    public double HaulDeliveredKgPerYear(string commodity, string haul) => OfHaul(commodity, haul, after.SoldGrams, before.SoldGrams);

    /// <summary>Kilograms a year that a haul lost to posts.</summary>
    public double HaulSeizedKgPerYear(string commodity, string haul) => OfHaul(commodity, haul, after.LostGrams, before.LostGrams);

    /// <summary>Crossings, and links that touch none, by which one comes from Afghanistan into the five states, sorted.</summary>
    public IReadOnlyList<string> EntryCrossings =>
        [.. EntryLinks.Select(d => Region.CrossingOf(stage.Network.LinkAt(d).Id)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Kilograms a year carried from Afghanistan into the five states over a crossing.</summary>
    public double EntryKgPerYear(string commodity, string crossing)
    {
        var offset = Array.IndexOf(stage.Commodities, commodity) * stage.Network.DirectedLinks;
        return offset < 0 ? 0 : EntryLinks.Where(d => Region.CrossingOf(stage.Network.LinkAt(d).Id) == crossing)
            .Sum(d => after.LinkGrams[offset + d] - before.LinkGrams[offset + d]) * KgPerGram / Years;
    }

    /// <summary>Sources of opium, sorted.</summary>
    public IReadOnlyList<string> Sources => OpiumStock.Sources(stage.Scenario);

    /// <summary>Tonnes of opium a year that a source harvested for the northern route.</summary>
    public double HarvestedTonnesPerYear(string source)
    {
        var s = Array.IndexOf(OpiumStock.Sources(stage.Scenario), source);
        return (after.HarvestedGrams[s] - before.HarvestedGrams[s]) / 1e6 / Years;
    }

    /// <summary>Trips a year.</summary>
    public double TripsPerYear => (after.Trips.Sum() - before.Trips.Sum()) / Years;

    /// <summary>Mean days from departure to delivery; NaN when nothing was delivered.</summary>
    public double TripDays =>
        (after.TripTicks.Sum() - before.TripTicks.Sum()) / (double)(after.TripsDone.Sum() - before.TripsDone.Sum()) * stage.Scenario.Run.TickDays;

    /// <summary>Arrests a year in a country.</summary>
    public double ArrestsPerYear(string country)
    {
        var c = Array.IndexOf(stage.Network.Countries, country);
        return (after.Arrests[c] - before.Arrests[c]) / Years;
    }

    /// <summary>Hours a year that legal vehicles waited at the posts of a country.</summary>
    public double LorryHoursPerYear(string country) => OfPosts(country, after.QueueLorryMinutes, before.QueueLorryMinutes) / 60.0 / Years;

    /// <summary>Officers on strength at the open posts of a country, mean over the span.</summary>
    public double Officers(string country) => OfPosts(country, after.OfficerMilliDays, before.OfficerMilliDays) / 1000.0 / rows;

    /// <summary>Trained officers at the posts of a country, mean over the span.</summary>
    public double TrainedOfficers(string country) => OfPosts(country, after.TrainedMilliDays, before.TrainedMilliDays) / 1000.0 / rows;

    /// <summary>Trained officers at the posts of a country, each counted by what is left of the training, mean over the span.</summary>
    public double FreshEquivalents(string country) => OfPosts(country, after.FreshMilliDays, before.FreshMilliDays) / 1000.0 / rows;

    /// <summary>Ids of the measures that are taken, sorted.</summary>
    public IReadOnlyList<string> Measures => [.. stage.Measures.Select(m => m.Id)];

    /// <summary>USD spent in the span on the measures that satisfy a condition.</summary>
    public double SpendingUsd(Func<string, IMeasure, bool> where) =>
        stage.Measures.Select((m, i) => where(m.Id, m.Measure) ? after.SpendingCents[i] - before.SpendingCents[i] : 0).Sum() / 100.0;

    /// <summary>USD a year paid by the buyers of a group of markets, all commodities.</summary>
    public double RevenueUsdPerYear(string group) =>
        Enumerable.Range(0, stage.Markets.Length).Where(m => stage.Markets[m].Market.Group == group).Sum(m => after.RevenueCents[m] - before.RevenueCents[m]) / 100.0 / Years;

    /// <summary>Supply routes of the foreign forces, sorted.</summary>
    public IReadOnlyList<SupplyRoute> SupplyRoutes => stage.SupplyRoutes;

    /// <summary>Containers a week that arrived by a supply route.</summary>
    public double SupplyTeuPerWeek(string route)
    {
        var r = Array.FindIndex(stage.SupplyRoutes, s => s.Id == route);
        return (after.SupplyMilliTeu[r] - before.SupplyMilliTeu[r]) / 1000.0 * 7.0 / rows;
    }

    /// <summary>Mined land that is cleared at the end of the span, km².</summary>
    public double ClearedKm2 => after.ClearedSquareMetres * 1e-6;

    /// <summary>Kilograms a year of seized heroin that a country published.</summary>
    public double ReportedKgPerYear(string country)
    {
        var c = Array.IndexOf(stage.Network.Countries, country);
        return (after.ReportedGrams[c] - before.ReportedGrams[c]) * KgPerGram / Years;
    }

    /// <summary>USD a year that militant groups received.</summary>
    public double MilitantsUsdPerYear => Received(Account.Militants);

    /// <summary>USD a year that officers received.</summary>
    public double BribesUsdPerYear => Received(Account.Bribes);

    /// <summary>Graduates of all training centres in the span, persons.</summary>
    public double Graduates => after.Graduates - before.Graduates;

    /// <summary>Counter-terror graduates among them, persons: each counts with the share of its curriculum.</summary>
    public double CounterTerrorGraduates => after.CounterTerrorGraduates - before.CounterTerrorGraduates;

    /// <summary>Countries where a militant group is at home, sorted.</summary>
    public IReadOnlyList<string> MilitantCountries =>
        [.. stage.Militants.SelectMany(g => Security.Militants.Homes(stage, g)).Distinct().Order().Select(c => stage.Network.Countries[c])];

    /// <summary>Militant groups, sorted by id.</summary>
    public IReadOnlyList<string> MilitantGroups => [.. stage.Militants.Select(g => g.Id)];

    /// <summary>Relations as <c>USA-TJK</c>, sorted by sponsor and host.</summary>
    public IReadOnlyList<string> Relations => [.. stage.Relations.Select(r => $"{r.Sponsor}-{r.Host}")];

    /// <summary>Incidents a year in a country.</summary>
    public double IncidentsPerYear(string country)
    {
        var c = Array.IndexOf(stage.Network.Countries, country);
        return (after.Incidents[c] - before.Incidents[c]) / Years;
    }

    /// <summary>Mean fighters of a group, by its place in <see cref="MilitantGroups"/>.</summary>
    public double MeanFighters(int group) => MeanLevel(before.FighterMicroDays, after.FighterMicroDays, group);

    /// <summary>Mean stability of a country, 0 … 1.</summary>
    public double MeanStability(string country) => MeanLevel(before.StabilityMicroDays, after.StabilityMicroDays, Array.IndexOf(stage.Network.Countries, country));

    /// <summary>Mean level of a relation, 0 … 1, by its place in <see cref="Relations"/>.</summary>
    public double MeanRelation(int relation) => MeanLevel(before.RelationMicroDays, after.RelationMicroDays, relation);

    /// <summary>Days of the span on which a measure ran, by its place in <see cref="Measures"/>.</summary>
    public double RunningDays(int measure) => after.RunningDays[measure] - before.RunningDays[measure];

    /// <summary>Days from the start of a measure to the first day that it ran, by its place in <see cref="Measures"/>; NaN if it has not run by the end of the span.</summary>
    public double DelayDays(int measure) =>
        after.FirstRunDay[measure] == 0 ? double.NaN : after.FirstRunDay[measure] - stage.Measures[measure].Measure.Programme.Start.DayNumber;

    /// <summary>Mean of a headline series over the span's days.</summary>
    public double DailyMean(string series) => daily.Mean(series, firstRow, rows);

    /// <summary>Whether the run has a headline series of that name.</summary>
    public bool HasDaily(string series) => daily.Has(series);

    private double MeanLevel(long[] from, long[] to, int index) => (to[index] - from[index]) / 1e6 / rows;

    private IEnumerable<int> EntryLinks
    {
        get
        {
            var network = stage.Network;
            return Enumerable.Range(0, network.DirectedLinks).Where(d => Region.IsEntry(network.Places[network.Tail[d]].Country, network.Places[network.Head[d]].Country));
        }
    }

    private double OfHaul(string commodity, string haul, long[] now, long[] then) =>
        stage.Bands.Where(b => b.Organisation.Commodity == commodity && b.Organisation.Haul == haul).Sum(b => now[b.Index] - then[b.Index]) * KgPerGram / Years;

    private double OfPosts(string country, long[] now, long[] then)
    {
        long sum = 0;
        for (var p = 0; p < stage.Posts.Length; p++)
            sum += stage.Network.Countries[stage.PostCountry[p]] == country ? now[p] - then[p] : 0;
        return sum;
    }

    private double Received(Account account) => (after.Money[account] - before.Money[account]) / 100.0 / Years;

    private double Sum(string commodity, Func<PostView, bool> where, Func<int, double> amount)
    {
        var c = Array.IndexOf(stage.Commodities, commodity);
        var sum = 0.0;
        for (var p = 0; c >= 0 && p < stage.Posts.Length; p++)
        {
            if (where(new PostView(stage.Posts[p], stage.Network.Countries[stage.PostCountry[p]])))
                sum += amount(p * stage.Commodities.Length + c);
        }

        return sum;
    }
}

/// <summary>A post as metrics see it.</summary>
/// <param name="Post">The post.</param>
/// <param name="Country">Country that owns what it seizes.</param>
public readonly record struct PostView(Post Post, string Country);
