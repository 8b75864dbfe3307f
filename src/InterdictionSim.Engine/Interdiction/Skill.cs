using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Trained officers and what is left of their training, by post.</summary>
/// <remarks>
/// A cohort of n graduates is worth n·2^(−age/halfLife) fresh ones. Sums of such cohorts fade together, so two numbers a post hold all cohorts exactly.
/// Leavers are replaced by untrained recruits.
/// </remarks>
internal sealed class Skill : IState
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

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Trained);
        archive.Exchange(Fresh);
        Any = archive.Exchange(Any);
    }

    /// <summary>Mean skill at a post: s₀ + (s₁ − s₀) × fresh share, at most s₁ (or s₀ where that is higher).</summary>
    public double Mean(int post, double officers, double untrained) =>
        untrained + Math.Max(0.0, training.SkillCeiling - untrained) * FreshShare(post, officers);

    /// <summary>Fresh-equivalent share of the officers at a post, 0 … 1.</summary>
    public double FreshShare(int post, double officers) => officers > 0 ? Math.Min(1.0, Fresh[post] / officers) : 0.0;
}
