using System.Runtime.InteropServices;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Tracing;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What one thread counts while it moves traffickers: integers only, so that sums do not depend on the order or on the number of threads.</summary>
internal sealed class Tally(int organisations, int directedLinks, int commodities, InspectionTable inspection)
{
    /// <summary>Sites that loads reach in this tick, each once, in any order; the first <see cref="Reached"/> of them. One more than there are, so that the next one can always be written.</summary>
    public readonly int[] Reaches = new int[inspection.Sites.Length + 1];

    /// <summary>What was carried, by organisation and directed link.</summary>
    public readonly Traffic[] Traffic = new Traffic[organisations * directedLinks];

    /// <summary>Grams lost, by organisation and directed link.</summary>
    public readonly long[] LostGrams = new long[organisations * directedLinks];

    /// <summary>Losses, by organisation and directed link.</summary>
    public readonly int[] Losses = new int[organisations * directedLinks];

    /// <summary>Grams seized, by post and commodity.</summary>
    public readonly long[] SeizedGrams = new long[inspection.Posts * commodities];

    /// <summary>Seizures by post.</summary>
    public readonly long[] Seizures = new long[inspection.Posts];

    /// <summary>Expected grams seized in units of 2⁻²⁰ g, by post and commodity; then what posts of a site share until it is split over them.</summary>
    public readonly ulong[] Expected = new ulong[inspection.Accounts];

    /// <summary>Bribes paid, cents, by organisation.</summary>
    public readonly long[] BribeCents = new long[organisations];

    /// <summary>Grams sent at once after a seizure or a sale, by organisation.</summary>
    public readonly long[] FollowedGrams = new long[organisations];

    /// <summary>Loads that arrive in this tick, by site.</summary>
    public readonly int[] ArrivalsAtSite = new int[inspection.Sites.Length];

    /// <summary>Number of sites that loads reach in this tick.</summary>
    public int Reached;

    /// <summary>Arrivals since the start.</summary>
    public long Arrivals;

    /// <summary>Who follows what the thread does; null, and nothing is told, unless somebody asks.</summary>
    public Watch? Watch;

    /// <summary>Sites that loads reach in this tick.</summary>
    public ReadOnlySpan<int> SitesReached => Reaches.AsSpan(0, Reached);

    /// <summary>Writes or reads what all threads have counted, as its sum: sums are all that is ever asked for.</summary>
    public static void Exchange(StateArchive archive, Tally[] tallies)
    {
        archive.ExchangeSum(tallies, t => MemoryMarshal.Cast<Traffic, long>(t.Traffic.AsSpan()));
        archive.ExchangeSum(tallies, t => t.LostGrams.AsSpan());
        archive.ExchangeSum(tallies, t => t.Losses.AsSpan());
        archive.ExchangeSum(tallies, t => t.SeizedGrams.AsSpan());
        archive.ExchangeSum(tallies, t => t.Seizures.AsSpan());
        archive.ExchangeSum(tallies, t => t.Expected.AsSpan());
        archive.ExchangeSum(tallies, t => t.BribeCents.AsSpan());
        archive.ExchangeSum(tallies, t => t.FollowedGrams.AsSpan());
        archive.ExchangeSum<Tally, long>(tallies, t => new(ref t.Arrivals));
    }

    /// <summary>Adds another thread's arrivals of this tick to these, and forgets them there.</summary>
    public void TakeArrivals(Tally other)
    {
        foreach (var site in other.SitesReached)
        {
            Reaches[Reached] = site;
            Reached += ArrivalsAtSite[site] == 0 ? 1 : 0;
            ArrivalsAtSite[site] += other.ArrivalsAtSite[site];
            other.ArrivalsAtSite[site] = 0;
        }

        other.Reached = 0;
    }
}

/// <summary>What was carried on a link: both numbers in one cache line, because every arrival adds to both.</summary>
internal struct Traffic
{
    /// <summary>Grams.</summary>
    public long Grams;

    /// <summary>Passages.</summary>
    public long Passages;
}
