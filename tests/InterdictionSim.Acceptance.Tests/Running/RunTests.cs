using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace InterdictionSim.Acceptance.Tests.Running;

public sealed class RunTests(QuickRun quick) : IClassFixture<QuickRun>
{
    [Fact]
    public void Run_Ends_WithTheTableOnOneScreen()
    {
        Assert.Equal((0, ""), (quick.Ending.ExitCode, Unexpected(quick.Ending.Error)));
        Assert.Matches(@"(?m)^seized +kg/yr ", quick.Ending.Output);
        Assert.Contains("Monte Carlo error only", quick.Ending.Output, StringComparison.Ordinal);
        Assert.InRange(quick.Ending.Output.Split('\n').Length, 10, 52);
        Assert.DoesNotContain('\e', quick.Ending.Output);
    }

    [Fact]
    public void PublishedFigures_StandBesideTheOutcomesOfTheirYear() =>
        Assert.Matches(@"seized\.TJK@2010 .*kg/yr +985 +900 … 1,070 .*2010 +K11", quick.Ending.Output);

    [Fact]
    public void FewReplications_AreWarnedAbout() => Assert.Contains("10 or more are advised", quick.Ending.Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("campaign.json")]
    [InlineData("scenarios/baseline-2010.json")]
    [InlineData("runs/part-0.parquet")]
    [InlineData("runs/part-0.csv")]
    [InlineData("series/daily.parquet")]
    [InlineData("series/daily.csv")]
    [InlineData("series/links.parquet")]
    [InlineData("series/links.csv")]
    [InlineData("plots/flow-map.png")]
    [InlineData("plots/seizures-over-time.svg")]
    public void Results_HoldTheFile(string file) => Assert.True(new FileInfo(Results(file)).Length > 0);

    [Fact]
    public void Results_HoldNothingHalfWritten() =>
        Assert.Equal(["campaign.json", "plots", "runs", "scenarios", "series"], Directory.EnumerateFileSystemEntries(Results("")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Series_HaveARowPerReplicationAndDay() =>
        Assert.Equal(1 + 2 * 90, File.ReadAllLines(Results("series/daily.csv")).Length);

    [Fact]
    public void ResultHash_FollowsFromTheRows()
    {
        var lines = File.ReadAllLines(Results("runs/part-0.csv")).Skip(1).Select(row => row.Split(','))
            .Select(cell => $"{cell[0]}\t{cell[1]}\t{cell[2]}\t{cell[3]}\t{Bits(cell[5])}\n").Order(StringComparer.Ordinal);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));

        Assert.Equal(Manifest().GetProperty("resultHash").GetString(), hash);
        Assert.Contains(hash, quick.Ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenario_TellsTheOriginOfWhatWasSet() =>
        Assert.Contains("--set", File.ReadAllText(Results("scenarios/baseline-2010.json")), StringComparison.Ordinal);

    [Fact]
    public void AnotherNumberOfThreads_GivesTheSameResults()
    {
        using var other = new Interdict();

        var ending = other.Run([.. QuickRun.Short, "-r", "2", "-j", "1", "--json", "--no-pictures", "--out", "one"]);

        Assert.Equal(0, ending.ExitCode);
        using var json = JsonDocument.Parse(ending.Output);
        Assert.Equal(["scenario", "seed", "replications", "metrics", "resultHash"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(Manifest().GetProperty("resultHash").GetString(), json.RootElement.GetProperty("resultHash").GetString());
        var seized = json.RootElement.GetProperty("metrics").GetProperty("seized.TJK");
        Assert.InRange(seized.GetProperty("mean").GetDouble(), seized.GetProperty("low").GetDouble(), seized.GetProperty("high").GetDouble());
        Assert.Equal("kg/yr", seized.GetProperty("unit").GetString());
        Assert.Equal(File.ReadAllBytes(Results("runs/part-0.parquet")), File.ReadAllBytes(other["one/runs/part-0.parquet"]));
        Assert.False(Directory.Exists(other["one/plots"]));
    }

    [Fact]
    public void OneReplication_HasNoInterval()
    {
        using var other = new Interdict();

        var ending = other.Run([.. QuickRun.Short, "--only", "1", "--json", "--no-pictures"]);

        Assert.Equal(0, ending.ExitCode);
        using var json = JsonDocument.Parse(ending.Output);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("metrics").GetProperty("seized.TJK").GetProperty("low").ValueKind);
        // The second replication of two is the same alone.
        var folder = Assert.Single(Directory.EnumerateDirectories(other["results"], "baseline-2010-*"));
        var campaign = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "campaign.json"))).RootElement;
        Assert.Equal(1, campaign.GetProperty("replications").GetInt32());
    }

    [Fact]
    public void AnotherScenario_DoesNotGetTheFolder()
    {
        var ending = quick.Interdict.Run("run", Interdict.Baseline, "-r", "1", "--out", "out");

        Assert.Equal((2, ""), (ending.ExitCode, ending.Output));
        Assert.Contains("--out", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void MeasuresThatComeLater_AreSaidToLeaveTheYearOfTheFigures()
    {
        using var other = new Interdict();
        var policy = Path.Combine(Interdict.Scenarios, "policies", "dushanbe-training-centre.json");
        string[] run = ["run", policy, "--set", "run.endDate=2010-12-31", "--set", "run.warmUpDays=0", "-r", "1", "--no-pictures"];

        Assert.Matches(@"(?m)^no measure works before 201[1-9]-\d\d-\d\d: the figures of 2010 are those of the baseline$", other.Run(run).Output);
        Assert.DoesNotContain("no measure works", other.Run([.. run, "--set", "measures.training-centre.karatog.programme.leadDays=90"]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no measure works", quick.Ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherSeed_GetsAnotherFolder()
    {
        using var other = new Interdict();
        string[] run = ["run", Interdict.Baseline, "--set", "run.endDate=2010-01-31", "--set", "run.warmUpDays=0", "-r", "1", "--no-pictures"];

        Assert.DoesNotContain("replaced", other.Run(run).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("replaced", other.Run([.. run, "--seed", "2"]).Error, StringComparison.Ordinal);
        Assert.Contains("replaced the earlier results", other.Run(run).Error, StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateDirectories(other["results"]).Count());
    }

    [Fact]
    public async Task Interruption_LeavesNothing_AndSaysSo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send");
        using var interdict = new Interdict();
        using var process = interdict.Start("run", Interdict.Baseline, "-r", "100000", "--out", "out");
        // Once the folder is claimed the replications begin.
        while (!Directory.Exists(interdict["out"]))
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);

        System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        var ending = Interdict.End(process);
        Assert.Equal((130, ""), (ending.ExitCode, ending.Output));
        Assert.Contains("interrupted", ending.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(interdict["out"]));
    }

    private string Results(string file) => Path.Combine(quick.Interdict["out"], file);

    private JsonElement Manifest() => JsonDocument.Parse(File.ReadAllText(Results("campaign.json"))).RootElement;

    private static string Bits(string value) => value == "NaN"
        ? "7ff8000000000000"
        : BitConverter.DoubleToUInt64Bits(double.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    // What standard error holds beside the progress and the warning about two replications.
    private static string Unexpected(string error) =>
        string.Join('\n', error.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("warning: ", StringComparison.Ordinal) && !line.Contains(" replications, ", StringComparison.Ordinal)));
}
