using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>How searchers' attention follows what they find: who finds little looks less well (Wolfe, Horowitz &amp; Kenner, Nature 435, 2005).</summary>
/// <remarks>Checkpoints and mobile teams only: a patrol sees whom it meets.</remarks>
internal sealed class Vigilance : IState
{
    private readonly VigilanceParameters parameters;
    private readonly Posts posts;
    private readonly int[] searching;
    private readonly double keep;
    private readonly double[] findsPerDay;
    private readonly double[] searchesPerDay;
    private readonly long[] seizuresBefore;

    public Vigilance(Stage stage, Posts posts)
    {
        this.posts = posts;
        parameters = stage.Scenario.Vigilance;
        // Where nobody misses more when finds are rare, there is nothing to follow.
        searching = parameters.MissAtNone > 0 ? [.. Enumerable.Range(0, stage.Posts.Length).Where(p => stage.Posts[p].Kind != PostKind.Patrol)] : [];
        keep = Portable.Exp(-1 / parameters.MemoryDays);
        findsPerDay = new double[stage.Posts.Length];
        searchesPerDay = new double[stage.Posts.Length];
        seizuresBefore = new long[stage.Posts.Length];
    }

    /// <summary>Share of loads that a search misses for want of attention: missAtNone/(1 + (π/half)^exponent).</summary>
    public static double Miss(VigilanceParameters vigilance, double prevalence) =>
        vigilance.MissAtNone / (1 + Portable.Pow(prevalence / vigilance.HalfPrevalence, vigilance.Exponent));

    /// <summary>ν = (1 − miss(π))/(1 − miss(π_ref)): the sensitivities of the scenario hold at π_ref.</summary>
    public static double Attention(VigilanceParameters vigilance, double prevalence) =>
        (1 - Miss(vigilance, prevalence)) / (1 - Miss(vigilance, vigilance.ReferencePrevalence));

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(findsPerDay);
        archive.Exchange(searchesPerDay);
        archive.Exchange(seizuresBefore);
    }

    /// <summary>Takes in a day's finds and searches, once it is over. A post that searches for the first time starts where the sensitivities hold.</summary>
    public void PassDay(Tally[] tallies)
    {
        foreach (var p in searching)
        {
            var searches = posts.SearchesMadePerDay(p);
            if (searchesPerDay[p] <= 0)
                (searchesPerDay[p], findsPerDay[p]) = (searches, searches * parameters.ReferencePrevalence);
            searchesPerDay[p] = searchesPerDay[p] * keep + searches * (1 - keep);
            findsPerDay[p] = findsPerDay[p] * keep + FindsSince(tallies, p) * (1 - keep);
        }
    }

    /// <summary>Lets attention follow the finds, and the posts' probabilities follow attention. Whether any moved.</summary>
    public bool Follow()
    {
        var moved = false;
        foreach (var p in searching)
        {
            var attention = Attention(parameters, Prevalence(p));
            if (attention == posts.Attention[p])
                continue;
            posts.Attention[p] = attention;
            posts.Refresh(p);
            moved = true;
        }

        return moved;
    }

    /// <summary>Finds per search at a post, lately.</summary>
    public double Prevalence(int post) => searchesPerDay[post] > 0
        ? Math.Clamp(findsPerDay[post] / searchesPerDay[post], parameters.LeastPrevalence, 1)
        : parameters.ReferencePrevalence;

    private long FindsSince(Tally[] tallies, int p)
    {
        long seizures = 0;
        foreach (var tally in tallies)
            seizures += tally.Seizures[p];
        var since = seizures - seizuresBefore[p];
        seizuresBefore[p] = seizures;
        return since;
    }
}
