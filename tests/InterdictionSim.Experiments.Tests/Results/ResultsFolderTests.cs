using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Experiments.Tests.Results;

public sealed class ResultsFolderTests : IDisposable
{
    private static readonly RunIdentity identity = new("0123456789abcdef", 1, 3);
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Theory]
    [InlineData("baseline-2010", "baseline-2010")]
    [InlineData("../../etc", "etc")]
    [InlineData("a b/c:d", "a-b-c-d")]
    [InlineData("...", "scenario")]
    public void Names_StayInsideTheFolder(string name, string file) => Assert.Equal(file, ResultsFolder.FileNameOf(name));

    [Fact]
    public void DefaultFolder_IsAnotherForAnotherRun()
    {
        RunIdentity[] runs = [identity, identity with { ScenarioHash = "fedc" }, identity with { Seed = 2 }, identity with { Replications = 4 }, new("0123456789abcdef", 1, 1), new("0123456789abcdef", 1, 1, 0)];

        var folders = runs.Select(run => ResultsFolder.DefaultPath("sample", run)).ToArray();

        Assert.Equal(runs.Length, folders.Distinct().Count());
        Assert.All(folders, folder => Assert.Matches(@"^results.sample-[0-9a-f]{8}$", folder));
        Assert.Equal(folders[0], ResultsFolder.DefaultPath("sample", identity with { }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    public void AFolderWithoutAName_IsRefused(string path) =>
        Assert.Contains("expected the name of a folder", Assert.Throws<ScenarioException>(() => ResultsFolder.Open(path, identity)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("scenarios/baseline.json")]
    [InlineData("plots/mine.png")]
    [InlineData("runs/monday.csv")]
    [InlineData("series/monday.csv")]
    [InlineData("failures/notes.txt")]
    [InlineData("failures/notes.json")]
    [InlineData(".writing/chapter.txt")]
    public void AFolderWithOurNamesButNoManifest_IsRefused(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(temporary[$"mine/{file}"])!);
        File.WriteAllText(temporary[$"mine/{file}"], "{}");

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["mine"], identity));
        Assert.Contains($"holds '{file.Split('/')[0]}'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([file], Files("mine"));
        Assert.Equal("{}", File.ReadAllText(temporary[$"mine/{file}"]));
    }

    [Fact]
    public void ResultsOfAnotherSeedOrNumber_AreRefused()
    {
        Write("out", csv: false);
        var before = Files("out");

        Assert.Contains("holds results with seed 1, 3 replications, and this run has seed 2, 3 replications", Refusal(identity with { Seed = 2 }), StringComparison.Ordinal);
        Assert.Contains("and this run has seed 1, 4 replications", Refusal(identity with { Replications = 4 }), StringComparison.Ordinal);
        Assert.Contains("and this run has seed 1, only replication 0", Refusal(identity with { Replications = 1, Only = 0 }), StringComparison.Ordinal);
        Assert.Equal(before, Files("out"));

        string Refusal(RunIdentity other) => Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], other)).Message;
    }

    [Fact]
    public void FailuresAlone_DoNotKeepTheRunFromBeingRepeated()
    {
        using (var folder = ResultsFolder.Open(temporary["out"], identity))
        {
            new RunWriter(folder, Samples.Loaded(), Samples.Sources, 1).WriteFailures([new(7, new InvalidOperationException("stuck"))], r => $"interdict run --only {r}");
            folder.CompleteFailures();
        }

        Write("out", csv: false);
        Assert.DoesNotContain("failures/replication-7.json", Files("out"));
    }

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
        using (var folder = ResultsFolder.Open(temporary["deep/er/out"], identity))
            File.WriteAllText(Path.Combine(folder.Staging, "half"), "written");

        Assert.Empty(Directory.EnumerateFileSystemEntries(temporary.Path));
    }

    [Fact]
    public void Abandoned_LeavesEarlierResults()
    {
        Write("out", csv: false);
        var before = Files("out");
        using (ResultsFolder.Open(temporary["out"], identity))
        {
        }

        Assert.Equal(before, Files("out"));
    }

    [Fact]
    public void EarlierResultsOfTheScenario_AreReplacedWhole()
    {
        Write("out", csv: true);
        using (var folder = ResultsFolder.Open(temporary["out"], identity))
            Assert.Equal("seed 1, 3 replications", folder.Replaces);
        Write("out", csv: false);

        Assert.DoesNotContain("runs/part-0.csv", Files("out"));
        Assert.Contains("campaign.json", Files("out"));
    }

    [Fact]
    public void ResultsOfAnotherScenario_AreRefused()
    {
        Write("out", csv: false);

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], identity with { ScenarioHash = "fedcba9876543210" }));
        Assert.Contains("scenario 'sample' with hash 01234567, and this one has fedcba98", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderOfSomethingElse_IsRefused()
    {
        Directory.CreateDirectory(temporary["photos"]);
        File.WriteAllText(temporary["photos/dushanbe.jpg"], "");

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["photos"], identity));
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

        Assert.Contains("is no manifest", Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], identity)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOnTheWay_IsSaidToBeOne()
    {
        File.WriteAllText(temporary["file"], "");

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["file/out"], identity));
        Assert.Contains("file is a file, not a folder", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoRuns_DoNotWriteIntoOneFolder()
    {
        using var first = ResultsFolder.Open(temporary["out"], identity);

        var refusal = Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], identity));
        Assert.Contains("another run is writing there", refusal.Message, StringComparison.Ordinal);
        Assert.True(Directory.Exists(first.Staging));
    }

    [Fact]
    public void WhatAKilledRunLeft_IsSweptAway()
    {
        Directory.CreateDirectory(temporary["out/.writing/runs"]);
        File.WriteAllText(temporary["out/.writing/runs/part-0.parquet"], "half");
        File.WriteAllText(temporary["out/.writing/claim"], "");
        Write("out", csv: false);

        Assert.DoesNotContain(Files("out"), f => f.StartsWith(".writing", StringComparison.Ordinal));
    }

    [Fact]
    public void Failures_AloneLeaveEarlierResults()
    {
        Write("out", csv: false);
        using (var folder = ResultsFolder.Open(temporary["out"], identity))
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
        using var folder = ResultsFolder.Open(temporary[name], identity);
        new RunWriter(folder, Samples.Loaded(), Samples.Sources, 1).Write(Samples.Results(), [], csv);
        folder.Complete();
    }

    private string[] Files(string name) =>
    [
        .. Directory.EnumerateFiles(temporary[name], "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(temporary[name], f).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];
}
