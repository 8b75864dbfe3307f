using InterdictionSim.Engine.Interdiction.Reallocation;

namespace InterdictionSim.Engine.Tests.Interdiction.Reallocation;

/// <summary>Fields for policies, made by hand.</summary>
internal static class Fields
{
    /// <summary>A field without traffic and without a game.</summary>
    public static Field Of(int teams, params SiteReport[] sites) => Of(teams, sites, [], (_, _) => 0);

    /// <summary>A field with streams of traffic, each with the sites that it passes.</summary>
    public static Field Of(int teams, int sites, params (double KgPerDay, int[] Sites)[] streams) => Of(teams, new SiteReport[sites], streams, (_, _) => 0);

    public static Field Of(int teams, SiteReport[] sites, (double KgPerDay, int[] Sites)[] streams, PassageGame game)
    {
        var field = new Field(sites.Length, teams, (covered, kg) => Uncovered(streams, covered, kg), game) { EvenShare = 0.25, ReallocateDays = 14 };
        sites.CopyTo(field.Reports, 0);
        return field;
    }

    public static Field With(this Field field, params uint[] words)
    {
        words.CopyTo(field.WordsToDraw, 0);
        return field;
    }

    public static int[] Teams(this IReallocation policy, Field field)
    {
        var teams = new int[field.Sites.Length];
        policy.Share(field, teams);
        Assert.Equal(field.Teams, teams.Sum());
        Assert.DoesNotContain(teams, t => t < 0);
        return teams;
    }

    /// <summary>Mean teams at each site over words that are spread evenly.</summary>
    public static double[] MeanTeams(this IReallocation policy, Field field, int words = 4000)
    {
        var sum = new double[field.Sites.Length];
        for (var w = 0; w < words; w++)
        {
            Array.Fill(field.WordsToDraw, (uint)((w + 0.5) / words * 4294967296.0));
            var teams = policy.Teams(field);
            for (var i = 0; i < sum.Length; i++)
                sum[i] += teams[i] / (double)words;
        }

        return sum;
    }

    private static void Uncovered((double KgPerDay, int[] Sites)[] streams, ReadOnlySpan<bool> covered, Span<double> kgPerDay)
    {
        kgPerDay.Clear();
        foreach (var (kg, sites) in streams)
        {
            var met = false;
            foreach (var site in sites)
                met |= covered[site];
            foreach (var site in sites)
                kgPerDay[site] += met ? 0 : kg;
        }
    }
}
