using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Network;

/// <summary>What is open and how long it takes on the current day.</summary>
/// <param name="links">Links.</param>
/// <param name="levels">Their levels under the running measures.</param>
internal sealed class Season(Link[] links, LinkLevel[] levels) : IState
{
    /// <summary>Longest wait at a border that a measure can make, days.</summary>
    public const double MostDwellDays = 60;

    /// <summary>Whether each undirected link can be entered.</summary>
    public bool[] Open { get; } = new bool[links.Length];

    /// <summary>Days under way and at the border, queues not counted, for each undirected link.</summary>
    public double[] Days { get; } = new double[links.Length];

    /// <summary>Longest that a link can take in any month without measures, days, queues not counted.</summary>
    public static double LongestDays(Link link) => link.TravelDays + (link.WinterMonths.Count > 0 ? WinterWait(link) : 0) + link.BorderDwellDays;

    /// <summary>Turns to a day; tells whether anything opened or closed, and whether any time changed.</summary>
    public (bool Topology, bool Times) Turn(DateOnly day)
    {
        bool topology = false, times = false;
        for (var l = 0; l < links.Length; l++)
        {
            var link = links[l];
            var level = levels[l];
            var open = level.Open && !(day < link.Opens) && !(day >= link.Closes) && !Contains(link.ClosedMonths, day.Month);
            var days = level.TravelDays + (Contains(link.WinterMonths, day.Month) ? WinterWait(link) : 0) + Math.Min(level.BorderDwellDays, Math.Max(link.BorderDwellDays, MostDwellDays));
            topology |= open != Open[l];
            times |= days != Days[l];
            Open[l] = open;
            Days[l] = days;
        }

        return (topology, times);
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Open);
        archive.Exchange(Days);
    }

    // Mean wait for a passable day when the share f of days is passable, each by itself: (1 − f)/f.
    private static double WinterWait(Link link) => (1 - link.WinterCapacityFactor) / link.WinterCapacityFactor;

    // By index, because an enumerator of an interface would be allocated every day.
    private static bool Contains(IReadOnlyList<int> months, int month)
    {
        for (var i = 0; i < months.Count; i++)
        {
            if (months[i] == month)
                return true;
        }

        return false;
    }
}
