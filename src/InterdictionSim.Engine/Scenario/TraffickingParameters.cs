namespace InterdictionSim.Engine;

/// <summary>What is carried.</summary>
/// <param name="ThetaUsdPerKg">Scale of the route logit, USD/kg; towards 0 all take the cheapest admissible path.</param>
/// <param name="OpiumPerKg">Kilograms of opium in a kilogram, a whole number: 7 for heroin, 1 for opium.</param>
/// <param name="SensitivityFactor">Multiplies the sensitivity of a search.</param>
public sealed record Commodity(double ThetaUsdPerKg, int OpiumPerKg, double SensitivityFactor);

/// <summary>How a consignment is hidden.</summary>
/// <param name="SearchSensitivity">Probability that a thorough search by fully skilled and equipped staff finds it.</param>
public sealed record Concealment(double SearchSensitivity);

/// <summary>A main means of transport with its loads and pay.</summary>
/// <param name="Modes">Link modes it may use, crossings apart; <c>river-ford</c> and <c>mountain-track</c> are done by a group on foot.</param>
/// <param name="Concealment">Concealment mix: share of trips by concealment id; sums to 1.</param>
/// <param name="MeanKg">Mean consignment, kg.</param>
/// <param name="LowKg">Smallest consignment, kg.</param>
/// <param name="HighKg">Largest consignment, kg.</param>
/// <param name="LogSd">Standard deviation of the logarithm before truncation.</param>
/// <param name="CrewPayUsdPerDay">Pay of those who carry, USD a consignment and day.</param>
/// <param name="ArrestCostUsd">Certainty equivalent of an arrest beyond the goods, USD a consignment.</param>
/// <param name="FlightFeeUsd">Ticket and courier fee, USD a flight.</param>
/// <param name="RoadCostFactor">Multiplies carriage by road in the countries where it is listed, by ISO alpha-3 code.</param>
public sealed record Haul(
    IReadOnlyDictionary<string, bool> Modes,
    IReadOnlyDictionary<string, double> Concealment,
    double MeanKg,
    double LowKg,
    double HighKg,
    double LogSd,
    double CrewPayUsdPerDay,
    double ArrestCostUsd,
    double FlightFeeUsd,
    IReadOnlyDictionary<string, double> RoadCostFactor)
{
    /// <summary>Whether it may use links of a mode. A crossing is open to every haul that comes by land.</summary>
    public bool MayUse(LinkMode mode) => mode == LinkMode.Crossing
        ? Modes.Any(m => m.Value && m.Key != Catalog.Kebab(nameof(LinkMode.Air)))
        : Modes.GetValueOrDefault(Catalog.Kebab(mode.ToString()));
}

/// <summary>Traffickers and their cycle of trips.</summary>
/// <param name="Traffickers">Number of traffickers by commodity id.</param>
/// <param name="TurnaroundDays">Mean days from delivery to the next load at the reference margin; 0 leaves at once.</param>
/// <param name="RecruitingDelayDays">Days until an arrested trafficker is replaced; 0 at once.</param>
/// <param name="StagingDaysPerPlace">Mean wait at a place before the next link, days.</param>
public sealed record FleetParameters(IReadOnlyDictionary<string, double> Traffickers, double TurnaroundDays, double RecruitingDelayDays, double StagingDaysPerPlace);

/// <summary>How readiness to leave answers margin and risk.</summary>
/// <param name="ReadinessElasticity">Supply elasticity ε_s of the dispatch hazard in the margin.</param>
/// <param name="ReadinessMaximum">Cap on that factor.</param>
/// <param name="DeterrenceThreshold">Perceived loss of a trip p₀ above which departures fall.</param>
/// <param name="DeterrenceExponent">Exponent η of that fall.</param>
/// <param name="DeterrenceFloor">Share W_min that leaves whatever the risk.</param>
public sealed record DispatchParameters(double ReadinessElasticity, double ReadinessMaximum, double DeterrenceThreshold, double DeterrenceExponent, double DeterrenceFloor);

/// <summary>What a trip costs.</summary>
/// <param name="UsdPerKgKm">Carriage by link mode, USD per kg and km.</param>
/// <param name="HandlingUsdPerKg">Handling and petty payments, USD per kg and link.</param>
/// <param name="InterestPerYear">Capital cost on the replacement value, per year.</param>
/// <param name="BorderUsdPerKg">Friction of a border, USD per kg of heroin, by pair of countries in alphabetical order (<c>AFG-TJK</c>), or <c>other</c>; follows the value for other commodities.</param>
/// <param name="CrossingUsdPerKg">Constant of a crossing beyond its border's friction, USD per kg of heroin, by crossing id (<c>XB_AYVAJ</c>).</param>
/// <param name="MinedUsdPerKg">Detour and casualties, USD per kg, times the mined share of the front.</param>
/// <param name="CrowdingUsdPerKg">Cost of twice the usual flow over a border link, USD per kg of heroin; it grows with (flow/usual − 1); 0 makes other ways perfectly elastic.</param>
/// <param name="CrowdingMaximum">Largest flow/usual − 1 that counts.</param>
/// <param name="CrowdingSmoothingDays">Averaging time of the flow, days.</param>
public sealed record CostParameters(
    IReadOnlyDictionary<string, double> UsdPerKgKm,
    double HandlingUsdPerKg,
    double InterestPerYear,
    IReadOnlyDictionary<string, double> BorderUsdPerKg,
    IReadOnlyDictionary<string, double> CrossingUsdPerKg,
    double MinedUsdPerKg,
    double CrowdingUsdPerKg,
    double CrowdingMaximum,
    double CrowdingSmoothingDays);

/// <summary>How a perceived loss weighs in route choice.</summary>
/// <param name="Weight">ω: share of the expected loss that counts as cost, 0 … 1.</param>
/// <param name="PremiumWeight">κ: crew pay and the cost of an arrest are multiplied by min(maximum, 1 + κ[(p/p_start)^m − 1]₊); 0 is off.</param>
/// <param name="PremiumExponent">m of that premium.</param>
/// <param name="PremiumMaximum">Largest premium, ≥ 1.</param>
public sealed record RiskParameters(double Weight, double PremiumWeight, double PremiumExponent, double PremiumMaximum);

/// <summary>How losses and news become beliefs.</summary>
/// <param name="Rule">Kind of the decision rule (<c>ewa</c>, <c>bayesian</c>, <c>salience</c>, <c>informed</c>).</param>
/// <param name="ReplanDays">Days between two replannings.</param>
/// <param name="MemoryHalfLifeDays">Half-life of passages and losses, days.</param>
/// <param name="PriorPassages">Weight of the prior N₀, passages per pool and link.</param>
/// <param name="GossipShare">Share of other pools' passages and losses that is heard, 0 … 1.</param>
/// <param name="HearsayWeight">Weight δ of what is heard against what is seen, 0 … 1.</param>
/// <param name="VisibleShare">Share v of a change in the true loss probability that becomes known at once, 0 … 1.</param>
/// <param name="NewsDelayDays">Days until it does.</param>
/// <param name="SimilarityShare">Share of a pool's passages and losses that also counts at each like link (same countries and kind of post), 0 … 1.</param>
/// <param name="SalienceAlpha">Prior losses α of the rule <c>salience</c>, months of certain loss.</param>
/// <param name="SalienceBeta">Prior safe passages β of the rule <c>salience</c>, months without loss.</param>
/// <param name="SalienceDelta">δ of its decision weight p/(δ(1 − p) + p), 0 … 1; 1 weighs by probability.</param>
public sealed record LearningParameters(
    string Rule,
    double ReplanDays,
    double MemoryHalfLifeDays,
    double PriorPassages,
    double GossipShare,
    double HearsayWeight,
    double VisibleShare,
    double NewsDelayDays,
    double SimilarityShare,
    double SalienceAlpha,
    double SalienceBeta,
    double SalienceDelta);

/// <summary>Prices and destination choice.</summary>
/// <param name="DemandElasticity">Absolute elasticity ε_d of wholesale demand.</param>
/// <param name="SmoothingDays">Averaging time τ of deliveries in the price rule, days.</param>
/// <param name="PassThrough">ψ: replacement values on the way follow the price factor to this power, 0 … 1.</param>
/// <param name="PriceFactorMinimum">Lower bound of the price factor; 1 with a maximum of 1 holds prices.</param>
/// <param name="PriceFactorMaximum">Upper bound of the price factor.</param>
/// <param name="ThetaUsdPerKg">Scale of the pivot logit on market and haul, USD/kg.</param>
/// <param name="ReferenceTonnesPerYear">Deliveries a year at the reference price, tonnes, by commodity and market group.</param>
public sealed record MarketParameters(
    double DemandElasticity,
    double SmoothingDays,
    double PassThrough,
    double PriceFactorMinimum,
    double PriceFactorMaximum,
    double ThetaUsdPerKg,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> ReferenceTonnesPerYear);

/// <summary>Harvest, stock and farm gate.</summary>
/// <param name="StockTonnes">Opium in stock on the first simulated day, tonnes.</param>
/// <param name="HarvestTonnes">Opium harvested by year; the nearest year given stands for one that is not.</param>
/// <param name="NorthernShare">Share of the harvest that feeds the northern route.</param>
/// <param name="HarvestMonths">Share of the harvest by month (<c>1</c> … <c>12</c>); sums to 1.</param>
/// <param name="SourceShares">Share of the harvest by source place; sums to 1.</param>
/// <param name="FarmGateUsdPerKg">Farm-gate price of dry opium at the reference stock, USD/kg.</param>
/// <param name="FarmGateElasticity">Elasticity of that price in stock over yearly use, ≥ 0 (the price falls as stock grows).</param>
public sealed record SupplyParameters(
    double StockTonnes,
    IReadOnlyDictionary<string, double> HarvestTonnes,
    double NorthernShare,
    IReadOnlyDictionary<string, double> HarvestMonths,
    IReadOnlyDictionary<string, double> SourceShares,
    double FarmGateUsdPerKg,
    double FarmGateElasticity);
