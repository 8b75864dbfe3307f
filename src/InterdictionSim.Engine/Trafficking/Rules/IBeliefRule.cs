namespace InterdictionSim.Engine.Trafficking.Rules;

/// <summary>How a pool's belief about the risk on a link changes from one replanning to the next. One file a rule; its kind is the type's name in kebab case.</summary>
/// <remarks>A rule is a pure function: it sees one belief and what happened since, and draws nothing.</remarks>
public interface IBeliefRule
{
    /// <summary>The belief after what was seen and heard.</summary>
    Belief Update(Belief belief, Experience experience, LearningParameters learning);
}

/// <summary>What a pool believes of a link.</summary>
/// <param name="Passages">Weight N of what was seen, passages.</param>
/// <param name="LossUsdPerKg">Expected loss A of a passage, USD per kg of a standard load.</param>
/// <param name="PriorLossUsdPerKg">The same before anything was seen, moved by news since.</param>
public readonly record struct Belief(double Passages, double LossUsdPerKg, double PriorLossUsdPerKg);

/// <summary>What happened on a link since the last replanning.</summary>
/// <param name="Retention">φ: weight that memory keeps over these days, 2^(−days/halfLife).</param>
/// <param name="Passages">Own passages.</param>
/// <param name="LossUsdPerKg">Sum of own losses, USD per kg of a standard load.</param>
/// <param name="HeardPassages">Passages of others that were heard of.</param>
/// <param name="HeardLossUsdPerKg">Sum of their losses that were heard of.</param>
/// <param name="TrueLossUsdPerKg">Expected loss of a passage as it truly is.</param>
public readonly record struct Experience(
    double Retention, double Passages, double LossUsdPerKg, double HeardPassages, double HeardLossUsdPerKg, double TrueLossUsdPerKg);
