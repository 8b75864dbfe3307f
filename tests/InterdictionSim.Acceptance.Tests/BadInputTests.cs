using System.Text.RegularExpressions;

namespace InterdictionSim.Acceptance.Tests;

/// <summary>Whatever is wrong with the input, the user reads what, where, and what was expected; nothing runs.</summary>
public sealed partial class BadInputTests : IDisposable
{
    private readonly Interdict interdict = new();

    public void Dispose() => interdict.Dispose();

    [Fact]
    public void UnknownKey_TellsTheNearest() =>
        Refused(["check", Overlaid("""{"fleet": {"turnaroundDay": 30}}""")], "policy.json:", "turnaroundDay", "turnaroundDays");

    [Fact]
    public void WrongType_TellsThePath() =>
        Refused(["check", Overlaid("""{"fleet": {"turnaroundDays": "thirty"}}""")], "policy.json:", "/fleet/turnaroundDays", "thirty");

    [Fact]
    public void BrokenJson_TellsTheLine() =>
        Refused(["check", Overlaid("{\n  \"fleet\": {\n")], "policy.json:");

    [Fact]
    public void NaN_IsNoNumber() =>
        Refused(["check", Interdict.Baseline, "--set", "fleet.turnaroundDays=NaN"], "turnaroundDays", "NaN", "expected a number");

    [Fact]
    public void NegativeDuration_IsRefused() =>
        Refused(["run", Interdict.Baseline, "--set", "fleet.turnaroundDays=-1"], "/fleet/turnaroundDays", "-1");

    [Fact]
    public void NegativeCapacity_TellsThePost() =>
        Refused(["check", Spoilt("world/posts.json", "\"processingCapacityPerDay\": [1-9][0-9.]*", "\"processingCapacityPerDay\": -5")], "posts", "-5");

    [Fact]
    public void UnknownPlace_TellsTheNearest() =>
        Refused(["check", Spoilt("world/posts.json", "\"place\": \"TJK_DUSHANBE\"", "\"place\": \"TJK_DUSHANBEE\"")], "TJK_DUSHANBEE", "TJK_DUSHANBE'");

    [Fact]
    public void EndBeforeStart_IsRefused() =>
        Refused(["run", Interdict.Baseline, "--set", "run.endDate=2009-12-31"], "endDate", "2009-12-31");

    [Fact]
    public void EveryFault_IsToldAtOnce() =>
        Refused(["check", Interdict.Baseline, "--set", "fleet.turnaroundDays=-1", "--set", "run.endDate=2009-12-31"], "turnaroundDays", "endDate");

    [Fact]
    public void UnknownPathOfSet_TellsTheNearest() =>
        Refused(["run", Interdict.Baseline, "--set", "fleet.turnaroundDay=3"], "turnaroundDay", "turnaroundDays");

    [Fact]
    public void MissingFile_IsNamed() => Refused(["run", "nowhere.json"], "nowhere.json");

    [Fact]
    public void AFolder_IsNoScenario()
    {
        Directory.CreateDirectory(interdict["folder.json"]);
        Refused(["check", "folder.json"], "folder.json");
    }

    [Fact]
    public void MissingWorld_IsNamed()
    {
        var scenario = interdict.CopyScenarios();
        Directory.Delete(interdict["scenarios/world"], recursive: true);
        Refused(["check", scenario], "world");
    }

    [Fact]
    public void AValueWithoutSet_IsExplained() =>
        Refused(["run", Interdict.Baseline, "run.warmUpDays=30"], "write --set run.warmUpDays=30");

    // Holds for every user, the one with all rights included.
    [Fact]
    public void OutputBelowAFile_IsRefusedBeforeTheRun()
    {
        File.WriteAllText(interdict["notes.txt"], "mine");
        Refused(["run", Interdict.Baseline, "--out", "notes.txt/results"], "notes.txt", "is a file, not a folder");
        Assert.Equal("mine", File.ReadAllText(interdict["notes.txt"]));
    }

    [Fact]
    public void OutputWhereNoneCanBeWritten_IsRefusedBeforeTheRun()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux(), "only Linux has a folder that nobody can write to");
        Refused(["run", Interdict.Baseline, "--out", "/proc/results"], "/proc/results", "cannot be written");
    }

    [Fact]
    public void OutputAmongOtherFiles_IsRefused()
    {
        File.WriteAllText(interdict["thesis.tex"], "");
        Refused(["run", Interdict.Baseline, "--out", "."], "thesis.tex", "--out");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void OutputWithoutAName_IsRefused(string folder)
    {
        Directory.CreateDirectory(interdict["plots"]);
        File.WriteAllText(interdict["plots/mine.png"], "mine");
        Refused(["run", Interdict.Baseline, "--out", folder], "--out: is '", "expected the name of a folder");
        Refused(["run", Interdict.Baseline, "--out", "."], "holds 'plots'");
        Assert.Equal("mine", File.ReadAllText(interdict["plots/mine.png"]));
    }

    [Fact]
    public void UnknownVerb_TellsTheNearest() => Refused(["chek", Interdict.Baseline], "no verb is called 'chek'; did you mean 'check'?");

    [Fact]
    public void NoVerb_TellsWhatThereIs() => Refused([], "run, check, diff, schema, list");

    [Fact]
    public void UnknownOption_TellsTheNearest() => Refused(["run", Interdict.Baseline, "--sed", "3"], "no option is called '--sed'; did you mean '--seed'?");

    [Fact]
    public void UnknownList_TellsTheNearest() => Refused(["list", "measure"], "no list is called 'measure'; did you mean 'measures'?");

    [Theory]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "one")]
    [InlineData("--seed", "18446744073709551616")]
    [InlineData("--jobs", "0")]
    [InlineData("--replications", "0")]
    [InlineData("--replications", "2.5")]
    [InlineData("--replications", "99999999999")]
    public void ANumberThatIsNone_TellsWhatIsExpected(string option, string value) =>
        Refused(["run", Interdict.Baseline, option, value], $"{option}: is '{value}'; expected a whole number from");

    [Fact]
    public void NoScenario_IsAskedFor() => Refused(["run"], "scenario.json is missing");

    [Fact]
    public void OneOfTwoScenarios_IsAskedFor() => Refused(["diff", Interdict.Baseline], "b.json is missing");

    private void Refused(string[] args, params string[] told)
    {
        var ending = interdict.Run(args);

        Assert.Equal(2, ending.ExitCode);
        Assert.Empty(ending.Output);
        Assert.All(told, words => Assert.Contains(words, ending.Error, StringComparison.Ordinal));
        Assert.DoesNotMatch(StackTrace(), ending.Error);
        Assert.False(Directory.Exists(interdict["results"]));
    }

    private string Overlaid(string policy)
    {
        // A policy that is not JSON to its end cannot say what it extends.
        var extends = policy.EndsWith('}') ? $$"""{"extends": "{{Interdict.Baseline}}", {{policy[1..]}}""" : policy;
        File.WriteAllText(interdict["policy.json"], extends);
        return "policy.json";
    }

    private string Spoilt(string file, string pattern, string replacement)
    {
        var scenario = interdict.CopyScenarios();
        var path = interdict[Path.Combine("scenarios", file)];
        var content = File.ReadAllText(path);
        var spoilt = new Regex(pattern).Replace(content, replacement, count: 1);
        Assert.NotEqual(content, spoilt);
        File.WriteAllText(path, spoilt);
        return scenario;
    }

    [GeneratedRegex(@"^\s+at \S+\(|Unhandled exception", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
