using System.Globalization;
using System.Text;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Running;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests.Docs;

/// <summary>Tables of <c>docs/model.md</c> as the code and the data say them.</summary>
internal static class MadeTables
{
    /// <summary>Sources up to this length stand in the table; longer ones in the data file only.</summary>
    private const int LongestSource = 160;

    private static readonly LoadedScenario baseline = ScenarioLoader.Load(Repository.Baseline, [], []);

    public static LoadedScenario Baseline => baseline;

    /// <summary>What a run of the baseline tells.</summary>
    public static RunLayout Layout { get; } = new ScenarioModel(baseline.Scenario, seed: 1).Layout;

    public static string Metrics()
    {
        var table = new StringBuilder("\n| metric | unit | better | keys | meaning |\n| --- | --- | --- | --- | --- |\n");
        foreach (var metric in Layout.Outcomes.Where(o => !o.Name.Contains('@', StringComparison.Ordinal)).GroupBy(o => o.Name.Split('.')[0]))
        {
            var keys = metric.Where(o => o.Name.Contains('.', StringComparison.Ordinal)).Select(o => o.Name[(o.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            Row(table, $"`{metric.Key}`", metric.First().Unit, Better(metric.First().Direction), string.Join(", ", keys), metric.First().Meaning);
        }

        return table.ToString();
    }

    public static string Contrasts()
    {
        var table = new StringBuilder("\n| contrast | unit | better | meaning |\n| --- | --- | --- | --- |\n");
        foreach (var (kind, type) in Catalog.Kinds<IContrast>())
        {
            var contrast = (IContrast)Activator.CreateInstance(type)!;
            Row(table, $"`{kind}`", contrast.Unit, Better(contrast.Direction), contrast.Meaning);
        }

        return table.ToString();
    }

    public static string Series()
    {
        var table = new StringBuilder("\n| series | unit | meaning |\n| --- | --- | --- |\n");
        foreach (var series in Layout.Daily.GroupBy(d => d.Name.Split('.')[0]))
        {
            var others = series.Skip(1).Select(d => d.Name[(d.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToArray();
            Row(table, $"`{series.First().Name}`", series.First().Unit, series.First().Meaning + (others.Length == 0 ? "" : $" The same for {string.Join(", ", others)}."));
        }

        return table.ToString();
    }

    public static string Measures()
    {
        var text = new StringBuilder();
        var docs = new TypeDocs();
        foreach (var (kind, type) in Catalog.Kinds<IMeasure>())
            Describe(text, $"`{kind}`", type, docs);
        Describe(text, "`programme` of every measure", typeof(Programme), docs);
        return text.ToString();
    }

    public static string Values()
    {
        var known = ParametersFile.Read(baseline.DataFolder);
        var text = new StringBuilder();
        var grades = known.Where(p => !p.Key.StartsWith("/world/", StringComparison.Ordinal)).CountBy(p => p.Value.Grade).OrderBy(g => g.Key, StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"\nGrades in all: {string.Join(", ", grades.Select(g => $"{g.Key} {g.Value}"))}.\n");
        foreach (var section in Values(baseline).GroupBy(v => v.Pattern.Split('/')[1]))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{section.Key}**\n\n| value | default | unit | range | grade | meaning | source |\n| --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var group in section.GroupBy(v => v.Pattern))
                Describe(text, group.Key, [.. group], known);
        }

        return text.ToString();
    }

    /// <summary>Values of the layered files with the pattern that they fall under: ids of maps as stars.</summary>
    public static IEnumerable<(string Pattern, string Id, EffectiveValue Value)> Values(LoadedScenario loaded) =>
        loaded.Values.Where(v => v.Path is not ("/name" or "/title" or "/notes" or "/world" or "/extends")).Select(v =>
        {
            Shape shape = Shapes.ScenarioFile;
            var pattern = "";
            var ids = new List<string>();
            foreach (var segment in v.Path[1..].Split('/'))
            {
                pattern += shape is Map ? "/*" : "/" + segment;
                if (shape is Map)
                    ids.Add(segment);
                shape = shape switch { Map map => map.Value, Fields fields => fields.Find(segment)?.Shape ?? shape, _ => shape };
            }

            return (pattern, string.Join('/', ids), v);
        });

    private static void Describe(StringBuilder text, string pattern, (string Pattern, string Id, EffectiveValue Value)[] values, IReadOnlyDictionary<string, ParameterSource> known)
    {
        var data = values.Select(v => known.GetValueOrDefault(v.Value.Path)).OfType<ParameterSource>().ToArray();
        var ranges = data.Select(d => d.Low is null && d.High is null ? "" : $"{Number(d.Low)} … {Number(d.High)}").Distinct().ToArray();
        var meanings = data.Select(d => d.Meaning).Distinct().ToArray();
        var sources = data.Select(d => d.Source).Distinct().ToArray();
        Row(text,
            $"`{pattern}`",
            string.Join(", ", values.Select(v => $"{v.Id} {Short(v.Value.Value)}".Trim())),
            string.Join(", ", data.Select(d => d.Unit).Distinct()),
            ranges.Length > 1 ? "by id" : ranges.FirstOrDefault() ?? "",
            string.Join(", ", data.Select(d => d.Grade).Distinct().Order(StringComparer.Ordinal)),
            meanings.Length > 2 ? "by id" : string.Join("; ", meanings),
            sources.Length > 2 || sources.Sum(s => s.Length) > LongestSource ? "data file" : string.Join("; ", sources));
    }

    private static void Describe(StringBuilder text, string heading, Type type, TypeDocs docs)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n**{heading}**: {docs.Summary(type)}\n\n| parameter | meaning |\n| --- | --- |\n");
        foreach (var parameter in type.GetConstructors()[0].GetParameters())
        {
            var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            var words = parameter.ParameterType.IsEnum ? $" One of {string.Join(", ", Enum.GetNames(parameter.ParameterType).Select(n => $"`{Catalog.Kebab(n)}`"))}." : "";
            Row(text, $"`{name}`", docs.Parameter(type, name) + words);
        }
    }

    private static string Better(Direction direction) => direction switch { Direction.Up => "up", Direction.Down => "down", _ => "–" };

    private static void Row(StringBuilder table, params string[] cells) =>
        table.Append("| ").AppendJoin(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");

    private static string Number(double? value) => value is null ? "–" : Math.Round(value.Value, 6).ToString(CultureInfo.InvariantCulture);

    private static string Short(string json) =>
        double.TryParse(json, CultureInfo.InvariantCulture, out var number) ? Number(number) : json.Trim('"');
}
