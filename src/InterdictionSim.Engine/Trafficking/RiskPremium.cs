using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What crews ask, and what an arrest costs, on a link that is believed to have become riskier.</summary>
internal static class RiskPremium
{
    /// <summary>Π = min(Π_max, 1 + κ[(p̂/p_b)^m − 1]₊): multiplies crew pay and the cost of an arrest; Π_max where there was no risk before.</summary>
    /// <param name="risk">κ, m and Π_max.</param>
    /// <param name="lossProbability">Believed probability of a loss p̂, 0 … 1.</param>
    /// <param name="begunWith">The same on the first simulated day, p_b.</param>
    public static double Of(RiskParameters risk, double lossProbability, double begunWith)
    {
        if (risk.PremiumWeight <= 0 || lossProbability <= begunWith)
            return 1;
        var rise = Portable.Pow(lossProbability / begunWith, risk.PremiumExponent) - 1;
        return Math.Min(risk.PremiumMaximum, 1 + risk.PremiumWeight * rise);
    }
}
