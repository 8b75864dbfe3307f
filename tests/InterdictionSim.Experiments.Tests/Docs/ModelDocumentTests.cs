using InterdictionSim.Engine;
using InterdictionSim.Engine.Contrasts;
using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Experiments.Tests.Docs;

public sealed class ModelDocumentTests
{
    // Before any test looks at the document, so that the run that writes the tables anew passes.
    static ModelDocumentTests()
    {
        if (!ModelDocument.IsBeingUpdated)
            return;
        foreach (var (name, fresh) in new[] { ("metrics", MadeTables.Metrics()), ("series", MadeTables.Series()), ("contrasts", MadeTables.Contrasts()), ("measures", MadeTables.Measures()), ("values", MadeTables.Values()) })
            ModelDocument.Made(name, fresh);
    }

    public static TheoryData<string> Headings =>
    [
        "1. Purpose and patterns", "2. Entities, state variables, and scales", "3. Process overview and scheduling", "4. Design concepts",
        "5. Initialization", "6. Input data", "7. Submodels",
    ];

    [Theory]
    [MemberData(nameof(Headings))]
    public void TheDocument_HasTheHeadingsOfOdd(string heading) => Assert.Contains($"\n## {heading}\n", ModelDocument.Text, StringComparison.Ordinal);

    [Fact]
    public void EveryMetric_IsDescribed() => Mentions(MadeTables.Layout.Outcomes.Select(o => o.Name.Split('.', '@')[0]));

    [Fact]
    public void EveryContrast_IsDescribed() => Mentions(Catalog.Kinds<IContrast>().Keys);

    [Fact]
    public void HeadlineSeries_AreFortyAtMost() => Assert.InRange(MadeTables.Layout.Daily.Count, 1, 40);

    [Fact]
    public void EveryMeasureRuleAndPolicy_IsDescribed() => Mentions(Catalog.Kinds<IMeasure>().Keys.Concat(Catalog.Kinds<IBeliefRule>().Keys).Concat(Catalog.Kinds<IReallocation>().Keys));

    [Fact]
    public void EveryValueOfTheBaseline_IsDescribed()
    {
        var text = ModelDocument.Text;
        var values = MadeTables.Values(MadeTables.Baseline).ToArray();

        Mentions(values.Select(v => v.Pattern));
        Assert.All(values, v => Assert.Contains(v.Value.Path.Split('/')[^1], text, StringComparison.Ordinal));
    }

    [Fact]
    public void TableOfMetrics_IsUpToDate() => IsUpToDate("metrics", MadeTables.Metrics());

    [Fact]
    public void TableOfContrasts_IsUpToDate() => IsUpToDate("contrasts", MadeTables.Contrasts());

    [Fact]
    public void TableOfSeries_IsUpToDate() => IsUpToDate("series", MadeTables.Series());

    [Fact]
    public void TablesOfMeasures_AreUpToDate() => IsUpToDate("measures", MadeTables.Measures());

    [Fact]
    public void TablesOfValues_AreUpToDate() => IsUpToDate("values", MadeTables.Values());

    private static void Mentions(IEnumerable<string> names)
    {
        var text = ModelDocument.Text;
        Assert.DoesNotContain(names.Distinct(), name => !text.Contains($"`{name}`", StringComparison.Ordinal));
    }

    private static void IsUpToDate(string table, string fresh) =>
        Assert.True(fresh == ModelDocument.Made(table, fresh), $"the table '{table}' of docs/model.md is out of date; INTERDICTSIM_UPDATE_DOCS=1 dotnet test writes it anew");
}
