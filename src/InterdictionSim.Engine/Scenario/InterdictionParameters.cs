namespace InterdictionSim.Engine;

/// <summary>Level of control that a country's posts have before any measure.</summary>
/// <param name="SearchShare">Thorough searches over legal vehicles at an official entry.</param>
/// <param name="Equipment">Equipment e, 0 … 1.</param>
/// <param name="UntrainedSkill">Skill s₀ of untrained officers, 0 … 1.</param>
/// <param name="BribeAccepted">Probability that a bribe is accepted, given that a load was found, at the pay of the start.</param>
/// <param name="ProtectedShare">Share of loads that pass under prior arrangement.</param>
/// <param name="Lift">Selection of loads above chance λ.</param>
public sealed record ControlLevel(double SearchShare, double Equipment, double UntrainedSkill, double BribeAccepted, double ProtectedShare, double Lift);

/// <summary>How checkpoints and interior posts search.</summary>
/// <param name="ExitFactor">Search effort on traffic that leaves the country, against entry, at official crossings.</param>
/// <param name="GreenExitFactor">The same at green borders.</param>
/// <param name="InteriorFactor">Search effort of interior posts against an official entry.</param>
/// <param name="AlphaEquipment">Weight α_e of equipment; the three α sum to 1.</param>
/// <param name="AlphaSkill">Weight α_s of skill.</param>
/// <param name="AlphaBoth">Interaction α_es, −1 … 0.5: −1 makes people and posts substitutes, 0.5 complements.</param>
/// <param name="LaneHoursPerSearch">Lane-hours that a thorough search blocks.</param>
/// <param name="MaxQueueHours">Queue, hours, past which a post waves vehicles through.</param>
/// <param name="MinePathLoss">x: share of patrol path lost per mined share of the front.</param>
public sealed record InspectionParameters(
    double ExitFactor,
    double GreenExitFactor,
    double InteriorFactor,
    double AlphaEquipment,
    double AlphaSkill,
    double AlphaBoth,
    double LaneHoursPerSearch,
    double MaxQueueHours,
    double MinePathLoss);

/// <summary>How a country's green-border patrols cover their sector (Koopman's random search).</summary>
/// <param name="OutpostSpacingKm">One outpost each so many km.</param>
/// <param name="GuardsPerOutpost">Guards at an outpost.</param>
/// <param name="KmPerGuardDay">Patrol km a guard makes in a day.</param>
/// <param name="SweepWidthKm">Width in which a fully skilled and equipped patrol finds a group, km.</param>
/// <param name="DepthKm">Depth of the belt in which a group can be met, km.</param>
/// <param name="ExposureHours">Time a group is in that belt, hours.</param>
/// <param name="HandlingHours">Team-hours that an interception binds.</param>
/// <param name="TeamsPerOutpost">Teams at an outpost.</param>
public sealed record PatrolParameters(
    double OutpostSpacingKm,
    double GuardsPerOutpost,
    double KmPerGuardDay,
    double SweepWidthKm,
    double DepthKm,
    double ExposureHours,
    double HandlingHours,
    double TeamsPerOutpost);

/// <summary>How officers are bribed and protection is bought.</summary>
/// <param name="OfferShareOfValue">A bribe is this share of the load's value on the spot,</param>
/// <param name="CashLimitUsd">or the cash at hand, USD, if that is less.</param>
/// <param name="MonthsOfPayLost">Months of pay that an officer who is caught stands to lose.</param>
/// <param name="ProtectionFeeShare">Cost of prior arrangement, share of value per protected post.</param>
public sealed record BribeParameters(double OfferShareOfValue, double CashLimitUsd, double MonthsOfPayLost, double ProtectionFeeShare);

/// <summary>How skill grows and fades.</summary>
/// <param name="SkillCeiling">Skill s₁ of a fresh graduate.</param>
/// <param name="HalfLifeDays">Half-life of what was learnt, days.</param>
/// <param name="BribeReduction">P(bribe) is multiplied by 1 − this × fresh share.</param>
public sealed record TrainingParameters(double SkillCeiling, double HalfLifeDays, double BribeReduction);

/// <summary>How searchers' attention answers what they find (Wolfe, Horowitz &amp; Kenner 2005): miss(π) = missAtNone/(1 + (π/half)^exponent).</summary>
/// <remarks>P(found | selected) is multiplied by ν = (1 − miss(π))/(1 − miss(π_ref)), for the sensitivities hold at π_ref.</remarks>
/// <param name="MissAtNone">Share missed as targets become rare, 0 … 1.</param>
/// <param name="HalfPrevalence">Finds per search at which half of that is missed.</param>
/// <param name="Exponent">Steepness.</param>
/// <param name="ReferencePrevalence">Finds per search π_ref at which the sensitivities hold.</param>
/// <param name="LeastPrevalence">Least π that a post is reckoned at.</param>
/// <param name="MemoryDays">Averaging time of a post's finds, days.</param>
public sealed record VigilanceParameters(
    double MissAtNone, double HalfPrevalence, double Exponent, double ReferencePrevalence, double LeastPrevalence, double MemoryDays);

/// <summary>What a country publishes of its seizures.</summary>
/// <param name="Share">Published over true kilograms, ≥ 0.</param>
/// <param name="DelayDays">Days until a seizure is published.</param>
public sealed record ReportingParameters(double Share, int DelayDays);
