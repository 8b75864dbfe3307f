namespace InterdictionSim.Engine.Trafficking.Rules;

/// <summary>The share lost, month by month, with salient risks weighed above their probability: the rule of NarcoLogic (Magliocca et al., PNAS 116, 2019).</summary>
/// <remarks>
/// p̂ = (Σ w_k r_k + α)/(Σ w_k + α + β), r_k losses over passages in period k. A period weighs its length in months and fades with the memory's half-life; one
/// without passages is left out of both sums. The weight N is W = Σ w_k; Σ w_k r_k need not be kept, for it is p̂(W + α + β) − α. News moves α/(α + β), so α is
/// told as p₀(α + β). In route choice p weighs p/(δ(1 − p) + p) (Bordalo, Gennaioli &amp; Shleifer, QJE 127, 2012).
/// </remarks>
public sealed class Salience : IBeliefRule
{
    private const double DaysPerMonth = 365.25 / 12;

    /// <summary>The prior α/(α + β), for nothing has been seen; 0 where no post looks.</summary>
    /// <inheritdoc/>
    public Belief Begin(double trueLossProbability, double valueAtRiskUsdPerKg, LearningParameters learning)
    {
        var prior = trueLossProbability > 0 ? learning.SalienceAlpha / (learning.SalienceAlpha + learning.SalienceBeta) : 0;
        return new Belief(0, prior * valueAtRiskUsdPerKg, prior, prior);
    }

    /// <inheritdoc/>
    public Belief Update(Belief belief, Experience experience, LearningParameters learning)
    {
        var phi = experience.Retention;
        var priorMonths = learning.SalienceAlpha + learning.SalienceBeta;
        var passages = experience.Passages + learning.HearsayWeight * experience.HeardPassages;
        var months = passages > 0 ? experience.Days / DaysPerMonth : 0;
        var lost = passages > 0 ? (experience.Losses + learning.HearsayWeight * experience.HeardLosses) / passages : 0;
        var weight = phi * belief.Passages + months;
        // φ(Σ w r) + w r + α, as a weighted mean of what is believed, of the prior and of this period.
        var losses = phi * (belief.Passages + priorMonths) * belief.LossProbability + (1 - phi) * priorMonths * belief.PriorLossProbability + months * lost;
        var probability = Math.Min(1, losses / (weight + priorMonths));
        return new Belief(weight, probability * experience.ValueAtRiskUsdPerKg, probability, belief.PriorLossProbability);
    }

    /// <summary>1/(δ(1 − p) + p).</summary>
    /// <inheritdoc/>
    public double Emphasis(double lossProbability, LearningParameters learning) =>
        1 / (learning.SalienceDelta * (1 - lossProbability) + lossProbability);
}
