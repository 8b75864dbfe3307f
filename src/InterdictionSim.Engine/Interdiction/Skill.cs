using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Trained officers and what is left of their training, by post, and by agency for those who staff no post.</summary>
/// <remarks>
/// A cohort of n graduates is worth n·2^(−age/halfLife) fresh ones. Sums of such cohorts fade together, so two numbers a post hold all cohorts exactly.
/// Leavers are replaced by untrained recruits.
/// </remarks>
internal sealed class Skill : IState
{
    private readonly TrainingParameters training;
    private readonly double[] postStay;
    private readonly double[] agencyStay;
    private bool any;

    public Skill(Stage stage)
    {
        training = stage.Scenario.Training;
        Fade = Portable.Exp2(-1.0 / training.HalfLifeDays);
        Agencies = [.. stage.Agencies.Values.OrderBy(a => a.Id, StringComparer.Ordinal)];
        agencyStay = [.. Agencies.Select(a => Portable.Exp(-a.AttritionTrainedPerYear / 365.25))];
        AgencyOfPost = [.. stage.Posts.Select(p => Array.FindIndex(Agencies, a => a.Id == p.Agency))];
        postStay = [.. AgencyOfPost.Select(a => agencyStay[a])];
        Trained = new double[stage.Posts.Length];
        Fresh = new double[stage.Posts.Length];
        TrainedElsewhere = new double[Agencies.Length];
        FreshElsewhere = new double[Agencies.Length];
    }

    /// <summary>Agencies, sorted by id.</summary>
    public Agency[] Agencies { get; }

    /// <summary>Number of the agency of each post in <see cref="Agencies"/>.</summary>
    public int[] AgencyOfPost { get; }

    /// <summary>Share of what was learnt that is left after a day, 0 … 1.</summary>
    public double Fade { get; }

    /// <summary>Trained officers on strength, by post.</summary>
    public double[] Trained { get; }

    /// <summary>Fresh-equivalent officers, by post.</summary>
    public double[] Fresh { get; }

    /// <summary>Trained staff at no post, by agency: their skill searches nothing.</summary>
    public double[] TrainedElsewhere { get; }

    /// <summary>Fresh-equivalents among them, by agency.</summary>
    public double[] FreshElsewhere { get; }

    /// <summary>Whether anybody was ever trained.</summary>
    public bool Any => any;

    /// <summary>Share of an agency's trained who stay a day, 0 … 1.</summary>
    public double Stay(int agency) => agencyStay[agency];

    /// <summary>A day's fading and leaving.</summary>
    public void PassDay()
    {
        if (!any)
            return;
        PassDay(Trained, Fresh, postStay);
        PassDay(TrainedElsewhere, FreshElsewhere, agencyStay);
    }

    /// <summary>Trained persons, worth so many fresh ones, join a post of so many officers; where all are trained already, their training is renewed.</summary>
    public void Join(int post, double persons, double fresh, double officers)
    {
        Trained[post] = Math.Min(officers, Trained[post] + persons);
        Fresh[post] = Math.Min(officers, Fresh[post] + fresh);
        any |= persons > 0;
    }

    /// <summary>The same for the staff of an agency at no post.</summary>
    public void JoinElsewhere(int agency, double persons, double fresh, double staff)
    {
        TrainedElsewhere[agency] = Math.Min(staff, TrainedElsewhere[agency] + persons);
        FreshElsewhere[agency] = Math.Min(staff, FreshElsewhere[agency] + fresh);
        any |= persons > 0;
    }

    /// <summary>So many of the trained at a post come back for a refresher: F += r·(1 − F/T).</summary>
    public void Refresh(int post, double persons) => Refresh(ref Fresh[post], Trained[post], persons);

    /// <summary>The same for the trained of an agency at no post.</summary>
    public void RefreshElsewhere(int agency, double persons) => Refresh(ref FreshElsewhere[agency], TrainedElsewhere[agency], persons);

    /// <summary>The staff of a post shrinks: the trained leave in proportion.</summary>
    public void Shrink(int post, double share)
    {
        Trained[post] *= share;
        Fresh[post] *= share;
    }

    /// <summary>Teams that share their staff are shared out over posts: the trained go along, as many with each team.</summary>
    /// <param name="posts">All posts where the teams stand or stood.</param>
    /// <param name="teams">Teams at each of them from now on; where there are none at all, the trained have left.</param>
    public void Redeploy(ReadOnlySpan<int> posts, ReadOnlySpan<int> teams)
    {
        double trained = 0, fresh = 0;
        var count = 0;
        for (var i = 0; i < posts.Length; i++)
        {
            trained += Trained[posts[i]];
            fresh += Fresh[posts[i]];
            count += teams[i];
        }

        for (var i = 0; i < posts.Length; i++)
        {
            var share = count > 0 ? teams[i] / (double)count : 0.0;
            (Trained[posts[i]], Fresh[posts[i]]) = (trained * share, fresh * share);
        }
    }

    /// <summary>Mean skill at a post: s₀ + (s₁ − s₀) × fresh share, at most s₁ (or s₀ where that is higher).</summary>
    public double Mean(int post, double officers, double untrained) =>
        untrained + Math.Max(0.0, training.SkillCeiling - untrained) * FreshShare(post, officers);

    /// <summary>Fresh-equivalent share of the officers at a post, 0 … 1.</summary>
    public double FreshShare(int post, double officers) => officers > 0 ? Math.Min(1.0, Fresh[post] / officers) : 0.0;

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Trained);
        archive.Exchange(Fresh);
        archive.Exchange(TrainedElsewhere);
        archive.Exchange(FreshElsewhere);
        archive.Exchange(ref any);
    }

    private void PassDay(double[] trained, double[] fresh, double[] stay)
    {
        for (var i = 0; i < trained.Length; i++)
        {
            trained[i] *= stay[i];
            fresh[i] *= stay[i] * Fade;
        }
    }

    // Nobody is refreshed twice a day, so the share that comes back is at most 1.
    private static void Refresh(ref double fresh, double trained, double persons)
    {
        if (trained > 0)
            fresh += Math.Min(persons, trained) * (1.0 - Math.Min(1.0, fresh / trained));
    }
}
