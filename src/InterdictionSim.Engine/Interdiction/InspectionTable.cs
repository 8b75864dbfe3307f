using System.Runtime.CompilerServices;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>What the hot loop reads about posts: which ones a directed link meets, and with which probabilities.</summary>
/// <remarks>
/// Probabilities are fixed-point numbers of 31 bits (2³¹ is certain), so that their product has 62 and the comparison with a random word is exact.
/// A load is found at most once on a link: posts are asked in order, each for what those before it left.
/// </remarks>
internal sealed class InspectionTable : IState
{
    /// <summary>Expected grams are summed in units of 2⁻²⁰ g: 63 bits hold 8 million tonnes of them, and a rounding of half a unit a passage is nothing.</summary>
    public const double ExpectedUnitsPerGram = 1048576.0;

    private const double One31 = 2147483648.0;

    /// <summary>Creates a table in which nobody looks.</summary>
    /// <param name="network">The network.</param>
    /// <param name="entries">Which post watches which directed link.</param>
    /// <param name="posts">Number of posts.</param>
    /// <param name="commodityOfClass">Commodity of each load class.</param>
    /// <param name="commodities">Number of commodities.</param>
    public InspectionTable(BorderNetwork network, IReadOnlyList<(int Link, int Post)> entries, int posts, int[] commodityOfClass, int commodities)
    {
        Classes = commodityOfClass.Length;
        First = new int[network.DirectedLinks + 1];
        foreach (var (link, _) in entries)
            First[link + 1]++;
        for (var d = 0; d < network.DirectedLinks; d++)
            First[d + 1] += First[d];
        PostOf = [.. entries.OrderBy(e => e.Link).ThenBy(e => e.Post).Select(e => e.Post)];
        LinkOf = [.. entries.OrderBy(e => e.Link).ThenBy(e => e.Post).Select(e => e.Link)];
        Odds = new Odds[PostOf.Length * Classes];
        for (var cell = 0; cell < Odds.Length; cell++)
        {
            var post = PostOf[cell / Classes];
            Odds[cell] = new Odds { Post = post, Account = post * commodities + commodityOfClass[cell % Classes], Unbribed = 1u << 31 };
        }

        Selected = new uint[posts];
        IsAnnounced = new bool[posts];
        Array.Fill(IsAnnounced, true);
    }

    /// <summary>Number of load classes.</summary>
    public int Classes { get; }

    /// <summary>First entry of each directed link, and one past the last.</summary>
    public int[] First { get; }

    /// <summary>Post of each entry.</summary>
    public int[] PostOf { get; }

    /// <summary>Directed link of each entry.</summary>
    public int[] LinkOf { get; }

    /// <summary>Odds of each entry and load class, the class running fastest.</summary>
    public Odds[] Odds { get; }

    /// <summary>P(selected) of each post in this tick, in units of 2⁻³¹.</summary>
    public uint[] Selected { get; }

    /// <summary>Whether people know where each post stands; mobile teams are met unawares.</summary>
    public bool[] IsAnnounced { get; }

    /// <summary>A probability in units of 2⁻³¹.</summary>
    public static uint Fixed31(double probability) => (uint)(Math.Clamp(probability, 0.0, 1.0) * One31 + 0.5);

    /// <summary>P(seized | selected) in a cell of <see cref="Odds"/>.</summary>
    public static double Seized(in Odds odds) => odds.Found / One31 * (odds.Unbribed / One31);

    /// <summary>Probability that a load of a class is lost on a directed link, all its posts together.</summary>
    public double LossProbability(int link, int loadClass) => LossProbability(link, loadClass, unannounced: true);

    /// <summary>Probability that a load of a class is lost on a directed link at the posts of which people know where they stand.</summary>
    public double AnnouncedLossProbability(int link, int loadClass) => LossProbability(link, loadClass, unannounced: false);

    /// <summary>Probability that a load of a class is found and let go for a bribe on a directed link, at the posts of which people know where they stand: what is set aside for it.</summary>
    public double BribeProbability(int link, int loadClass)
    {
        var passes = 1.0;
        var bribe = 0.0;
        for (var e = First[link]; e < First[link + 1]; e++)
        {
            if (!IsAnnounced[PostOf[e]])
                continue;
            var find = Find(e, loadClass);
            bribe += passes * find * (1.0 - Odds[e * Classes + loadClass].Unbribed / One31);
            passes *= 1.0 - find;
        }

        return bribe;
    }

    private double LossProbability(int link, int loadClass, bool unannounced)
    {
        var passes = 1.0;
        var loss = 0.0;
        for (var e = First[link]; e < First[link + 1]; e++)
        {
            if (!unannounced && !IsAnnounced[PostOf[e]])
                continue;
            var find = Find(e, loadClass);
            loss += passes * find * (Odds[e * Classes + loadClass].Unbribed / One31);
            passes *= 1.0 - find;
        }

        return loss;
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Odds);
        archive.Exchange(Selected);
    }

    /// <summary>How many of 2³² draws a post finds when those before it have left all but so many: its part begins where theirs ends.</summary>
    /// <remarks>31 bits times 31 bits, and that times what earlier posts left, each back to a threshold of 32 bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(ulong passed, uint selected, uint found) => (4294967296UL - passed) * ((ulong)selected * found >> 31) >> 31;

    /// <summary>The same at the post's probability of selection in this tick.</summary>
    public ulong Find(ulong passed, in Odds odds) => Find(passed, Selected[odds.Post], odds.Found);

    private double Find(int entry, int loadClass) => Selected[PostOf[entry]] / One31 * (Odds[entry * Classes + loadClass].Found / One31);
}

/// <summary>How a load of one class fares at one post on one directed link: what an arrival reads, in one place.</summary>
internal struct Odds
{
    /// <summary>P(found | selected) × (1 − protected) × direction, in units of 2⁻³¹.</summary>
    public uint Found;

    /// <summary>1 − P(bribe accepted | found), in units of 2⁻³¹.</summary>
    public uint Unbribed;

    /// <summary>The post.</summary>
    public int Post;

    /// <summary>Where seizures of this commodity by this post are counted.</summary>
    public int Account;
}
