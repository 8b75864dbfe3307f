namespace InterdictionSim.Engine.Metrics;

/// <summary>What one replication tells.</summary>
/// <param name="Replication">Number of the replication, from 0.</param>
/// <param name="Outcomes">Value of each outcome, in the order of <see cref="RunLayout.Outcomes"/>; NaN where it is not defined.</param>
/// <param name="Daily">Headline series: a row per measured day, a column per <see cref="RunLayout.Daily"/>, row by row.</param>
/// <param name="LinkKgPerYear">Heroin carried, kg a measured year, by directed link (<see cref="RunLayout.Links"/>).</param>
public sealed record RunRecord(int Replication, double[] Outcomes, double[] Daily, double[] LinkKgPerYear)
{
    /// <summary>Heroin by month.</summary>
    public MonthlyKg Monthly { get; init; } = new([], [], []);

    /// <summary>One headline series, a value per measured day.</summary>
    public double[] Series(RunLayout layout, string column)
    {
        var width = layout.Daily.Count;
        var index = layout.DailyIndex(column);
        var series = new double[Daily.Length / width];
        for (var day = 0; day < series.Length; day++)
            series[day] = Daily[day * width + index];
        return series;
    }
}

/// <summary>Names and units of what a replication tells; the same for all replications of a scenario.</summary>
/// <param name="FirstDay">First measured day.</param>
/// <param name="Outcomes">Outcomes, in a fixed order.</param>
/// <param name="Daily">Columns of the headline series.</param>
/// <param name="Links">Directed links.</param>
public sealed record RunLayout(DateOnly FirstDay, IReadOnlyList<OutcomeColumn> Outcomes, IReadOnlyList<DailyColumn> Daily, IReadOnlyList<DirectedLink> Links)
{
    /// <summary>First measured day of each month of <see cref="RunRecord.Monthly"/>.</summary>
    public IReadOnlyList<DateOnly> Months { get; init; } = [];

    /// <summary>Posts, those that measures build included.</summary>
    public IReadOnlyList<PostSite> Posts { get; init; } = [];

    /// <summary>Markets of heroin.</summary>
    public IReadOnlyList<MarketSite> Markets { get; init; } = [];

    /// <summary>Index of a headline series; throws when there is none of that name.</summary>
    public int DailyIndex(string name)
    {
        for (var i = 0; i < Daily.Count; i++)
        {
            if (Daily[i].Name == name)
                return i;
        }

        throw new ArgumentException(Known.Unknown("series", name, "daily series", Daily.Select(d => d.Name)));
    }

    /// <summary>Index of an outcome, or −1.</summary>
    public int OutcomeIndex(string name)
    {
        for (var i = 0; i < Outcomes.Count; i++)
        {
            if (Outcomes[i].Name == name)
                return i;
        }

        return -1;
    }
}

/// <summary>Whether more of an outcome is better for those who interdict.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Up,

    /// <summary>Less is better.</summary>
    Down,

    /// <summary>Neither is better by itself.</summary>
    Neutral,
}

/// <summary>An outcome's name, unit and meaning.</summary>
/// <param name="Name">As <c>seized.TJK</c> (mean over the measured years) or <c>seized.TJK@2010</c> (one year).</param>
/// <param name="Unit">Unit, as <c>kg/yr</c>.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Meaning">One line.</param>
public sealed record OutcomeColumn(string Name, string Unit, Direction Direction, string Meaning);

/// <summary>A headline series' name, unit and meaning.</summary>
/// <param name="Name">As <c>seizedKg.TJK</c>.</param>
/// <param name="Unit">Unit, as <c>kg/day</c>.</param>
/// <param name="Meaning">One line.</param>
public sealed record DailyColumn(string Name, string Unit, string Meaning);

/// <summary>One direction of a link.</summary>
/// <param name="Link">Id of the link.</param>
/// <param name="From">Id of the place where it starts.</param>
/// <param name="To">Id of the place where it ends.</param>
public sealed record DirectedLink(string Link, string From, string To);

/// <summary>Heroin by month, kg: a row per month of <see cref="RunLayout.Months"/>, row by row.</summary>
/// <param name="Link">Carried, a column per <see cref="RunLayout.Links"/>; a load counts where it arrives.</param>
/// <param name="Post">Seized, a column per <see cref="RunLayout.Posts"/>.</param>
/// <param name="Market">Sold, a column per <see cref="RunLayout.Markets"/>.</param>
public sealed record MonthlyKg(float[] Link, float[] Post, float[] Market);

/// <summary>Where a post stands.</summary>
/// <param name="Post">Id of the post.</param>
/// <param name="Place">Id of its place.</param>
/// <param name="Country">Country that owns what it seizes, ISO alpha-3 code.</param>
public sealed record PostSite(string Post, string Place, string Country);

/// <summary>Where heroin is sold.</summary>
/// <param name="Place">Id of the place.</param>
/// <param name="Group">Group of markets.</param>
public sealed record MarketSite(string Place, string Group);
