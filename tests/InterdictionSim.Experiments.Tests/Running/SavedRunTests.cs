using InterdictionSim.Engine;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Running;
using InterdictionSim.Experiments.Tests.Results;

namespace InterdictionSim.Experiments.Tests.Running;

public sealed class SavedRunTests : IDisposable
{
    private static readonly RunSettings run = new(6, new DateOnly(2010, 1, 1), new DateOnly(2010, 1, 10), 5, 1);
    private static readonly SavedRunHeader header = new(
        SavedRun.Format, 1, Simulation.ModelVersion, "sample", "0123456789abcdef", 7, 3, 40, new DateOnly(2010, 1, 6), 3, "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");

    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void AFile_ReadsBackAsItWasWritten()
    {
        var read = SavedRun.Read(Written(new(header, new byte[] { 1, 2, 3 })));
        Assert.Equal(header, read.Header);
        Assert.Equal([1, 2, 3], read.State.ToArray());
    }

    [Fact]
    public void ATornFile_IsNamedAndRefused()
    {
        var file = Written(new(header, new byte[] { 1, 2, 3 }));
        var bytes = File.ReadAllBytes(file);
        // The last bytes are gzip's own check, which adds nothing to the SHA-256: without them the state is still whole.
        for (var length = 0; length < bytes.Length - 16; length++)
        {
            File.WriteAllBytes(file, bytes[..length]);
            Assert.Contains(file, Assert.Throws<ScenarioException>(() => SavedRun.Read(file)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EveryDifference_IsToldAtOnce()
    {
        var other = new SavedRun(header with { ModelVersion = 1 }, new byte[] { 1, 2, 3 });
        var refusal = Assert.Throws<ScenarioException>(() => other.MustFit("x.state", Samples.Loaded(hash: "fedcba9876543210"), 8, 4)).Message;
        Assert.All(["x.state: ", "version 1 of the model", "hash 01234567", "--seed says 8", "--only says 4"], words => Assert.Contains(words, refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void AFileOfAnotherFormat_IsLeftToTheProgramThatWroteIt() =>
        Assert.Contains("is of format 2", Assert.Throws<ScenarioException>(() => SavedRun.Read(Written(new(header with { FormatVersion = 2 }, new byte[] { 1, 2, 3 })))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2009-12-27", 4)]
    [InlineData("2010-01-10", 60)]
    [InlineData("1", 1)]
    [InlineData("60", 60)]
    public void AMoment_IsTheEndOfADayOrANumberOfTicks(string moment, int tick) => Assert.Equal([tick], SaveMoments.Ticks([moment], run));

    [Fact]
    public void Moments_AreSortedAndEachOnce() => Assert.Equal([3, 20, 40], SaveMoments.Ticks(["40", "2009-12-31", "3", "2010-01-05"], run));

    [Theory]
    [InlineData("2010-01-05", "expected a day of 2010-01-06 … 2010-01-10 (saved at its end; warm-up counts) or a number of ticks of 41 … 60")]
    [InlineData("40", "41 … 60")]
    [InlineData("-1", "41 … 60")]
    public void WhatHasPassed_CannotBeSaved(string moment, string told) =>
        Assert.Contains(told, Assert.Throws<ScenarioException>(() => SaveMoments.Ticks([moment], run, passed: 40)).Message, StringComparison.Ordinal);

    [Fact]
    public void SavedRuns_OutliveTheResultsBesideThem()
    {
        var saved = new SavedRun(header, new byte[] { 1, 2, 3 });
        var identity = new RunIdentity("0123456789abcdef", 1, 3);
        string file;
        using (var folder = ResultsFolder.Open(temporary["out"], identity))
            file = folder.Keep(saved);
        Assert.Equal([1, 2, 3], SavedRun.Read(file).State.ToArray());
        using (var again = ResultsFolder.Open(temporary["out"], identity))
        {
            again.Keep(saved);
            again.Complete();
        }

        Assert.Equal([file], Directory.EnumerateFiles(temporary["out"], "*", SearchOption.AllDirectories));
        File.WriteAllText(temporary["out/saved/notes.txt"], "mine");
        Assert.Contains("holds 'saved'", Assert.Throws<ScenarioException>(() => ResultsFolder.Open(temporary["out"], identity)).Message, StringComparison.Ordinal);
    }

    private string Written(SavedRun saved)
    {
        var path = temporary[saved.FileName];
        using var stream = File.Create(path);
        saved.Write(stream);
        return path;
    }
}
