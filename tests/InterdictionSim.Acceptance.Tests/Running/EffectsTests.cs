using System.Text.Json;

namespace InterdictionSim.Acceptance.Tests.Running;

/// <summary>A policy that works from the third week of a short run on.</summary>
public sealed class EffectsTests : IDisposable
{
    private readonly Interdict interdict = new();
    private readonly string[] policy;

    public EffectsTests()
    {
        File.WriteAllText(interdict["policy.json"], $$"""
            {
              "name": "gates",
              "extends": "{{Interdict.Baseline}}",
              "measures": {"checkpoint-upgrade": {"gates": {
                "enabled": true,
                "programme": {"sponsor": "USA", "host": "TJK", "start": "2010-01-10", "leadDays": 10, "end": null, "capitalUsd": 9000000, "runningUsdPerYear": 270000},
                "posts": {"XB_SHERKHAN.TJK": true},
                "searchFactor": 3, "equipment": 0.5, "processingFactor": 1.5, "officersAdded": 20
              } } }
            }
            """);
        policy = ["run", "policy.json", "--set", "run.endDate=2010-03-31", "--set", "run.warmUpDays=30", "-r", "2", "-j", "2", "--no-pictures"];
    }

    public void Dispose() => interdict.Dispose();

    [Fact]
    public void Effects_AreToldAfterTheUsualTable_AndChangeNoResult()
    {
        var usual = interdict.Run([.. policy, "--out", "usual"]);
        var ending = interdict.Run([.. policy, "--effects", "--csv", "--out", "effects"]);

        Assert.Equal((0, 0), (usual.ExitCode, ending.ExitCode));
        Assert.StartsWith(WithoutFolder(usual.Output), WithoutFolder(ending.Output), StringComparison.Ordinal);
        var told = ending.Output[ending.Output.IndexOf("what the measures did", StringComparison.Ordinal)..];
        Assert.Matches(@"(?m)^kg-averted +all +\S+ +\S+ … \S+ +kg/yr +(better|worse|not yet clear)$", told);
        Assert.Matches(@"(?m)^XB_SHERKHAN \* +[0-9,]+ +[0-9,]+ +\S+ ", told);
        Assert.Matches(@"(?m)^all measures, mean over all replications +[0-9,]+", told);
        Assert.InRange(told.Split('\n').Length, 10, 52);
        Assert.Equal(Hash("usual"), Hash("effects"));
        Assert.StartsWith("scenario,contrast,key,unit,mean,low,high,n,verdict\n", File.ReadAllText(interdict["effects/effects.csv"]), StringComparison.Ordinal);
        Assert.All(["effects.parquet", "runs/effects-0.parquet", "series/posts-by-month.parquet"], file => Assert.True(new FileInfo(interdict[$"effects/{file}"]).Length > 0));
        Assert.False(File.Exists(interdict["usual/effects.parquet"]));
    }

    [Fact]
    public void Json_HoldsTheEffectsWithIntervalAndVerdict()
    {
        var ending = interdict.Run([.. policy, "--effects", "--json"]);

        using var json = JsonDocument.Parse(ending.Output);
        Assert.Equal(["scenario", "seed", "replications", "metrics", "effects", "resultHash"], json.RootElement.EnumerateObject().Select(p => p.Name));
        var seized = json.RootElement.GetProperty("effects").GetProperty("expected-kg-seized-more.all");
        Assert.InRange(seized.GetProperty("mean").GetDouble(), seized.GetProperty("low").GetDouble(), seized.GetProperty("high").GetDouble());
        Assert.Equal(("kg/yr", 2), (seized.GetProperty("unit").GetString(), seized.GetProperty("n").GetInt32()));
        Assert.Contains(seized.GetProperty("verdict").GetString(), (string[])["better", "worse", "not-yet-clear"]);
    }

    [Fact]
    public void WithoutMeasures_ThereIsNothingToTell()
    {
        var ending = interdict.Run("run", Interdict.Baseline, "--effects", "-r", "1", "--out", "out");

        Assert.Equal((2, ""), (ending.ExitCode, ending.Output));
        Assert.Contains("--effects: 'baseline-2010' takes no measure", ending.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(interdict["out"]));
    }

    private string Hash(string folder) => JsonDocument.Parse(File.ReadAllText(interdict[$"{folder}/campaign.json"])).RootElement.GetProperty("resultHash").GetString()!;

    private static string WithoutFolder(string output) => string.Join('\n', output.Split('\n').Where(line => !line.StartsWith("results: ", StringComparison.Ordinal))).TrimEnd();
}
