using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Metrics;

/// <summary>Keeps the headline series and the moments between which metrics measure: the measured span as a whole and each of its calendar years.</summary>
internal sealed class Recorder : IState
{
    private readonly Stage stage;
    private readonly Ledger ledger;
    private readonly Headlines headlines;
    private readonly DailyTable daily;
    private readonly IReadOnlyList<IMetric> metrics = Metrics();
    private readonly List<(int Row, Ledger Ledger)> moments = [];
    private readonly MonthlyCounts monthly;

    public Recorder(Stage stage, Ledger ledger, Headlines headlines)
    {
        this.stage = stage;
        this.ledger = ledger;
        this.headlines = headlines;
        var run = stage.Scenario.Run;
        daily = new DailyTable(headlines.Columns, run.EndDate.DayNumber - run.StartDate.DayNumber + 1);
        monthly = new MonthlyCounts(stage, ledger);
        var network = stage.Network;
        Layout = new RunLayout(
            run.StartDate,
            OutcomeColumns(),
            headlines.Columns,
            [.. Enumerable.Range(0, network.DirectedLinks).Select(d => new DirectedLink(network.LinkAt(d).Id, network.Places[network.Tail[d]].Id, network.Places[network.Head[d]].Id))])
        {
            Months = monthly.Months,
            Posts = [.. stage.Posts.Select((p, i) => new PostSite(p.Id, p.Place, network.Countries[stage.PostCountry[i]]))],
            Markets = [.. monthly.Markets.Select(m => new MarketSite(m.Place, m.Group))],
        };
        if (run.WarmUpDays == 0)
            moments.Add((0, ledger.Snapshot()));
    }

    /// <summary>Names and units of what is told.</summary>
    public RunLayout Layout { get; }

    /// <summary>All kinds of metrics, one of each, sorted by name.</summary>
    public static IReadOnlyList<IMetric> Metrics() => [.. Catalog.Kinds<IMetric>().Values.Select(kind => (IMetric)Activator.CreateInstance(kind)!)];

    /// <summary>Takes in a day that has ended.</summary>
    public void PassDay(DateOnly day)
    {
        var run = stage.Scenario.Run;
        var row = day.DayNumber - run.StartDate.DayNumber;
        headlines.PassDay(row >= 0 ? daily.Row(row) : []);
        monthly.PassDay(day);
        var tomorrow = day.AddDays(1);
        if (tomorrow == run.StartDate || (tomorrow > run.StartDate && (tomorrow is { Month: 1, Day: 1 } || day == run.EndDate)))
            moments.Add((row + 1, ledger.Snapshot()));
    }

    /// <summary>The record of the run.</summary>
    public RunRecord Record(int replication)
    {
        var outcomes = new List<double>();
        var whole = Span(0, moments.Count - 1);
        foreach (var metric in metrics)
            outcomes.AddRange(metric.Measure(whole).Select(v => v.Value));
        for (var year = 1; year < moments.Count; year++)
        {
            var span = Span(year - 1, year);
            foreach (var metric in metrics)
                outcomes.AddRange(metric.Measure(span).Select(v => v.Value));
        }

        var links = stage.Network.DirectedLinks;
        var heroin = Array.IndexOf(stage.Commodities, "heroin");
        var years = moments[^1].Row / 365.25;
        var kg = new double[links];
        for (var d = 0; heroin >= 0 && d < links; d++)
            kg[d] = (moments[^1].Ledger.LinkGrams[heroin * links + d] - moments[0].Ledger.LinkGrams[heroin * links + d]) / 1000.0 / years;
        return new RunRecord(replication, [.. outcomes], daily.Values, kg) { Monthly = monthly.Kg };
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(daily, monthly);
        var count = archive.Exchange(moments.Count);
        for (var m = 0; m < count; m++)
        {
            // A snapshot of any moment has the arrays that are filled.
            var moment = m < moments.Count ? moments[m] : (Row: 0, Ledger: ledger.Snapshot());
            moment.Row = archive.Exchange(moment.Row);
            archive.Exchange(moment.Ledger);
            if (m == moments.Count)
                moments.Add(moment);
            else
                moments[m] = moment;
        }
    }

    private Period Span(int from, int to) =>
        new(stage, moments[from].Ledger, moments[to].Ledger, daily, moments[from].Row, moments[to].Row - moments[from].Row);

    private List<OutcomeColumn> OutcomeColumns()
    {
        var run = stage.Scenario.Run;
        var empty = new Period(stage, ledger, ledger, daily, 0, 1);
        var columns = new List<OutcomeColumn>();
        var suffixes = Enumerable.Range(run.StartDate.Year, run.EndDate.Year - run.StartDate.Year + 1).Select(year => $"@{year}").Prepend("");
        foreach (var suffix in suffixes)
        {
            foreach (var metric in metrics)
            {
                var name = Catalog.Kebab(metric.GetType().Name);
                columns.AddRange(metric.Measure(empty).Select(v =>
                    new OutcomeColumn((v.Key.Length > 0 ? $"{name}.{v.Key}" : name) + suffix, metric.Unit, metric.Direction, metric.Meaning)));
            }
        }

        return columns;
    }
}
