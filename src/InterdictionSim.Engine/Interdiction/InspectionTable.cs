using System.Runtime.CompilerServices;
using InterdictionSim.Engine.Network;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>What the hot loop reads about posts: which ones a directed link meets, and with which probabilities.</summary>
/// <remarks>
/// Probabilities are fixed-point numbers of 31 bits (2³¹ is certain), so that their product has 62 and the comparison with a random word is exact.
/// A load is found at most once on a link: posts are asked in order, each for what those before it left.
/// </remarks>
internal sealed class InspectionTable
{
    private const double One31 = 2147483648.0;

    public InspectionTable(BorderNetwork network, IReadOnlyList<(int Link, int Post)> entries, int posts, int classes)
    {
        Classes = classes;
        First = new int[network.DirectedLinks + 1];
        foreach (var (link, _) in entries)
            First[link + 1]++;
        for (var d = 0; d < network.DirectedLinks; d++)
            First[d + 1] += First[d];
        PostOf = [.. entries.OrderBy(e => e.Link).ThenBy(e => e.Post).Select(e => e.Post)];
        LinkOf = [.. entries.OrderBy(e => e.Link).ThenBy(e => e.Post).Select(e => e.Link)];
        Found = new ulong[PostOf.Length * classes];
        Unbribed = new ulong[PostOf.Length * classes];
        Selected = new ulong[posts];
    }

    /// <summary>Number of load classes.</summary>
    public int Classes { get; }

    /// <summary>First entry of each directed link, and one past the last.</summary>
    public int[] First { get; }

    /// <summary>Post of each entry.</summary>
    public int[] PostOf { get; }

    /// <summary>Directed link of each entry.</summary>
    public int[] LinkOf { get; }

    /// <summary>P(found | selected) × (1 − protected) × direction, by entry and load class, in units of 2⁻³¹.</summary>
    public ulong[] Found { get; }

    /// <summary>1 − P(bribe accepted | found), by entry and load class, in units of 2⁻³¹.</summary>
    public ulong[] Unbribed { get; }

    /// <summary>P(selected) of each post in this tick, in units of 2⁻³¹.</summary>
    public ulong[] Selected { get; }

    /// <summary>A probability in units of 2⁻³¹.</summary>
    public static ulong Fixed31(double probability) => (ulong)(Math.Clamp(probability, 0.0, 1.0) * One31 + 0.5);

    /// <summary>Threshold (32 bits) below which a word means that this entry finds a load that it is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong FindThreshold(int entry, int loadClass) => Selected[PostOf[entry]] * Found[entry * Classes + loadClass] >> 30;

    /// <summary>Probability that a load of a class is lost on a directed link, all its posts together.</summary>
    public double LossProbability(int link, int loadClass)
    {
        var passes = 1.0;
        var loss = 0.0;
        for (var e = First[link]; e < First[link + 1]; e++)
        {
            var find = FindThreshold(e, loadClass) / 4294967296.0;
            loss += passes * find * (Unbribed[e * Classes + loadClass] / One31);
            passes *= 1.0 - find;
        }

        return loss;
    }

    /// <summary>Probability that a load of a class is found and let go for a bribe on a directed link.</summary>
    public double BribeProbability(int link, int loadClass)
    {
        var passes = 1.0;
        var bribe = 0.0;
        for (var e = First[link]; e < First[link + 1]; e++)
        {
            var find = FindThreshold(e, loadClass) / 4294967296.0;
            bribe += passes * find * (1.0 - Unbribed[e * Classes + loadClass] / One31);
            passes *= 1.0 - find;
        }

        return bribe;
    }
}
