using System.Text.Json;

namespace InterdictionSim.Acceptance.Tests.Running;

/// <summary>A run that is saved, resumed and traced, as a user does it.</summary>
public sealed class SaveAndTraceTests : IDisposable
{
    private static readonly string[] run =
        ["run", Interdict.Baseline, "--set", "run.startDate=2010-01-01", "--set", "run.endDate=2010-01-31", "--set", "run.warmUpDays=10", "--no-pictures", "--json"];

    private readonly Interdict interdict = new();

    public void Dispose() => interdict.Dispose();

    [Fact]
    public void ASavedRun_GoesOnToTheSameHash_AndWritesTheSameTables()
    {
        var whole = Fine("--only", "1", "--save-at", "2010-01-15", "--save-at", "7", "--out", "whole");

        Assert.Equal(["replication-1-2009-12-23-tick-7.state", "replication-1-2010-01-15-tick-100.state"], Saved("whole"));
        Assert.Contains($"saved: {Path.Combine("whole", "saved", "replication-1-2010-01-15-tick-100.state")}", whole.Error, StringComparison.Ordinal);
        foreach (var file in Saved("whole"))
        {
            var rest = Fine("--resume-from", $"whole/saved/{file}", "--out", file);
            Assert.Equal(HashOf(whole), HashOf(rest));
            Assert.Equal(File.ReadAllBytes(interdict["whole/runs/part-0.parquet"]), File.ReadAllBytes(interdict[$"{file}/runs/part-0.parquet"]));
            Assert.Equal(File.ReadAllBytes(interdict["whole/campaign.json"]), File.ReadAllBytes(interdict[$"{file}/campaign.json"]));
        }

        // The results of the very same run replace each other; what was saved stays, and can be saved again later.
        Fine("--resume-from", "whole/saved/replication-1-2009-12-23-tick-7.state", "--only", "1", "--seed", "1", "--out", "whole", "--save-at", "2010-01-31");
        Assert.Equal(3, Saved("whole").Length);
        Assert.Equal(HashOf(whole), HashOf(Fine("--resume-from", "whole/saved/replication-1-2010-01-31-tick-164.state", "--out", "end")));
    }

    [Fact]
    public void SeveralReplications_AreSavedEachInAFile_AndTheirTracesStandInOne()
    {
        Fine("-r", "2", "--save-at", "2010-01-10", "--trace", "post:XB_SHERKHAN.TJK", "--out", "two");

        Assert.Equal(["replication-0-2010-01-10-tick-80.state", "replication-1-2010-01-10-tick-80.state"], Saved("two"));
        var rows = File.ReadAllLines(interdict["two/trace.csv"]).Skip(1).Select(row => row.Split(',')).ToArray();
        Assert.Equal(["0", "1"], rows.Select(cells => cells[0]).Distinct());
        Assert.All(rows, cells => Assert.Equal("XB_SHERKHAN.TJK", cells[11]));
    }

    [Fact]
    public void ATrace_TellsEveryEventOfATrafficker_AndChangesNoResult()
    {
        var plain = Fine("--only", "0", "--out", "plain");
        var traced = Fine("--only", "0", "--trace", "trafficker:kunduz-car/0", "--trace", "trafficker:kunduz-car/1", "--out", "traced");

        Assert.Equal(HashOf(plain), HashOf(traced));
        Assert.False(File.Exists(interdict["plain/trace.csv"]));
        var lines = File.ReadAllLines(interdict["traced/trace.csv"]);
        Assert.Equal(
            "replication_id,tick,date,hour,organisation,slot,trip,hop,event,place,link,post,commodity,load_class,grams,p_selected,p_found,draw,from,to,bribe_draw,refused_below,bribe_usd,price_usd_per_kg",
            lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Matches(@"^0,\d+,20(09|10)-\d\d-\d\d,\d+,kunduz-car,[01],\d+,\d+,(departs|arrives|passes|bribes|seized|waits|delivers|arrested|replaced),", line));
    }

    [Theory]
    [InlineData("2010-02-01")]
    [InlineData("2009-12-21")]
    [InlineData("165")]
    [InlineData("0")]
    [InlineData("June")]
    [InlineData("2010-1-5")]
    public void AMomentOutsideTheRun_TellsTheRange(string moment) =>
        Refused(["--save-at", moment], $"--save-at: is '{moment}'", "2009-12-22 … 2010-01-31", "1 … 164");

    [Theory]
    [InlineData("trafficker:kunduz-cr/1", "no organisation is called 'kunduz-cr'; did you mean 'kunduz-car'?")]
    [InlineData("trafficker:kunduz-car/9999999", "with a slot of 0 … ")]
    [InlineData("post:XB_SHERKAN.TJK", "did you mean 'XB_SHERKHAN.TJK'?")]
    [InlineData("XB_SHERKHAN.TJK", "expected trafficker:ORGANISATION/SLOT or post:POST")]
    public void AnUnknownSubject_TellsTheNearest(string subject, string told) => Refused(["--trace", subject], told);

    [Fact]
    public void AStateThatDoesNotFit_IsRefusedWithTheReason()
    {
        Fine("--only", "0", "--save-at", "2010-01-05", "--out", "saved");
        var file = Path.Combine("saved", "saved", Saved("saved")[0]);
        Refused(["--resume-from", file, "--seed", "2"], "it was run with seed 1, and --seed says 2");
        Refused(["--resume-from", file, "--only", "3"], "it is replication 0, and --only says 3");
        Refused(["--resume-from", file, "-r", "5"], "holds one replication, and --replications says 5");
        Refused(["--resume-from", file, "--set", "fleet.turnaroundDays=200", "--seed", "3"], "it is of scenario 'baseline-2010' with hash ", "--seed says 3");
        Refused(["--resume-from", file, "--save-at", "2010-01-05"], "expected a day of 2010-01-06 … 2010-01-31", "61 … 164");
        Refused(["--resume-from", "nowhere.state"], "nowhere.state: no such file");

        var bytes = File.ReadAllBytes(interdict[file]);
        File.WriteAllBytes(interdict["torn.state"], bytes[..(bytes.Length / 2)]);
        Refused(["--resume-from", "torn.state"], "torn.state: is torn or changed");
        bytes[^200] ^= 1;
        File.WriteAllBytes(interdict["changed.state"], bytes);
        Refused(["--resume-from", "changed.state"], "changed.state: is torn or changed");
        File.WriteAllText(interdict["other.state"], "{}\n");
        Refused(["--resume-from", "other.state"], "other.state: is no saved run of this program");
        var header = File.ReadLines(interdict[file]).First();
        File.WriteAllText(interdict["old.state"], header.Replace("\"modelVersion\":", "\"modelVersion\":1", StringComparison.Ordinal) + "\n");
        Refused(["--resume-from", "old.state"], "old.state: ");
    }

    [Fact]
    public void ACancelledRun_KeepsWhatWasSaved_AndNothingHalfWritten()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send");
        using var process = interdict.Start("run", Interdict.Baseline, "-r", "100000", "-j", "2", "--save-at", "1", "--out", "out");
        while (!Directory.Exists(interdict["out/saved"]) || Saved("out").Length < 2)
            Thread.Sleep(20);

        System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        var ending = Interdict.End(process);
        Assert.Equal((130, ""), (ending.ExitCode, ending.Output));
        Assert.Contains("no results were written", ending.Error, StringComparison.Ordinal);
        Assert.Equal(["saved"], Directory.EnumerateFileSystemEntries(interdict["out"]).Select(Path.GetFileName));
        Assert.All(Saved("out"), file => Assert.EndsWith(".state", file, StringComparison.Ordinal));
    }

    private string[] Saved(string folder) => [.. Directory.EnumerateFiles(interdict[$"{folder}/saved"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private Ending Fine(params string[] more)
    {
        var ending = interdict.Run([.. run, .. more]);
        Assert.True(ending.ExitCode == 0, ending.Error);
        return ending;
    }

    private void Refused(string[] more, params string[] told)
    {
        var ending = interdict.Run([.. run, .. more, "--out", "refused"]);
        Assert.Equal((2, ""), (ending.ExitCode, ending.Output));
        Assert.All(told, words => Assert.Contains(words, ending.Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(interdict["refused"]));
    }

    private static string HashOf(Ending ending)
    {
        using var json = JsonDocument.Parse(ending.Output);
        return json.RootElement.GetProperty("resultHash").GetString()!;
    }
}
