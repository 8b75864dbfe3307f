using CsCheck;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Tests.Scenarios;

public sealed class DamagedFilesTests
{
    private static readonly string[] Scraps = ["", "\"", "{", "}", "[", "]", ",", ":", "null", "NaN", "-1", "0", "1e400", "\"x\"", "true", "\n", "é", "\\"];

    // Damage that once slipped through.
    [Theory]
    [InlineData("[]", "bad.json:1:1: expected an object, found a list")]
    [InlineData("1", "bad.json:1:1: expected an object, found 1")]
    [InlineData("\"x\"", "bad.json:1:1: expected an object, found \"x\"")]
    [InlineData("null", "bad.json:1:1: expected an object, found null")]
    [InlineData("true", "bad.json:1:1: expected an object, found true")]
    [InlineData("NaN", "bad.json:1:1: is NaN; expected a finite number")]
    [InlineData("", "bad.json:1:1: is not JSON: ")]
    public void AFileThatIsNoObject_IsTold(string text, string told)
    {
        using var world = new SmallWorld();
        Assert.StartsWith(told, Assert.Single(world.ProblemsOf(text)), StringComparison.Ordinal);
        world.Write("bad.json", text);
        Assert.StartsWith(told, Assert.Single(world.Problems("baseline.json", overlays: ["bad.json"])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("places.geojson")]
    [InlineData("links.geojson")]
    [InlineData("posts.json")]
    [InlineData("markets.json")]
    [InlineData("prices.json")]
    public void AWorldFileThatIsNoObject_IsTold(string file)
    {
        foreach (var text in new[] { "[]", "1", "\"x\"", "null", "NaN" })
        {
            using var world = new SmallWorld();
            world.Write($"world/{file}", text);
            Assert.StartsWith($"world/{file}:1:1: ", world.Problems()[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("1NaN")]
    [InlineData("0.9NaN")]
    [InlineData("-NaN")]
    [InlineData("5Infinity")]
    [InlineData("--Infinity")]
    [InlineData("1e5NaN")]
    [InlineData("NaN5")]
    [InlineData("NaNNaN")]
    [InlineData("nuNaN")]
    public void ANumberWithNaNInIt_IsTold(string token)
    {
        using var world = new SmallWorld();
        Assert.Equal(
            [$"bad.json:1:49: /risk/weight: is {token}; expected a finite number"],
            world.ProblemsOf($$$"""{"extends": "baseline.json", "risk": {"weight": {{{token}}}}}"""));
    }

    [Theory]
    [InlineData("baseline.json")]
    [InlineData("world/places.geojson")]
    [InlineData("world/links.geojson")]
    [InlineData("world/posts.json")]
    [InlineData("world/markets.json")]
    [InlineData("world/prices.json")]
    public void ADamagedFile_LoadsOrIsTold_AndNeverCrashes(string file)
    {
        using var intact = new SmallWorld();
        var text = File.ReadAllText(intact[file]);
        Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 12], Gen.Int[0, Scraps.Length - 1]).Sample(
            (start, length, scrap) =>
            {
                intact.Write(file, text[..start] + Scraps[scrap] + text[Math.Min(text.Length, start + length)..]);
                try
                {
                    intact.Load();
                }
                catch (ScenarioException e)
                {
                    Assert.Contains(" problem(s):", e.Message, StringComparison.Ordinal);
                }
            },
            iter: 150,
            threads: 1);
    }
}
