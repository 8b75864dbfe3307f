namespace InterdictionSim.Engine.Trafficking.Rules;

/// <summary>Counts losses and safe passages, whatever their size, beside a prior that leaks back.</summary>
/// <remarks>
/// p̂ = a/(a + b) with a′ = φa + (1 − φ)a₀ + s + δs′ and b′ = φb + (1 − φ)b₀ + (n − s) + δ(n′ − s′): the mean of a beta distribution whose counts fade. The
/// weight N is a + b, and a₀ + b₀ = N₀. A = p̂V. It differs from <see cref="Ewa"/> in that the loss of a large load counts as one.
/// </remarks>
public sealed class Bayesian : IBeliefRule
{
    /// <inheritdoc/>
    public Belief Update(Belief belief, Experience experience, LearningParameters learning)
    {
        var (phi, hearsay) = (experience.Retention, learning.HearsayWeight);
        var prior = (1 - phi) * learning.PriorPassages;
        var passages = phi * belief.Passages + prior + experience.Passages + hearsay * experience.HeardPassages;
        if (passages <= 0)
            return belief;
        var losses = phi * belief.Passages * belief.LossProbability + prior * belief.PriorLossProbability + experience.Losses + hearsay * experience.HeardLosses;
        var probability = Math.Min(1, losses / passages);
        return new Belief(passages, probability * experience.ValueAtRiskUsdPerKg, probability, belief.PriorLossProbability);
    }
}
