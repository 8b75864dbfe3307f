namespace InterdictionSim.Engine;

/// <summary>What militants take from the trade, how their strength answers, and what incidents do to posts and to stability.</summary>
/// <param name="TransitTaxShare">Share of a load's value at its home that is paid to groups on the way out.</param>
/// <param name="ProfitShare">Share of a sale's proceeds above the cost of the goods that is paid to groups.</param>
/// <param name="FundedRecruitsPerYear">Fighters a year that unlimited funds would recruit, r_max.</param>
/// <param name="FundsHalfUsdPerYear">Funds at half of that effect, USD a year.</param>
/// <param name="RemovalPerYear">Share of fighters who are lost in a year.</param>
/// <param name="CounterTerrorRemoval">Added to that rate in the host's groups for each fresh-equivalent graduate of counter-terror training, per year.</param>
/// <param name="IncidentsPerFighterYear">Incidents a fighter makes in a year, υ.</param>
/// <param name="DegradedDays">Mean time that a post is degraded by an incident, days.</param>
/// <param name="DegradedShare">Share of its officers who are bound meanwhile, 0 … 1.</param>
/// <param name="IncidentStabilityLoss">Stability that a country loses by an incident beyond the usual ones.</param>
/// <param name="StabilityRecoveryPerYear">Rate at which stability returns to its mean, per year.</param>
/// <param name="AbsencePerStability">Share of officers who stay away for each unit of stability lost.</param>
/// <param name="BribesPerStability">Relative rise of bribe-taking for each unit of stability lost.</param>
/// <param name="Stability">Mean stability by country, 0 … 1; 1 for one that is not named.</param>
public sealed record SecurityParameters(
    double TransitTaxShare,
    double ProfitShare,
    double FundedRecruitsPerYear,
    double FundsHalfUsdPerYear,
    double RemovalPerYear,
    double CounterTerrorRemoval,
    double IncidentsPerFighterYear,
    double DegradedDays,
    double DegradedShare,
    double IncidentStabilityLoss,
    double StabilityRecoveryPerYear,
    double AbsencePerStability,
    double BribesPerStability,
    IReadOnlyDictionary<string, double> Stability);
