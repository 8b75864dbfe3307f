namespace InterdictionSim.Engine.Trafficking.Rules;

/// <summary>How a pool's belief about the risk on a link changes from one replanning to the next. One file a rule; its kind is the type's name in kebab case.</summary>
/// <remarks>A rule is a pure function: it sees one belief and what happened since, and draws nothing.</remarks>
public interface IBeliefRule
{
    /// <summary>The belief after what was seen and heard.</summary>
    Belief Update(Belief belief, Experience experience, LearningParameters learning);

    /// <summary>The belief on the first simulated day. By default the truth, with the weight N₀: posts that have long been there are known.</summary>
    /// <param name="trueLossProbability">Probability of a loss as it truly is, 0 … 1.</param>
    /// <param name="valueAtRiskUsdPerKg">V = R + G/q: what a loss costs, USD per kg of a standard load.</param>
    /// <param name="learning">Parameters of learning.</param>
    Belief Begin(double trueLossProbability, double valueAtRiskUsdPerKg, LearningParameters learning) =>
        new(learning.PriorPassages, trueLossProbability * valueAtRiskUsdPerKg, trueLossProbability, trueLossProbability);

    /// <summary>The belief after news of a post that changed. By default the prior moves as well: what is commonly known stays known when experience fades.</summary>
    /// <param name="belief">The belief before.</param>
    /// <param name="shift">v·Δp: the part of the change in the true probability that became known, −1 … 1.</param>
    /// <param name="valueAtRiskUsdPerKg">V = R + G/q, USD per kg of a standard load.</param>
    Belief Adjust(Belief belief, double shift, double valueAtRiskUsdPerKg) => new(
        belief.Passages,
        Math.Max(0, belief.LossUsdPerKg + shift * valueAtRiskUsdPerKg),
        Math.Clamp(belief.LossProbability + shift, 0, 1),
        Math.Clamp(belief.PriorLossProbability + shift, 0, 1));

    /// <summary>Whether it asks for the true probability of a loss; by default nobody can.</summary>
    bool KnowsTheTruth => false;

    /// <summary>Decision weight over probability, w(p̂)/p̂: multiplies the expected loss in route choice. By default 1: a risk weighs by its probability.</summary>
    /// <param name="lossProbability">Believed probability p̂, 0 … 1.</param>
    /// <param name="learning">Parameters of learning.</param>
    double Emphasis(double lossProbability, LearningParameters learning) => 1;
}

/// <summary>What a pool believes of a link.</summary>
/// <param name="Passages">Weight N of what was seen, in passages (in the rule <c>salience</c>: in months).</param>
/// <param name="LossUsdPerKg">Expected loss A of a passage, USD per kg of a standard load.</param>
/// <param name="LossProbability">Believed probability p̂ that a passage is lost, 0 … 1.</param>
/// <param name="PriorLossProbability">The same before anything was seen, moved by news since, 0 … 1.</param>
public readonly record struct Belief(double Passages, double LossUsdPerKg, double LossProbability, double PriorLossProbability);

/// <summary>What happened on a link since the last replanning. Own experience holds its share of what the pool saw at like links.</summary>
/// <param name="Days">Days since the last replanning.</param>
/// <param name="Retention">φ: weight that memory keeps over these days, 2^(−days/halfLife).</param>
/// <param name="Passages">Own passages n.</param>
/// <param name="Losses">Own losses s.</param>
/// <param name="LossUsdPerKg">Sum of own losses, USD per kg of a standard load.</param>
/// <param name="HeardPassages">Passages of others that were heard of, n′.</param>
/// <param name="HeardLosses">Losses among them, s′.</param>
/// <param name="HeardLossUsdPerKg">Sum of their losses that were heard of, USD per kg of a standard load.</param>
/// <param name="TrueLossProbability">Probability of a loss as it truly is, 0 … 1, for a rule that <see cref="IBeliefRule.KnowsTheTruth"/>; else NaN.</param>
/// <param name="ValueAtRiskUsdPerKg">V = R + G/q: what a loss costs, USD per kg of a standard load.</param>
public readonly record struct Experience(
    double Days,
    double Retention,
    double Passages,
    double Losses,
    double LossUsdPerKg,
    double HeardPassages,
    double HeardLosses,
    double HeardLossUsdPerKg,
    double TrueLossProbability,
    double ValueAtRiskUsdPerKg);
