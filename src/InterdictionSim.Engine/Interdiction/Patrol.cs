using InterdictionSim.Engine.Randomness;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>How patrols on a stretch of green border meet groups: Koopman's random search.</summary>
internal static class Patrol
{
    /// <summary>Effort z₀ = v·W·f·t/A of patrols that nothing binds; the mined share m takes area and path away.</summary>
    /// <param name="guards">Guards on the sector.</param>
    /// <param name="sectorKm">Length of the sector, km.</param>
    /// <param name="ability">Skill and equipment f, 0 … 1.</param>
    /// <param name="minedFraction">Mined share m of the front.</param>
    /// <param name="minePathLoss">Share x of patrol path lost per mined share.</param>
    /// <param name="patrol">How the country patrols.</param>
    public static double Effort(double guards, double sectorKm, double ability, double minedFraction, double minePathLoss, PatrolParameters patrol)
    {
        var pathKmPerDay = guards * patrol.KmPerGuardDay * Math.Max(0.0, 1.0 - minedFraction * minePathLoss);
        var areaKm2 = sectorKm * patrol.DepthKm * Math.Max(1e-9, 1.0 - minedFraction);
        return pathKmPerDay * patrol.SweepWidthKm * ability * (patrol.ExposureHours / 24.0) / areaKm2;
    }

    /// <summary>Probability that a group is met: 1 − exp(−z₀u), u = 1/(1 + a·h_c/H), so that many groups at once swamp the patrols.</summary>
    /// <param name="effort">Effort z₀.</param>
    /// <param name="groupsPerDay">Other groups that cross at the same time, a day.</param>
    /// <param name="handlingHours">Team-hours h_c that an interception binds.</param>
    /// <param name="teamHoursPerDay">Team-hours H a day.</param>
    public static double Met(double effort, double groupsPerDay, double handlingHours, double teamHoursPerDay)
    {
        if (effort <= 0)
            return 0.0;
        var metPerDay = groupsPerDay * (1.0 - Portable.Exp(-effort));
        var free = teamHoursPerDay > 0 ? 1.0 / (1.0 + metPerDay * handlingHours / teamHoursPerDay) : 1.0;
        return 1.0 - Portable.Exp(-effort * free);
    }
}
