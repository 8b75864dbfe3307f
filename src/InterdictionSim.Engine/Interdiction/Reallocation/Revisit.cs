using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>Back to where something was seized since the last reallocation, a team each and most first; the other teams try any site (NarcoLogic, Magliocca et al. 2019).</summary>
public sealed class Revisit : IReallocation
{
    /// <inheritdoc/>
    public void Share(Field field, Span<int> teams)
    {
        for (var team = 0; team < field.Teams; team++)
        {
            var site = MostSeized(field.Sites, teams);
            teams[site >= 0 ? site : Any(field.Words[team], teams.Length)]++;
        }
    }

    // Of the sites without a team; ties go to the first id.
    private static int MostSeized(ReadOnlySpan<SiteReport> sites, ReadOnlySpan<int> teams)
    {
        var most = -1;
        for (var i = 0; i < sites.Length; i++)
        {
            if (teams[i] == 0 && sites[i].SeizedKgLately > (most < 0 ? 0 : sites[most].SeizedKgLately))
                most = i;
        }

        return most;
    }

    private static int Any(uint word, int sites) => (int)(Sampler.Unit(word) * sites);
}
