using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>Discounted UCB1: each next team where the mean find and what is not yet known of it are highest together (Garivier &amp; Moulines 2008).</summary>
/// <remarks>A stay of one team until the next reallocation is one pull. The reward is what a stay finds, over that of the best site: 0 … 1.</remarks>
public sealed class Bandit : IReallocation
{
    /// <inheritdoc/>
    public void Share(Field field, Span<int> teams)
    {
        var best = BestKgPerTeamDay(field.Sites);
        for (var team = 0; team < field.Teams; team++)
            teams[Highest(field, teams, best)]++;
    }

    // Teams that were just sent count as stays, so that not all go to the least known site; ties go to the first id.
    private static int Highest(Field field, ReadOnlySpan<int> teams, double best)
    {
        var stays = 0.0;
        for (var i = 0; i < teams.Length; i++)
            stays += Stays(field, teams, i);
        var logStays = Math.Max(0.0, Portable.Log(stays));
        var (highest, highestIndex) = (0, double.NegativeInfinity);
        for (var i = 0; i < teams.Length; i++)
        {
            var index = Reward(field.Sites[i], best) + Math.Sqrt(2.0 * logStays / Stays(field, teams, i));
            // A site where nobody stood yet comes before all others.
            if (Stays(field, teams, i) == 0)
                index = double.PositiveInfinity;
            if (index > highestIndex)
                (highest, highestIndex) = (i, index);
        }

        return highest;
    }

    private static double Stays(Field field, ReadOnlySpan<int> teams, int site) => field.Sites[site].TeamDays / field.ReallocateDays + teams[site];

    private static double Reward(SiteReport site, double best) => best > 0 ? KgPerTeamDay(site) / best : 0.0;

    private static double BestKgPerTeamDay(ReadOnlySpan<SiteReport> sites)
    {
        var best = 0.0;
        foreach (var site in sites)
            best = Math.Max(best, KgPerTeamDay(site));
        return best;
    }

    private static double KgPerTeamDay(SiteReport site) => site.TeamDays > 0 ? site.FoundKg / site.TeamDays : 0.0;
}
