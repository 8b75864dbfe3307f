using System.Text.Json;

namespace InterdictionSim.Acceptance.Tests;

public sealed class OtherVerbsTests : IDisposable
{
    private readonly Interdict interdict = new();

    public void Dispose() => interdict.Dispose();

    [Fact]
    public void Check_CountsWhatTheScenarioHolds()
    {
        var ending = Fine("check", Interdict.Baseline);

        Assert.All(["places", "links", "posts", "organisations", "markets", "measures"], word => Assert.Contains(word, ending.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryShippedScenario_CanRun() =>
        Fine(["check", Interdict.Baseline, .. Directory.EnumerateFiles(Path.Combine(Interdict.Scenarios, "policies"), "*.json").Order(StringComparer.Ordinal)]);

    [Fact]
    public void Diff_OfAScenarioWithItself_IsEmpty() =>
        Assert.Contains("no value differs", Fine("diff", Interdict.Baseline, Interdict.Baseline).Output, StringComparison.Ordinal);

    [Fact]
    public void Diff_TellsPathAndBothValues()
    {
        File.WriteAllText(interdict["policy.json"], $$"""{"extends": "{{Interdict.Baseline}}", "fleet": {"turnaroundDays": 123} }""");

        Assert.Matches("/fleet/turnaroundDays +290 +123 +day", Fine("diff", Interdict.Baseline, "policy.json").Output);
    }

    [Fact]
    public void Schema_IsJson()
    {
        using var schema = JsonDocument.Parse(Fine("schema").Output);

        Assert.True(schema.RootElement.TryGetProperty("properties", out _));
    }

    [Theory]
    [InlineData("measures", "checkpoint-upgrade")]
    [InlineData("rules", "ewa")]
    [InlineData("reallocation", "maximal-coverage")]
    [InlineData("plots", "flow-map")]
    [InlineData("contrasts", "kg-averted +kg/yr +up")]
    public void List_TellsNamesAndMeanings(string list, string name) => Assert.Matches($@"(?m)^{name} +\S+", Fine("list", list).Output);

    [Fact]
    public void ListOfMetrics_TellsUnitAndDirection() =>
        Assert.Matches(@"(?m)^seized\.TJK +kg/yr +up", Fine("list", "metrics", Interdict.Baseline).Output);

    [Fact]
    public void ListOfMetrics_NeedsNoScenario()
    {
        var ending = Fine("list", "metrics");

        Assert.Matches(@"(?m)^seized +kg/yr +up +\S+", ending.Output);
        Assert.DoesNotContain("seized.TJK", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TellsWhenMeasuresWorkAndWhatTheyCost()
    {
        var policy = Path.Combine(Interdict.Scenarios, "policies", "dushanbe-training-centre.json");

        Assert.Matches(@"(?m)^  training-centre/\S+ +works from 20\d\d-\d\d-\d\d( if its host consents)? +capital [0-9,]+ USD$", Fine("check", policy).Output);
    }

    [Fact]
    public void ValuesOutsideTheirRange_AreWarnedAbout()
    {
        var ending = interdict.Run("check", Interdict.Baseline, "--set", "fleet.turnaroundDays=5000");

        Assert.Equal(0, ending.ExitCode);
        Assert.Matches(@"^warning: /fleet/turnaroundDays: is 5000, outside \d+ … \d+ day \(grade C\)\n$", ending.Error);
    }

    [Fact]
    public void ManyValuesOutsideTheirRange_AreToldInFiveLines()
    {
        string[] sets = ["fleet.turnaroundDays=5000", "fleet.recruitingDelayDays=5000", "run.warmUpDays=5000", "risk.weight=1", "learning.newsDelayDays=5000", "learning.replanDays=365", "inspection.maxQueueHours=500"];

        var ending = interdict.Run(["check", Interdict.Baseline, .. sets.SelectMany(s => new[] { "--set", s })]);

        Assert.Equal(0, ending.ExitCode);
        var lines = ending.Error.TrimEnd().Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.Matches(@"^warning: and \d more$", lines[^1]);
    }

    [Theory]
    [InlineData("--help", "check")]
    [InlineData("run --help", "--replications")]
    [InlineData("--version", "0.1.0")]
    public void Help_IsOnStandardOutput(string args, string told) => Assert.Contains(told, Fine(args.Split(' ')).Output, StringComparison.Ordinal);

    [Fact]
    public void AFullDiskBehindStandardOutput_IsNoCrash()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "only Linux has a device that is always full");
        var shell = new System.Diagnostics.ProcessStartInfo("sh", ["-c", $"'{Path.Combine(AppContext.BaseDirectory, "interdict")}' schema > /dev/full"]) { RedirectStandardError = true };
        using var process = System.Diagnostics.Process.Start(shell)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(2, process.ExitCode);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void AFullDiskBehindStandardOutput_KeepsTheResults()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "only Linux has a device that is always full");
        var command = $"'{Path.Combine(AppContext.BaseDirectory, "interdict")}' run '{Interdict.Baseline}' --set run.endDate=2010-01-31 --set run.warmUpDays=0 -r 1 --no-pictures --out out > /dev/full";
        var shell = new System.Diagnostics.ProcessStartInfo("sh", ["-c", command]) { RedirectStandardError = true, WorkingDirectory = interdict.Folder };
        using var process = System.Diagnostics.Process.Start(shell)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("standard output cannot be written", error, StringComparison.Ordinal);
        Assert.True(File.Exists(interdict["out/campaign.json"]));
    }

    private Ending Fine(params string[] args)
    {
        var ending = interdict.Run(args);
        Assert.Equal((0, ""), (ending.ExitCode, ending.Error));
        return ending;
    }
}
