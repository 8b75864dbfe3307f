using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Randomness;

/// <summary>Hashes by which entities key their draws.</summary>
internal static class Hashes
{
    /// <summary>Hashes of ids, all different.</summary>
    /// <exception cref="ScenarioException">Two ids would share their draws.</exception>
    public static uint[] Of(string what, string[] ids)
    {
        uint[] hashes = [.. ids.Select(Band.HashOf)];
        if (ids.Zip(hashes).GroupBy(h => h.Second).FirstOrDefault(g => g.Count() > 1) is { } clash)
            throw new ScenarioException($"The {what} {string.Join(" and ", clash.Select(c => c.First))} would share their random draws; rename one of them.");
        return hashes;
    }
}
