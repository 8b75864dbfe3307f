using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>Systematic sampling: whole teams from shares, so that each site gets its share in the mean and never a team more or less than that.</summary>
internal static class Lots
{
    /// <summary>Shares teams out; one word decides for all sites together.</summary>
    /// <param name="weights">Weight of each site, ≥ 0; all alike when none is above 0.</param>
    /// <param name="count">Number of teams.</param>
    /// <param name="word">The draw.</param>
    /// <param name="teams">Teams by site, to which those of this draw are added.</param>
    public static void Draw(ReadOnlySpan<double> weights, int count, uint word, Span<int> teams)
    {
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var start = Sampler.Unit(word);
        var last = Last(weights);
        var (sum, placed) = (0.0, 0);
        for (var i = 0; i <= last; i++)
        {
            sum += total > 0 ? weights[i] / total : 1.0 / weights.Length;
            // What rounding leaves over goes to the last site that can have any.
            var until = i == last ? count : Math.Clamp((int)(sum * count + start), placed, count);
            teams[i] += until - placed;
            placed = until;
        }
    }

    private static int Last(ReadOnlySpan<double> weights)
    {
        for (var i = weights.Length - 1; i >= 0; i--)
        {
            if (weights[i] > 0)
                return i;
        }

        return weights.Length - 1;
    }
}
