using CsCheck;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Tests.Scenarios;

public sealed class DamagedFilesTests
{
    private static readonly string[] Scraps = ["", "\"", "{", "}", "[", "]", ",", ":", "null", "NaN", "-1", "0", "1e400", "\"x\"", "true", "\n", "é", "\\"];

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
