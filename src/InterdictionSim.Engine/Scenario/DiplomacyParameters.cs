namespace InterdictionSim.Engine;

/// <summary>How relations between sponsors and hosts move, and when a host consents.</summary>
/// <remarks>R′ = R̄ + (R − R̄)e^(−κΔ) + shocks + coupling to the rival sponsors of the same host + noise, in 0 … 1 (Ornstein–Uhlenbeck).</remarks>
/// <param name="ReversionPerYear">Rate κ at which a relation returns to its mean, per year.</param>
/// <param name="NoisePerSqrtYear">Noise σ, per square root of a year.</param>
/// <param name="RivalryPerYear">Pull of a rival sponsor's deviation from its mean, half of which counts, per year.</param>
/// <param name="Commitment">Rise of the sponsor's mean for each of its measures that runs by consent.</param>
/// <param name="Footprint">Fall of a rival's mean for each unit of foreign presence that runs (<c>programme.presence</c>).</param>
/// <param name="ClosingMargin">A measure is suspended when the relation falls so far below the level that its consent needs.</param>
/// <param name="AskAgainDays">Days until a refused host is asked again.</param>
public sealed record DiplomacyParameters(
    double ReversionPerYear,
    double NoisePerSqrtYear,
    double RivalryPerYear,
    double Commitment,
    double Footprint,
    double ClosingMargin,
    double AskAgainDays);

/// <summary>What a sponsor can spend; a scenario that plans to spend more is refused.</summary>
/// <param name="CapitalUsd">Capital of all its measures, USD.</param>
/// <param name="RunningUsdPerYear">Running cost of all its measures at a time, USD a year; null does not limit it.</param>
public sealed record Budget(double CapitalUsd, double? RunningUsdPerYear = null);
