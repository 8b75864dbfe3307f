using InterdictionSim.Engine;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Reporting.Tests;

/// <summary>Two years of a small world whose numbers are known: replication r has r + 1 times the first one's seizures.</summary>
internal static class SampleResults
{
    public static readonly DateOnly FirstDay = new(2010, 1, 1);

    public static readonly string[] States = ["TJK", "UZB", "KGZ", "KAZ", "TKM"];

    private static readonly Place[] places =
    [
        new("KUNDUZ", "Kunduz", "AFG", PlaceKind.Hub, 36.73, 68.86),
        new("FAIZABAD", "Faizabad (Badakhshan)", "AFG", PlaceKind.Source, 37.12, 70.58),
        new("XB.AFG", "Sher Khan Bandar - Panji Poyon bridge", "AFG", PlaceKind.CrossingOfficial, 37.2, 68.61),
        new("XB.TJK", "Sher Khan Bandar - Panji Poyon bridge", "TJK", PlaceKind.CrossingOfficial, 37.2, 68.61),
        new("GREEN.TJK", "Shurabad sector", "TJK", PlaceKind.CrossingGreenBorder, 37.88, 70.17),
        new("NORTH.TJK", "Karamyk", "TJK", PlaceKind.CrossingOfficial, 39.48, 71.77),
        new("DUSHANBE", "Dushanbe", "TJK", PlaceKind.City, 38.54, 68.78),
        new("OSH", "Osh", "KGZ", PlaceKind.City, 40.53, 72.8),
        new("SAMARA", "Samara", "RUS", PlaceKind.Market, 53.2, 50.15),
        new("MOSCOW", "Moscow", "RUS", PlaceKind.Market, 55.75, 37.62),
    ];

    private static readonly Link[] links =
    [
        Link("E1", "KUNDUZ", "XB.AFG", LinkMode.Road, 65),
        Link("XB:AFG-TJK", "XB.AFG", "XB.TJK", LinkMode.Crossing, 0),
        Link("E2", "XB.TJK", "DUSHANBE", LinkMode.Road, 180),
        Link("E3", "FAIZABAD", "GREEN.TJK", LinkMode.MountainTrack, 120),
        Link("E4", "GREEN.TJK", "DUSHANBE", LinkMode.Road, 250),
        Link("E5", "DUSHANBE", "OSH", LinkMode.Road, 700),
        Link("E6", "DUSHANBE", "SAMARA", LinkMode.Rail, 3000),
        Link("E7", "DUSHANBE", "SAMARA", LinkMode.Road, 3200),
        Link("E8", "SAMARA", "MOSCOW", LinkMode.Road, 1060),
        Link("E9", "DUSHANBE", "MOSCOW", LinkMode.Air, 3083),
    ];

    /// <summary>Mean kg a year out, and back.</summary>
    private static readonly Dictionary<string, (double Out, double Back)> flows = new()
    {
        ["E1"] = (900, 0),
        ["XB:AFG-TJK"] = (900, 0),
        ["E2"] = (900, 0),
        ["E3"] = (300, 0),
        ["E4"] = (300, 0),
        ["E5"] = (450, 50),
        ["E6"] = (250, 0),
        ["E7"] = (260, 0),
        ["E8"] = (480, 0),
        ["E9"] = (200, 0),
    };

    public static RunResults Make(int replications = 5, int days = 730, bool measures = true)
    {
        var columns = States.Append("RUS").SelectMany(c => (string[])[$"seizedKg.{c}", $"skill.{c}"])
            .Concat(["deliveredKg.RUS", "deliveredKg.CA5", "trainedOfficers"]).Select(name => new DailyColumn(name, "kg/day", name)).ToArray();
        var outcomes = States.Concat(["RUS", "five-states"]).Select(c => new OutcomeColumn($"seized.{c}@2010", "kg/yr", Direction.Up, "Seized")).ToArray();
        var layout = new RunLayout(
            FirstDay,
            outcomes,
            columns,
            [.. links.SelectMany(l => (DirectedLink[])[new(l.Id, l.From, l.To), new(l.Id, l.To, l.From)])]);
        var records = Enumerable.Range(0, replications).Select(r => Record(r, days, layout)).ToArray();
        PublishedFigure[] published =
        [
            new("K11", "seized.TJK@2010", "heroin seized, Tajikistan", 985, 900, 1070, "kg/yr", 2010, "B", "hard", "Annexes 2007-2015"),
            new("K15", "seized.RUS@2010", "heroin seized, Russia", 3000, 2500, 3200, "kg/yr", 2010, "A", "soft", "Agency 31 Dec 2010 https://example.org/x"),
        ];
        return new RunResults(World(days, measures), Seed: 7, layout, records, published);
    }

    /// <summary>The same without the named columns and outcomes.</summary>
    public static RunResults Without(RunResults results, Func<string, bool> isColumn)
    {
        var kept = results.Layout.Daily.Where(d => !isColumn(d.Name)).ToArray();
        var days = results.Replications[0].Daily.Length / results.Layout.Daily.Count;
        return results with
        {
            Layout = results.Layout with { Daily = kept },
            Replications =
            [
                .. results.Replications.Select(record => record with
                {
                    Daily = [.. Enumerable.Range(0, days).SelectMany(day => kept.Select(column => record.Series(results.Layout, column.Name)[day]))],
                }),
            ],
        };
    }

    private static RunRecord Record(int replication, int days, RunLayout layout)
    {
        var daily = new double[days * layout.Daily.Count];
        for (var i = 0; i < daily.Length; i++)
        {
            daily[i] = layout.Daily[i % layout.Daily.Count].Name switch
            {
                "deliveredKg.RUS" => 200 + replication,
                "deliveredKg.CA5" => 30 + replication,
                "trainedOfficers" => i / layout.Daily.Count,
                ['s', 'k', ..] => 0.3,
                _ => replication + 1,
            };
        }

        return new RunRecord(
            replication,
            [.. layout.Outcomes.Select(o => 100.0 * (replication + 1))],
            daily,
            [.. layout.Links.Select((l, i) => i % 2 == 0 ? flows[l.Link].Out : flows[l.Link].Back)]);
    }

    private static Scenario World(int days, bool measures)
    {
        var prices = new Dictionary<string, double> { ["KUNDUZ"] = 2600, ["XB.AFG"] = 3000, ["XB.TJK"] = 3600, ["DUSHANBE"] = 5000, ["SAMARA"] = 20_000, ["MOSCOW"] = 27_000, ["OSH"] = 7000 };
        var posts = places.Where(p => p.Id.Contains('.'))
            .Select(p => new Post(p.Id, p.Kind == PlaceKind.CrossingGreenBorder ? PostKind.Patrol : PostKind.Checkpoint, PostReach.Border, p.Id, "A", 10, 10, 10, 1, 1, 1));
        var world = new World(
            places,
            links,
            [.. posts],
            [],
            [new Organisation("north", new Dictionary<string, double> { ["KUNDUZ"] = 0.7, ["FAIZABAD"] = 0.3 }, "lorry", "heroin", 1)],
            [],
            [.. prices.Select(p => new Price(p.Key, "heroin", p.Value)), new Price("MOSCOW", "opium", 4000)],
            [],
            [],
            []);
        var taken = new Dictionary<string, IMeasure>();
        if (measures)
        {
            taken["dushanbe-training-centre"] = Outposts(new DateOnly(2010, 9, 1), leadDays: 7);
            taken["older-outposts"] = Outposts(new DateOnly(2008, 1, 1), leadDays: 0);
            taken["never-taken"] = Outposts(new DateOnly(2010, 5, 1), leadDays: 0) with { Enabled = false };
        }

        var run = new RunSettings(6, FirstDay, FirstDay.AddDays(days - 1), 0, 1);
        // Pictures read dates, the world and the measures; parameters are not theirs.
        return new Scenario("sample", run, world, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, taken);
    }

    private static BorderOutposts Outposts(DateOnly start, int leadDays) =>
        new(true, new Programme("EU", "TJK", start, leadDays, null, 0, 0), new Dictionary<string, bool>(), 1, 1, 1);

    private static Link Link(string id, string from, string to, LinkMode mode, double km) => new(id, from, to, mode, km, 1, 0, [], [], 1, 0, null, null);
}
