using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Security;

/// <summary>Stability of each country, 0 … 1: incidents beyond the usual ones and unrest lower it, time brings it back.</summary>
/// <remarks>
/// σ′ = σ + recovery·(σ̄ − σ)·Δ − loss·(incidents − usual·Δ), clipped to 0 … 1; what counts is σ less the loss by unrest. Usual incidents are those at the
/// strengths of the start, so that σ stays at σ̄ on average while groups stay as strong. Only departures from σ̄ act on posts: officers present are multiplied
/// by 1 + clip(a·(σ − σ̄), −0.9, 0.9), which is symmetric, so that chance alone keeps nobody away on average.
/// </remarks>
internal sealed class Order : IState
{
    /// <summary>Most by which stability moves the share of officers present.</summary>
    public const double MostPresenceChange = 0.9;

    private const double DayYears = 1 / 365.25;
    private readonly SecurityParameters security;
    private readonly double recovery;
    private readonly double[] mean;
    private readonly double[] withoutUnrest;

    public Order(Stage stage)
    {
        security = stage.Scenario.Security;
        recovery = 1.0 - Portable.Exp(-security.StabilityRecoveryPerYear * DayYears);
        mean = [.. stage.Network.Countries.Select(c => security.Stability.GetValueOrDefault(c, 1.0))];
        withoutUnrest = [.. mean];
        Stability = [.. mean];
    }

    /// <summary>Stability, 0 … 1, by country.</summary>
    public double[] Stability { get; }

    /// <summary>A day's step.</summary>
    public void PassDay(int[] incidents, double[] usualPerYear, double[] lostByUnrest)
    {
        for (var c = 0; c < mean.Length; c++)
        {
            var beyondUsual = incidents[c] - usualPerYear[c] * DayYears;
            withoutUnrest[c] = Math.Clamp(withoutUnrest[c] + recovery * (mean[c] - withoutUnrest[c]) - security.IncidentStabilityLoss * beyondUsual, 0.0, 1.0);
            Stability[c] = Math.Max(0.0, withoutUnrest[c] - lostByUnrest[c]);
        }
    }

    /// <summary>Share of officers at work against that at mean stability, 0.1 … 1.9.</summary>
    public double Present(int country) =>
        1.0 + Math.Clamp(security.AbsencePerStability * (Stability[country] - mean[country]), -MostPresenceChange, MostPresenceChange);

    /// <summary>Acceptance of bribes against that at mean stability: 1 … 1 + bribesPerStability.</summary>
    public double BribeRise(int country) => 1.0 + security.BribesPerStability * Math.Max(0.0, mean[country] - Stability[country]);

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(withoutUnrest);
        archive.Exchange(Stability);
    }
}
