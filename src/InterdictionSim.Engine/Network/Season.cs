namespace InterdictionSim.Engine.Network;

/// <summary>What is open and how long it takes, on a given day.</summary>
/// <param name="Open">Whether each undirected link can be entered.</param>
/// <param name="Days">Days under way and at the border, queues not counted, for each undirected link.</param>
internal sealed record Season(bool[] Open, double[] Days)
{
    /// <summary>The season of a day.</summary>
    public static Season On(Link[] links, DateOnly day)
    {
        var open = new bool[links.Length];
        var days = new double[links.Length];
        for (var l = 0; l < links.Length; l++)
        {
            var link = links[l];
            open[l] = !(day < link.Opens) && !(day >= link.Closes) && !link.ClosedMonths.Contains(day.Month);
            days[l] = link.TravelDays / (link.WinterMonths.Contains(day.Month) ? link.WinterCapacityFactor : 1.0) + link.BorderDwellDays;
        }

        return new Season(open, days);
    }

    /// <summary>Whether two seasons have the same links open.</summary>
    public bool SameTopology(Season other) => Open.AsSpan().SequenceEqual(other.Open);

    /// <summary>Whether two seasons are the same in all.</summary>
    public bool Same(Season other) => SameTopology(other) && Days.AsSpan().SequenceEqual(other.Days);
}
