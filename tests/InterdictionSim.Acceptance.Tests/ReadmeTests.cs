using System.Text.RegularExpressions;

namespace InterdictionSim.Acceptance.Tests;

/// <summary>README.md does what it says.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Program = "dotnet run -c Release --project src/InterdictionSim.Cli -- ";
    private const string Baseline = Program + "run scenarios/baseline-2010.json";

    // Columns of the table of published figures that a change of the model moves.
    private const int FirstOfModel = 1;
    private const int LastOfModel = 2;
    private const int Verdict = 6;

    private static readonly string readme = File.ReadAllText(Path.Combine(Interdict.Repository, "README.md"));
    private readonly Interdict interdict = new() { RunsIn = Interdict.Repository };

    public static TheoryData<string> Commands => [.. Fenced("sh").SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(c => c != "dotnet test")];

    public void Dispose() => interdict.Dispose();

    [Fact]
    public void TheFirstCommands_RunTheBaselineAndTheTests() =>
        Assert.Equal([Baseline + "\n", "dotnet test\n"], Fenced("sh").Take(2));

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryCommand_DoesWhatItSays(string command)
    {
        Assert.StartsWith(Program, command, StringComparison.Ordinal);
        var words = command[Program.Length..].Split(' ');
        string[] elsewhere = words[0] == "run" && !words.Contains("--out") ? ["--out", interdict["out"]] : [];

        var ending = interdict.Run([.. words, .. elsewhere]);

        Assert.True(ending.ExitCode == 0, ending.Error);
        Assert.NotEmpty(ending.Output);
        Assert.DoesNotContain("error", ending.Error, StringComparison.OrdinalIgnoreCase);
        if (words[0] == "run")
            Assert.True(File.Exists(interdict["out/campaign.json"]));
        if (command == Baseline)
            AgreesWithTheExcerpt(ending.Output);
    }

    [Fact]
    public void EveryFileThatItNames_IsThere()
    {
        var named = Link().Matches(readme).Concat(Code().Matches(readme)).Select(m => m.Groups[1].Value);
        Assert.DoesNotContain(named, path => !Path.Exists(Path.Combine(Interdict.Repository, path)));
    }

    [Fact]
    public void ItsPictures_AreSmall() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Interdict.Repository, "docs/images")), picture => Assert.InRange(new FileInfo(picture).Length, 1, 500_000));

    // The table is as it says; the model's own figures move with the model.
    private static void AgreesWithTheExcerpt(string output)
    {
        Assert.Matches(@"(?m)^results: \S+   resultHash: [0-9a-f]{64}$", output.TrimEnd().Split('\n')[^1]);
        var rows = output.Split('\n').Select(Cells).ToLookup(r => r[0], StringComparer.Ordinal);
        foreach (var row in Assert.Single(Fenced("text")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells))
            Assert.Equal(Fixed(row), Fixed(Assert.Single(rows[row[0]])));
    }

    private static string[] Cells(string row) => Gap().Split(row.TrimEnd());

    private static IEnumerable<string> Fixed(string[] row) => row.Where((_, column) => column is < FirstOfModel or > LastOfModel and not Verdict || row[0] == "one year");

    private static IEnumerable<string> Fenced(string language) => Fence().Matches(readme).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\]\(((?!https?:)[^)#]+)")]
    private static partial Regex Link();

    [GeneratedRegex("`((?:src|docs|tests|scenarios)/[^`<*]+)`")]
    private static partial Regex Code();
}
