using System.Text.Json;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests.Scenarios;

public sealed class DataFilesTests : IDisposable
{
    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public void Targets_WithoutOutcome_AreLeftOut()
    {
        world.Write("data/targets.json", """
            {"targets": {
            "K02": {"outcome": null, "quantity": "users", "value": 3, "low": 1, "high": 5, "unit": "1", "year": 2010, "grade": "C", "use": "input", "source": "own"},
            "K11": {"outcome": "seized.TJK@2010", "quantity": "heroin seized", "value": 985, "low": 900, "high": 1070, "unit": "kg/yr", "year": 2010, "grade": "B", "use": "hard", "source": "WDR", "note": "x"}
            }}
            """);
        var figure = Assert.Single(TargetsFile.Read(world["data"]));
        Assert.Equal(("K11", "seized.TJK@2010", 985, 900, 1070), (figure.Id, figure.Outcome, figure.Value, figure.Low, figure.High));
    }

    [Fact]
    public void Parameters_ComeByPath()
    {
        world.Write("data/parameters.json", """{"parameters": {"/fleet/turnaroundDays": {"unit": "day", "low": 60, "high": null, "grade": "C", "source": "own", "meaning": "cycle"}}}""");
        Assert.Equal(new ParameterSource("day", 60, null, "C", "own", "cycle"), ParametersFile.Read(world["data"])["/fleet/turnaroundDays"]);
    }

    [Fact]
    public void DataMistakes_AreToldAtTheirLine()
    {
        world.Write("data/parameters.json", """{"parameters": {"/fleet/turnaroundDays": {"unit": 3, "grade": "C", "source": "own", "meaning": "cycle"}}}""");
        var e = Assert.Throws<ScenarioException>(() => ParametersFile.Read(world["data"]));
        Assert.Contains("parameters.json:1:51: /parameters//fleet/turnaroundDays/unit: expected a text, found 3", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_KnowsEverySectionAndKind_WithMeaning()
    {
        using var schema = JsonDocument.Parse(ScenarioSchema.Write());
        var properties = schema.RootElement.GetProperty("properties");
        foreach (var key in new[] { "$schema", "title", "notes", "extends", "world", "name", "run", "fleet", "measures" })
            Assert.True(properties.TryGetProperty(key, out _), key);
        Assert.False(schema.RootElement.GetProperty("additionalProperties").GetBoolean());
        var kinds = properties.GetProperty("measures").GetProperty("properties");
        Assert.Equal(["*", .. Catalog.Kinds<Engine.Measures.IMeasure>().Keys], kinds.EnumerateObject().Select(k => k.Name));
        var rule = properties.GetProperty("learning").GetProperty("properties").GetProperty("rule");
        Assert.Equal(Catalog.Kinds<Engine.Trafficking.Rules.IBeliefRule>().Keys, rule.GetProperty("enum").EnumerateArray().Select(k => k.GetString()!));
        var officers = kinds.GetProperty("checkpoint").GetProperty("additionalProperties").GetProperty("properties").GetProperty("officers");
        Assert.Equal("number", officers.GetProperty("type").GetString());
        Assert.Equal("Establishment, persons, ≥ 1.", officers.GetProperty("description").GetString());
        var end = kinds.GetProperty("checkpoint").GetProperty("additionalProperties").GetProperty("properties").GetProperty("programme").GetProperty("properties").GetProperty("end");
        Assert.Equal(2, end.GetProperty("type").GetArrayLength());
    }
}
