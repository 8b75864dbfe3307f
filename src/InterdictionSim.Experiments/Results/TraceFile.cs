using System.Globalization;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Tracing;

namespace InterdictionSim.Experiments.Results;

/// <summary>Writes events as CSV, one a line, by replication and tick; a cell that does not apply is empty.</summary>
internal static class TraceFile
{
    public const string Name = "trace.csv";

    private static readonly (string Name, Func<TraceEvent, string> Cell)[] columns =
    [
        ("organisation", e => CsvTable.Text(e.Organisation)), ("slot", e => Whole((int)e.Slot)), ("trip", e => Whole(e.Trip)), ("hop", e => Whole(e.Hop)),
        ("event", e => Catalog.Kebab(e.Kind.ToString())),
        ("place", e => CsvTable.Text(e.Place)), ("link", e => CsvTable.Text(e.Link)), ("post", e => CsvTable.Text(e.Post)),
        ("commodity", e => CsvTable.Text(e.Commodity)), ("load_class", e => CsvTable.Text(e.LoadClass)), ("grams", e => e.Grams > 0 ? Whole(e.Grams) : ""),
        ("p_selected", e => Real(e.Selected)), ("p_found", e => Real(e.Found)), ("draw", e => Real(e.Draw)), ("from", e => Real(e.From)), ("to", e => Real(e.To)),
        ("bribe_draw", e => Real(e.BribeDraw)), ("refused_below", e => Real(e.Refuses)), ("bribe_usd", e => Real(e.BribeUsd)), ("price_usd_per_kg", e => Real(e.UsdPerKg)),
    ];

    public static void Write(RunSettings run, IReadOnlyDictionary<int, IReadOnlyList<TraceEvent>> traces, TextWriter writer)
    {
        writer.Write($"replication_id,tick,date,hour,{string.Join(',', columns.Select(c => c.Name))}\n");
        foreach (var (replication, events) in traces.OrderBy(t => t.Key))
        {
            foreach (var e in events)
            {
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture, $"{replication},{e.Tick},{run.FirstDay.AddDays(e.Tick / run.TicksPerDay):yyyy-MM-dd},{e.Tick % run.TicksPerDay * run.TickHours}"));
                foreach (var (_, cell) in columns)
                {
                    writer.Write(',');
                    writer.Write(cell(e));
                }

                writer.Write('\n');
            }
        }
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Real(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);
}
