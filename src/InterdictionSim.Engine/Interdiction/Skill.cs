using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Trained officers and what is left of their training, by post.</summary>
/// <remarks>
/// A cohort of n graduates is worth n·2^(−age/halfLife) fresh ones. Sums of such cohorts fade together, so two numbers a post hold all cohorts exactly.
/// Leavers are replaced by untrained recruits.
/// </remarks>
internal sealed class Skill
{
    private readonly TrainingParameters training;
    private readonly double[] trainedStay;
    private readonly double fade;

    public Skill(Stage stage)
    {
        training = stage.Scenario.Training;
        fade = Portable.Exp2(-1.0 / training.HalfLifeDays);
        trainedStay = [.. stage.Posts.Select(p => Portable.Exp(-stage.Agencies[p.Agency].AttritionTrainedPerYear / 365.25))];
        Trained = new double[stage.Posts.Length];
        Fresh = new double[stage.Posts.Length];
    }

    /// <summary>Trained officers on strength, by post.</summary>
    public double[] Trained { get; }

    /// <summary>Fresh-equivalent officers, by post.</summary>
    public double[] Fresh { get; }

    /// <summary>Whether anybody was ever trained.</summary>
    public bool Any { get; private set; }

    /// <summary>A day's fading and leaving.</summary>
    public void PassDay()
    {
        if (!Any)
            return;
        for (var p = 0; p < Trained.Length; p++)
        {
            Trained[p] *= trainedStay[p];
            Fresh[p] *= trainedStay[p] * fade;
        }
    }

    /// <summary>Graduates join a post of so many officers; where all are trained already, their training is renewed.</summary>
    public void Join(int post, double graduates, double officers)
    {
        Trained[post] = Math.Min(officers, Trained[post] + graduates);
        Fresh[post] = Math.Min(officers, Fresh[post] + graduates);
        Any |= graduates > 0;
    }

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
}
