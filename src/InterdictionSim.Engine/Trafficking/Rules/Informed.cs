namespace InterdictionSim.Engine.Trafficking.Rules;

/// <summary>Believes the true expected loss: the limit of perfect information against which learning is measured.</summary>
public sealed class Informed : IBeliefRule
{
    /// <inheritdoc/>
    public bool KnowsTheTruth => true;

    /// <inheritdoc/>
    public Belief Update(Belief belief, Experience experience, LearningParameters learning)
    {
        var truth = experience.TrueLossProbability;
        return new Belief(belief.Passages, truth * experience.ValueAtRiskUsdPerKg, truth, truth);
    }
}
