using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Experiments.Tests.Results;

public sealed class ResultsFolderTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData("baseline-2010", "baseline-2010")]
    [InlineData("../../etc", "etc")]
    [InlineData("a b/c:d", "a-b-c-d")]
    [InlineData("...", "scenario")]
    public void Names_StayInsideTheFolder(string name, string file) => Assert.Equal(file, ResultsFolder.FileNameOf(name));

    [Fact]
    public void DefaultFolder_IsNamedAfterScenarioAndHash() =>
        Assert.Equal(Path.Combine("results", "sample-01234567"), ResultsFolder.DefaultPath(Samples.Loaded()));

    [Fact]
    public void Completed_HoldsEveryFile_AndNothingElse()
    {
        Write("out", csv: true);

        Assert.Equal(
            ["campaign.json", "runs/part-0.csv", "runs/part-0.parquet", "scenarios/sample.json", "series/daily.csv", "series/daily.parquet", "series/links.csv", "series/links.parquet"],
            Files("out"));
    }

    [Fact]
    public void TheSameResults_GiveTheSameBytes()
    {
        Write("a", csv: true);
        Write("b", csv: true);

        Assert.All(Files("a"), file => Assert.Equal(File.ReadAllBytes(Path.Combine(temporary["a"], file)), File.ReadAllBytes(Path.Combine(temporary["b"], file))));
    }

    [Fact]
    public void Manifest_TellsWhatRan()
    {
        Write("out", csv: false);

        var manifest = File.ReadAllText(Path.Combine(temporary["out"], "campaign.json"));
        Assert.Contains("\"scenarioHash\": \"0123456789abcdef\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"seedPolicy\": \"common-random-numbers\"", manifest, StringComparison.Ordinal);
        Assert.Contains("\"direction\": \"up\"", manifest, StringComparison.Ordinal);
        Assert.Contains($"\"resultHash\": \"{ResultHash.Of(Samples.Results())}\"", manifest, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenario_TellsWhereEachValueCameFrom()
    {
        Write("out", csv: false);

        var scenario = File.ReadAllText(Path.Combine(temporary["out"], "scenarios", "sample.json"));
        Assert.Contains("\"origin\": \"baseline.json\"", scenario, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"ewa\"", scenario, StringComparison.Ordinal);
        Assert.Contains("\"grade\": \"C\"", scenario, StringComparison.Ordinal);
    }

    [Fact]
    public void Abandoned_LeavesNothing()
    {
        using (var folder = ResultsFolder.Open(temporary["deep/er/out"], "0123"))
            File.WriteAllText(Path.Combine(folder.Staging, "half"), "written");

        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    [Fact]
    public void Abandoned_LeavesEarlierResults()
    {
        Write("out", csv: false);
        var before = Files("out");
        using (ResultsFolder.Open(temporary["out"], Samples.Loaded().Hash))
        {
        }

        Assert.Equal(before, Files("out"));
    }

    [Fact]
    public void EarlierResultsOfTheScenario_AreReplacedWhole()
    {
        Write("out", csv: true);
        using (var folder = ResultsFolder.Open(temporary["out"], Samples.Loaded().Hash))
            Assert.Equal("seed 1, 3 replications", folder.Replaces);
        Write("out", csv: false);

        Assert.DoesNotContain("runs/part-0.csv", Files("out"));
        Assert.Contains("campaign.json", Files("out"));
    }

    [Fact]
    public void ResultsOfAnotherScenario_AreRefused()
    {
        Write("out", csv: false);

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], "fedcba9876543210"));
        Assert.Contains("scenario 'sample' with hash 01234567, and this one has fedcba98", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOfSomethingElse_IsRefused()
    {
        Directory.CreateDirectory(temporary["photos"]);
        File.WriteAllText(temporary["photos/dushanbe.jpg"], "");

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["photos"], "0123"));
        Assert.Contains("holds 'dushanbe.jpg'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["dushanbe.jpg"], Files("photos"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("null")]
    public void AnUnreadableManifest_IsRefused(string content)
    {
        Directory.CreateDirectory(temporary["out"]);
        File.WriteAllText(temporary["out/campaign.json"], content);

        Assert.Contains("is no manifest", Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], "0123")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOnTheWay_IsSaidToBeOne()
    {
        File.WriteAllText(temporary["file"], "");

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["file/out"], "0123"));
        Assert.Contains("file is a file, not a folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoRuns_DoNotWriteIntoOneFolder()
    {
        using var first = ResultsFolder.Open(temporary["out"], "0123");

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], "0123"));
        Assert.Contains("another run is writing there", refusal.Message, StringComparison.Ordinal);
        Assert.True(Directory.Exists(first.Staging));
    }

    [Fact]
    public void WhatAKilledRunLeft_IsSweptAway()
    {
        Directory.CreateDirectory(temporary["out/.writing/runs"]);
        File.WriteAllText(temporary["out/.writing/runs/part-0.parquet"], "half");
        Write("out", csv: false);

        Assert.DoesNotContain(Files("out"), f => f.StartsWith(".writing", StringComparison.Ordinal));
    }

    [Fact]
    public void Failures_AloneLeaveEarlierResults()
    {
        Write("out", csv: false);
        using (var folder = ResultsFolder.Open(temporary["out"], Samples.Loaded().Hash))
        {
            new RunWriter(folder, Samples.Loaded(), Samples.Sources, 1).WriteFailures([new(7, new InvalidOperationException("stuck"))], r => $"interdict run --only {r}");
            folder.CompleteFailures();
        }

        Assert.Contains("campaign.json", Files("out"));
        var failure = File.ReadAllText(temporary["out/failures/replication-7.json"]);
        Assert.Contains("\"command\": \"interdict run --only 7\"", failure, StringComparison.Ordinal);
        Assert.Contains("\"seed\": 1", failure, StringComparison.Ordinal);
    }

    private void Write(string name, bool csv)
    {
        using var folder = ResultsFolder.Open(temporary[name], Samples.Loaded().Hash);
        new RunWriter(folder, Samples.Loaded(), Samples.Sources, 1).Write(Samples.Results(), [], csv);
        folder.Complete();
    }

    private string[] Files(string name) =>
    [
        .. Directory.EnumerateFiles(temporary[name], "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(temporary[name], f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];
}
