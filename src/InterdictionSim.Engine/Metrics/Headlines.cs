using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Metrics;

/// <summary>The headline series: what a day adds, and how things stand at its end.</summary>
internal sealed class Headlines : IState
{
    private const string Heroin = "heroin";
    private readonly Stage stage;
    private readonly Ledger ledger;
    private readonly List<(DailyColumn Column, bool IsFlow, Func<double> Now)> series = [];
    private readonly double[] yesterday;

    public Headlines(Stage stage, Ledger ledger, Tally[] tallies, Posts posts, Skill skill, Prices prices, Supply.OpiumStock stock)
    {
        this.stage = stage;
        this.ledger = ledger;
        var heroin = Array.IndexOf(stage.Commodities, Heroin);
        var countries = stage.PostCountry.Distinct().Order().ToArray();
        int[] bands = Bands(heroin), markets = MarketsOf(heroin), posted = heroin < 0 ? [] : Every(heroin);
        Add("dispatchedKg", "kg/day", "Heroin sent.", true, () => Kg(ledger.DispatchedGrams, bands));
        foreach (var group in stage.Markets.Where(m => m.Commodity == heroin).Select(m => m.Market.Group).Distinct().Order(StringComparer.Ordinal))
        {
            var members = Enumerable.Range(0, stage.Markets.Length).Where(m => stage.Markets[m].Commodity == heroin && stage.Markets[m].Market.Group == group).ToArray();
            var reference = members.Sum(m => stage.Markets[m].ReferenceGramsPerDay);
            Add($"deliveredKg.{group}", "kg/day", $"Heroin sold, {group}.", true, () => Kg(ledger.DeliveredGrams, members));
            Add($"priceUsdPerKg.{group}", "USD/kg", $"Wholesale price of heroin, {group}, weighted by reference quantities.", false, () => MeanPrice(prices, members, reference));
        }

        foreach (var country in countries)
        {
            var id = stage.Network.Countries[country];
            var mine = Enumerable.Range(0, stage.Posts.Length).Where(p => stage.PostCountry[p] == country).ToArray();
            var cells = heroin < 0 ? [] : mine.Select(p => p * stage.Commodities.Length + heroin).ToArray();
            Add($"seizedKg.{id}", "kg/day", $"Heroin seized by posts of {id}.", true, () => Kg(ledger.SeizedGrams, cells));
            Add($"skill.{id}", "0..1", $"Mean skill of officers at posts of {id}, weighted by officers.", false, () => MeanSkill(posts, mine));
        }

        var inflow = Enumerable.Range(0, stage.Network.DirectedLinks).Where(d => IsInflow(stage.Network, d)).ToArray();
        Add("inflowKg", "kg/day", "Heroin carried from Afghanistan into the five states.", true, () => Carried(tallies, inflow, heroin));
        Add("underWayKg", "kg", "Heroin under way.", false, () => Kg(ledger.DispatchedGrams, bands) - Kg(ledger.DeliveredGrams, markets) - Kg(ledger.SeizedGrams, posted));
        Add("trainedOfficers", "persons", "Trained officers on strength at posts.", false, () => Sum(skill.Trained));
        Add("freshEquivalents", "persons", "Trained officers at posts, each counted by what is left of the training.", false, () => Sum(skill.Fresh));
        Add("lorryHoursLost", "h/day", "Hours that legal vehicles wait at posts.", true, () => Sum(ledger.QueueLorryMinutes) / 60.0);
        Add("spendingUsd", "USD/day", "Spent on measures.", true, () => Sum(ledger.SpendingCents) / 100.0);
        Add("militantsUsd", "USD/day", "Paid to militant groups by traffickers.", true, () => ledger.Money[Account.Militants] / 100.0);
        Add("opiumStockTonnes", "t", "Opium in stock.", false, () => stock.Grams / 1e6);
        Add("farmGateUsdPerKg", "USD/kg", "Farm-gate price of dry opium.", false, () => stock.FarmGateUsdPerKg);
        AddSecurity();
        yesterday = new double[series.Count];
        Columns = [.. series.Select(s => s.Column)];
    }

    /// <summary>Columns of the series.</summary>
    public IReadOnlyList<DailyColumn> Columns { get; }

    /// <summary>Takes in a day; writes its row where the day is measured.</summary>
    public void PassDay(Span<double> row)
    {
        for (var s = 0; s < yesterday.Length; s++)
        {
            var now = series[s].Now();
            if (!row.IsEmpty)
                row[s] = series[s].IsFlow ? now - yesterday[s] : now;
            yesterday[s] = now;
        }
    }

    // Levels are summed over days in the ledger, so a day's level is what it adds. Only what something may move is told by day: countries where militants are
    // at home or unrest may break out, and relations that a measure depends on.
    private void AddSecurity()
    {
        if (stage.Militants.Length > 0)
        {
            Add("militantStrength", "fighters", "Fighters of all militant groups.", true, () => Sum(ledger.FighterMicroDays) / 1e6);
            Add("incidents", "incidents/day", "Incidents made by militants.", true, () => Sum(ledger.Incidents));
        }

        var shaken = stage.Militants.SelectMany(g => Security.Militants.Homes(stage, g))
            .Concat(stage.Measures.Where(m => m.Measure is Measures.Unrest).Select(m => Array.IndexOf(stage.Network.Countries, m.Measure.Programme.Host)));
        foreach (var c in shaken.Distinct().Order())
            Add($"stability.{stage.Network.Countries[c]}", "0..1", $"Stability of {stage.Network.Countries[c]}.", true, () => ledger.StabilityMicroDays[c] / 1e6);
        for (var i = 0; i < stage.Relations.Length; i++)
        {
            var (r, relation) = (i, stage.Relations[i]);
            if (stage.Measures.Any(m => (m.Measure.Programme.ConsentLevel is not null || m.Measure is Measures.RelationsShock)
                && m.Measure.Programme.Sponsor == relation.Sponsor && m.Measure.Programme.Host == relation.Host))
                Add($"relation.{relation.Sponsor}-{relation.Host}", "0..1", $"Relation of {relation.Sponsor} with {relation.Host}.", true, () => ledger.RelationMicroDays[r] / 1e6);
        }
    }
    /// <inheritdoc/>
    public void Exchange(StateArchive archive) => archive.Exchange(yesterday);

    private void Add(string name, string unit, string meaning, bool isFlow, Func<double> now) => series.Add((new DailyColumn(name, unit, meaning), isFlow, now));

    private static bool IsInflow(BorderNetwork network, int d) =>
        Region.IsEntry(network.Places[network.Tail[d]].Country, network.Places[network.Head[d]].Country);

    private int[] Bands(int commodity) => [.. stage.Bands.Where(b => b.Commodity == commodity).Select(b => b.Index)];

    private int[] MarketsOf(int commodity) => [.. Enumerable.Range(0, stage.Markets.Length).Where(m => stage.Markets[m].Commodity == commodity)];

    private int[] Every(int commodity) => [.. Enumerable.Range(0, stage.Posts.Length).Select(p => p * stage.Commodities.Length + commodity)];

    private static double Kg(long[] grams, int[] cells)
    {
        long sum = 0;
        foreach (var cell in cells)
            sum += grams[cell];
        return sum / 1000.0;
    }

    private double Carried(Tally[] tallies, int[] links, int commodity)
    {
        long sum = 0;
        foreach (var tally in tallies)
        {
            foreach (var band in stage.Bands)
            {
                if (band.Commodity != commodity)
                    continue;
                foreach (var d in links)
                    sum += tally.Traffic[band.Index * stage.Network.DirectedLinks + d].Grams;
            }
        }

        return sum / 1000.0;
    }

    private double MeanPrice(Prices prices, int[] markets, double reference)
    {
        var sum = 0.0;
        foreach (var m in markets)
            sum += prices.CentsPerKg[m] / 100.0 * stage.Markets[m].ReferenceGramsPerDay;
        return sum / reference;
    }

    private static double MeanSkill(Posts posts, int[] mine)
    {
        double sum = 0, officers = 0;
        foreach (var p in mine)
        {
            if (!posts.IsOpen[p])
                continue;
            sum += posts.MeanSkill(p) * posts.Officers[p];
            officers += posts.Officers[p];
        }

        return officers > 0 ? sum / officers : double.NaN;
    }

    private static double Sum(long[] values)
    {
        long sum = 0;
        foreach (var value in values)
            sum += value;
        return sum;
    }

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum;
    }
}
