namespace InterdictionSim.Engine.Trafficking.Rules;

/// <summary>Experience-weighted attraction by passages, with a prior that leaks back.</summary>
/// <remarks>
/// N′ = φN + (1 − φ)N₀ + n + δn′ and A′ = (φNA + (1 − φ)N₀p₀V + Σπ + δΣπ′)/N′ with φ = 2^(−days/halfLife); p̂ = A/V, at most 1. At n = 1 and N₀ = 0 it is
/// the rule of Camerer &amp; Ho (Econometrica 67, 1999) with ρ = φ. A is a weighted mean of the prior and of losses seen, so it is bounded by the largest.
/// </remarks>
public sealed class Ewa : IBeliefRule
{
    /// <inheritdoc/>
    public Belief Update(Belief belief, Experience experience, LearningParameters learning)
    {
        var (phi, value) = (experience.Retention, experience.ValueAtRiskUsdPerKg);
        var prior = (1 - phi) * learning.PriorPassages;
        var passages = phi * belief.Passages + prior + experience.Passages + learning.HearsayWeight * experience.HeardPassages;
        if (passages <= 0)
            return belief;
        var losses = phi * belief.Passages * belief.LossUsdPerKg + prior * belief.PriorLossProbability * value
            + experience.LossUsdPerKg + learning.HearsayWeight * experience.HeardLossUsdPerKg;
        var attraction = losses / passages;
        return new Belief(passages, attraction, attraction > 0 ? Math.Min(1, attraction / value) : 0, belief.PriorLossProbability);
    }
}
