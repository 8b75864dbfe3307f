using System.Runtime.CompilerServices;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>What the hot loop reads about posts: which sites a directed link meets, and with which probabilities.</summary>
/// <remarks>
/// Probabilities are fixed-point numbers of 31 bits (2³¹ is certain), so that their product has 62 and the comparison with a random word is exact.
/// A load is found at most once on a link: sites are asked in order, each for what those before it left. However many posts a site has, it is one entry, and
/// a site without an open post is none. What a lone load meets at several posts p, each with P(selected) s and P(found | selected) f, is composed to
/// P(selected) = 1 − Π(1 − s), P(found) = 1 − Π(1 − s·f) and the share of finds that no bribe undoes, Σ s·f·unbribed/Σ s·f.
/// Posts change one by one; what follows is composed when it is first asked for, as a function of what each post does by itself and of nothing else.
/// </remarks>
internal sealed class InspectionTable : IState
{
    /// <summary>Expected grams are summed in units of 2⁻²⁰ g: 63 bits hold 8 million tonnes of them, and a rounding of half a unit a passage is nothing.</summary>
    public const double ExpectedUnitsPerGram = 1048576.0;

    private const double One31 = 2147483648.0;
    private const double One32 = 4294967296.0;

    private readonly int[] commodityOfClass;
    private readonly int commodities;
    private readonly int[] siteOfEntry;
    private readonly int[] rowOfEntry;
    private readonly int[] sitesThatShare;
    private readonly int[] firstRow;
    private readonly int[] firstChance;
    private readonly int[] firstShare;
    private readonly int[] sharedAccount;
    private readonly int ownAccounts;
    private readonly Odds[] rows;
    private readonly Chance[] announced;
    private readonly uint[] usualAnnounced;
    private readonly ulong[] upTo;
    private readonly bool[] isOpen;
    private readonly bool[] isChanged;
    private readonly int[] changed;
    private int changes;
    private Tally[] tallies = [];

    /// <summary>Creates a table in which nobody looks.</summary>
    /// <param name="network">The network.</param>
    /// <param name="sites">Which posts watch which directed links.</param>
    /// <param name="posts">Number of posts.</param>
    /// <param name="commodityOfClass">Commodity of each load class.</param>
    /// <param name="commodities">Number of commodities.</param>
    public InspectionTable(BorderNetwork network, Site[] sites, int posts, int[] commodityOfClass, int commodities)
    {
        this.commodityOfClass = commodityOfClass;
        this.commodities = commodities;
        Sites = sites;
        Classes = commodityOfClass.Length;
        var entries = (from site in Enumerable.Range(0, sites.Length) from approach in sites[site].Approaches from link in approach.Links orderby link, site select (link, site)).ToArray();
        siteOfEntry = [.. entries.Select(e => e.site)];
        sitesThatShare = [.. Enumerable.Range(0, sites.Length).Where(s => sites[s].Posts.Length > 1)];
        First = new int[network.DirectedLinks + 1];
        foreach (var (link, _) in entries)
            First[link + 1]++;
        for (var d = 0; d < network.DirectedLinks; d++)
            First[d + 1] += First[d];
        Ends = [.. Enumerable.Range(0, network.DirectedLinks).Select(d => new LinkEnd(network.Head[d], First[d], First[d]))];
        SiteOf = new int[posts];
        firstChance = new int[posts];
        firstRow = new int[sites.Length + 1];
        sharedAccount = new int[sites.Length];
        firstShare = new int[sites.Length];
        ownAccounts = posts * commodities;
        var (accounts, chances, shares) = (ownAccounts, 0, 0);
        for (var s = 0; s < sites.Length; s++)
        {
            var cells = sites[s].Approaches.Length * Classes;
            firstRow[s + 1] = firstRow[s] + sites[s].Approaches.Length;
            sharedAccount[s] = accounts;
            firstShare[s] = shares;
            accounts += sites[s].Posts.Length > 1 ? cells : 0;
            shares += sites[s].Posts.Length > 1 ? cells * sites[s].Posts.Length : 0;
            foreach (var p in sites[s].Posts)
            {
                (SiteOf[p], firstChance[p]) = (s, chances);
                chances += cells;
            }
        }

        rowOfEntry = [.. entries.Select(e => firstRow[e.site] + Array.FindIndex(sites[e.site].Approaches, a => a.Links.Contains(e.link)))];
        Accounts = accounts;
        Posts = posts;
        Chances = new Chance[chances];
        Alone = new double[posts];
        upTo = new ulong[shares];
        rows = new Odds[firstRow[^1] * Classes];
        announced = new Chance[rows.Length];
        Odds = new Odds[entries.Length * Classes];
        Selected = new uint[sites.Length];
        Usual = new uint[sites.Length];
        usualAnnounced = new uint[sites.Length];
        IsAnnounced = new bool[posts];
        Array.Fill(IsAnnounced, true);
        isOpen = new bool[sites.Length];
        isChanged = new bool[sites.Length];
        changed = new int[sites.Length];
    }

    /// <summary>Sites, in the order in which a load meets them.</summary>
    public Site[] Sites { get; }

    /// <summary>Site of each post.</summary>
    public int[] SiteOf { get; }

    /// <summary>Number of load classes.</summary>
    public int Classes { get; }

    /// <summary>Number of posts.</summary>
    public int Posts { get; }

    /// <summary>Accounts of expected seizures: one for each post and commodity, then those that posts of a site share until they are split.</summary>
    public int Accounts { get; }

    /// <summary>First entry of each directed link, and one past the last; entries are all sites that may ever watch the link.</summary>
    public int[] First { get; }

    /// <summary>The place where each directed link ends, and the entries of the sites that have an open post now.</summary>
    public LinkEnd[] Ends { get; }

    /// <summary>Odds of each entry and load class, the class running fastest; those of open sites stand first on each link.</summary>
    public Odds[] Odds { get; }

    /// <summary>P(selected) of each site in this tick, in units of 2⁻³¹.</summary>
    public uint[] Selected { get; }

    /// <summary>P(selected) of a lone load by each site, in units of 2⁻³¹.</summary>
    public uint[] Usual { get; }

    /// <summary>P(selected) of a lone load by each post; write it after <see cref="Change"/>.</summary>
    public double[] Alone { get; }

    /// <summary>What each post finds by itself, see <see cref="ChancesOf"/>.</summary>
    public Chance[] Chances { get; }

    /// <summary>Whether people know where each post stands; mobile teams are met unawares.</summary>
    public bool[] IsAnnounced { get; }

    /// <summary>A probability in units of 2⁻³¹.</summary>
    public static uint Fixed31(double probability) => (uint)(Math.Clamp(probability, 0.0, 1.0) * One31 + 0.5);

    /// <summary>P(seized | selected) by a post by itself.</summary>
    public static double Seized(in Chance chance) => chance.Found / One31 * (chance.Unbribed / One31);

    /// <summary>How many of 2³² draws a site finds when those before it have left all but so many: its part begins where theirs ends.</summary>
    /// <remarks>31 bits times 31 bits, and that times what earlier sites left, each back to a threshold of 32 bits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Find(ulong passed, uint selected, uint found) => (4294967296UL - passed) * ((ulong)selected * found >> 31) >> 31;

    /// <summary>The same at the site's probability of selection in this tick.</summary>
    public ulong Find(ulong passed, in Odds odds) => Find(passed, Selected[odds.Site], odds.Found);

    /// <summary>Sites that may watch a directed link, in their order.</summary>
    public ReadOnlySpan<int> SitesOn(int link) => siteOfEntry.AsSpan(First[link], First[link + 1] - First[link]);

    /// <summary>Posts that may watch a directed link, site by site.</summary>
    public IEnumerable<int> PostsOn(int link) => siteOfEntry[First[link]..First[link + 1]].SelectMany(site => Sites[site].Posts);

    /// <summary>Whether a post selects any load.</summary>
    public bool Looks(int post) => Fixed31(Alone[post]) > 0;

    /// <summary>What a post finds on an approach of its site, by load class; write it after <see cref="Change"/>.</summary>
    public Span<Chance> ChancesOf(int post, int approach) => Chances.AsSpan(firstChance[post] + approach * Classes, Classes);

    /// <summary>Whose shared accounts of expected seizures are split.</summary>
    public void Attach(Tally[] counted) => tallies = counted;

    /// <summary>A post is about to change: what its site has in shared accounts is split by the odds that held so far.</summary>
    public void Change(int post)
    {
        var site = SiteOf[post];
        if (isChanged[site])
            return;
        Split(site);
        isChanged[site] = true;
        changed[changes++] = site;
    }

    /// <summary>Composes the sites that have changed, as a lone load meets them.</summary>
    public void Compose()
    {
        for (var i = 0; i < changes; i++)
        {
            Compose(changed[i]);
            isChanged[changed[i]] = false;
        }

        changes = 0;
    }

    /// <summary>Splits all shared accounts of expected seizures over the posts; sums are kept to the unit.</summary>
    public void Split()
    {
        foreach (var site in sitesThatShare)
        {
            // What has changed was split then, and nothing has moved since.
            if (!isChanged[site])
                Split(site);
        }
    }

    /// <summary>The post that seizes a load which a site has found and no bribe saves.</summary>
    /// <param name="odds">The load's odds there.</param>
    /// <param name="word">The word below the share unbribed that decided it; what is left of it, spread out again, names the post.</param>
    /// <param name="account">Where the post counts what it seizes of the load's commodity.</param>
    public int Seizer(in Odds odds, uint word, out int account)
    {
        account = odds.Account;
        if (account < ownAccounts)
            return account / commodities;
        var left = ((ulong)word << 31) / odds.Unbribed;
        var cell = odds.Account - sharedAccount[odds.Site];
        var posts = Sites[odds.Site].Posts;
        var shares = SharesOf(odds.Site, cell);
        var k = 0;
        while (left >= shares[k])
            k++;
        account = posts[k] * commodities + commodityOfClass[cell % Classes];
        return posts[k];
    }

    /// <summary>The post that lets a load go for a bribe which a site has found: in proportion to what each finds and lets go.</summary>
    /// <param name="odds">The load's odds there.</param>
    /// <param name="word">The word past the share unbribed that decided it; what is left of it, spread out again, names the post.</param>
    public int Briber(in Odds odds, uint word)
    {
        if (odds.Account < ownAccounts)
            return odds.Account / commodities;
        var (posts, cell) = (Sites[odds.Site].Posts, odds.Account - sharedAccount[odds.Site]);
        var total = 0.0;
        foreach (var p in posts)
            total += Bribed(p, cell);
        var left = ((word >> 1) - odds.Unbribed + 0.5) / (One31 - odds.Unbribed) * total;
        var briber = -1;
        foreach (var p in posts)
        {
            var bribed = Bribed(p, cell);
            if (bribed <= 0)
                continue;
            briber = p;
            if ((left -= bribed) < 0)
                break;
        }

        return briber >= 0 ? briber : Array.Find(posts, Looks);
    }

    /// <summary>Probability that a lone load of a class is lost on a directed link, all its posts together.</summary>
    public double LossProbability(int link, int loadClass)
    {
        Compose();
        var passes = 1.0;
        var loss = 0.0;
        for (var e = Ends[link].FirstEntry; e < Ends[link].EndEntry; e++)
        {
            ref readonly var odds = ref Odds[e * Classes + loadClass];
            var find = Find(in odds);
            loss += passes * find * (odds.Unbribed / One31);
            passes *= 1.0 - find;
        }

        return loss;
    }

    /// <summary>Probability that a lone load of a class is lost on a directed link at the posts of which people know where they stand.</summary>
    public double AnnouncedLossProbability(int link, int loadClass) => Announced(link, loadClass).Loss;

    /// <summary>Probability that a lone load of a class is found and let go for a bribe on a directed link, at the posts of which people know where they stand: what is set aside for it.</summary>
    public double BribeProbability(int link, int loadClass) => Announced(link, loadClass).Bribe;

    /// <inheritdoc/>
    /// <remarks>What posts do by themselves, and how busy sites are; all else is composed of the former. What has changed is composed before it is written, which nothing notices.</remarks>
    public void Exchange(StateArchive archive)
    {
        Compose();
        archive.Exchange(Alone);
        archive.Exchange(Chances);
        if (archive.IsReading)
        {
            for (var site = 0; site < Sites.Length; site++)
                Compose(site);
        }

        archive.Exchange(Selected);
    }

    private (double Loss, double Bribe) Announced(int link, int loadClass)
    {
        Compose();
        var (passes, loss, bribe) = (1.0, 0.0, 0.0);
        for (var e = First[link]; e < First[link + 1]; e++)
        {
            ref readonly var chance = ref announced[rowOfEntry[e] * Classes + loadClass];
            var find = usualAnnounced[siteOfEntry[e]] / One31 * (chance.Found / One31);
            loss += passes * find * (chance.Unbribed / One31);
            bribe += passes * find * (1.0 - chance.Unbribed / One31);
            passes *= 1.0 - find;
        }

        return (loss, bribe);
    }

    private double Find(in Odds odds) => Usual[odds.Site] / One31 * (odds.Found / One31);

    private double Bribed(int post, int cell)
    {
        ref readonly var chance = ref Chances[firstChance[post] + cell];
        return Alone[post] * (chance.Found / One31) * (1.0 - chance.Unbribed / One31);
    }

    private void Compose(int site)
    {
        var posts = Sites[site].Posts;
        var (open, only, selected) = Looking(posts, unannounced: true);
        var (openly, known, selectedOpenly) = Looking(posts, unannounced: false);
        Usual[site] = Selected[site] = Fixed31(selected);
        usualAnnounced[site] = Fixed31(selectedOpenly);
        for (var (row, cell) = (firstRow[site], 0); row < firstRow[site + 1]; row++)
        {
            for (var c = 0; c < Classes; c++, cell++)
            {
                var chance = open > 1 ? Composed(posts, cell, selected, unannounced: true) : ChanceOf(only, cell);
                announced[row * Classes + c] = openly == open ? chance : openly > 1 ? Composed(posts, cell, selectedOpenly, unannounced: false) : ChanceOf(known, cell);
                // Nothing is left of what was there before: what the table holds follows from its posts as they are.
                if (open > 1)
                    Share(posts, cell, SharesOf(site, cell));
                else if (posts.Length > 1)
                    SharesOf(site, cell).Clear();
                var account = open > 1 ? sharedAccount[site] + cell : only * commodities + commodityOfClass[c];
                rows[row * Classes + c] = open > 0 ? new Odds { Found = chance.Found, Unbribed = chance.Unbribed, Site = site, Account = account } : default;
            }
        }

        Publish(site, open > 0);
    }

    // How many posts of a site look, the last of them, and whether any of them selects a lone load.
    private (int Count, int Last, double Selected) Looking(int[] posts, bool unannounced)
    {
        var any = new AnyOf();
        var (count, last) = (0, -1);
        foreach (var p in posts)
        {
            if (Alone[p] <= 0 || !(unannounced || IsAnnounced[p]))
                continue;
            any.Add(Alone[p]);
            (count, last) = (count + 1, p);
        }

        return (count, last, any.Probability);
    }

    private Chance ChanceOf(int post, int cell) => post >= 0 ? Chances[firstChance[post] + cell] : default;

    private Chance Composed(int[] posts, int cell, double selected, bool unannounced)
    {
        double none = 1.0, found = 0.0, unbribed = 0.0;
        foreach (var p in posts)
        {
            if (!(unannounced || IsAnnounced[p]))
                continue;
            ref readonly var chance = ref Chances[firstChance[p] + cell];
            var finds = Alone[p] * (chance.Found / One31);
            none *= 1.0 - finds;
            found += finds;
            unbribed += finds * (chance.Unbribed / One31);
        }

        return new Chance(Fixed31((1.0 - none) / selected), Fixed31(found > 0 ? unbribed / found : 1.0));
    }

    // What a post seizes of the loads that its site seizes is in proportion to s·f·unbribed, so that each post takes exactly its part.
    private void Share(int[] posts, int cell, Span<ulong> shares)
    {
        var seized = 0.0;
        foreach (var p in posts)
            seized += Seizes(p, cell);
        var (perShare, sum, last) = (seized > 0 ? One32 / seized : 0.0, 0.0, 0);
        for (var k = 0; k < posts.Length; k++)
        {
            var seizes = Seizes(posts[k], cell);
            sum += seizes;
            shares[k] = Math.Min(1UL << 32, (ulong)(sum * perShare + 0.5));
            last = seizes > 0 ? k : last;
        }

        // The last post that seizes anything has the rest, to the unit.
        shares[last..].Fill(1UL << 32);
    }

    private double Seizes(int post, int cell)
    {
        ref readonly var chance = ref Chances[firstChance[post] + cell];
        return Alone[post] * (chance.Found / One31) * (chance.Unbribed / One31);
    }

    // Share of the posts up to each in what a site seizes, in units of 2⁻³².
    private Span<ulong> SharesOf(int site, int cell) => upTo.AsSpan(firstShare[site] + cell * Sites[site].Posts.Length, Sites[site].Posts.Length);

    // To where the hot loop reads: open sites close together at the start of each link's entries.
    private void Publish(int site, bool opens)
    {
        var moves = isOpen[site] != opens;
        isOpen[site] = opens;
        foreach (var approach in Sites[site].Approaches)
        {
            foreach (var link in approach.Links)
            {
                if (moves || opens)
                    Pack(link, site, moves);
            }
        }
    }

    private void Pack(int link, int changedSite, bool moves)
    {
        var end = First[link];
        for (var e = First[link]; e < First[link + 1]; e++)
        {
            if (!isOpen[siteOfEntry[e]])
                continue;
            if (moves || siteOfEntry[e] == changedSite)
                rows.AsSpan(rowOfEntry[e] * Classes, Classes).CopyTo(Odds.AsSpan(end * Classes));
            end++;
        }

        Ends[link] = Ends[link] with { EndEntry = end };
        if (moves)
            Odds.AsSpan(end * Classes, (First[link + 1] - end) * Classes).Clear();
    }

    // Sums over all threads are split, not each thread's own, so that rounding does not depend on their number.
    private void Split(int site)
    {
        var (posts, firstCell) = (Sites[site].Posts, sharedAccount[site]);
        if (posts.Length == 1 || tallies.Length == 0)
            return;
        for (var cell = 0; cell < Sites[site].Approaches.Length * Classes; cell++)
        {
            ulong units = 0;
            foreach (var tally in tallies)
            {
                units += tally.Expected[firstCell + cell];
                tally.Expected[firstCell + cell] = 0;
            }

            if (units > 0)
                Split(units, posts, SharesOf(site, cell), tallies[0].Expected, commodityOfClass[cell % Classes]);
        }
    }

    // Each post takes what the posts up to it have less what those before it have: nothing is lost to rounding.
    private void Split(ulong units, int[] posts, ReadOnlySpan<ulong> shares, ulong[] expected, int commodity)
    {
        ulong given = 0;
        for (var k = 0; k < posts.Length; k++)
        {
            var high = Math.BigMul(units, shares[k], out var low);
            var taken = (high << 32) | (low >> 32);
            expected[posts[k] * commodities + commodity] += taken - given;
            given = taken;
        }
    }
}

/// <summary>What an arrival looks up first, together in memory.</summary>
/// <param name="Place">The place where the link ends.</param>
/// <param name="FirstEntry">First entry of the inspection table.</param>
/// <param name="EndEntry">One past the last entry of a site that is open.</param>
internal readonly record struct LinkEnd(int Place, int FirstEntry, int EndEntry);

/// <summary>How a load of one class fares at one post by itself.</summary>
/// <param name="Found">P(found | selected) × (1 − protected) × direction, in units of 2⁻³¹.</param>
/// <param name="Unbribed">1 − P(bribe accepted | found), in units of 2⁻³¹.</param>
internal readonly record struct Chance(uint Found, uint Unbribed);

/// <summary>How a load of one class fares at one site on one directed link: what an arrival reads, in one place.</summary>
internal struct Odds
{
    /// <summary>P(found | selected), in units of 2⁻³¹.</summary>
    public uint Found;

    /// <summary>1 − P(bribe accepted | found), in units of 2⁻³¹.</summary>
    public uint Unbribed;

    /// <summary>The site.</summary>
    public int Site;

    /// <summary>Where expected seizures are counted: the account of the post and commodity where one post is open, else one that its posts share.</summary>
    public int Account;
}
