using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Security;

/// <summary>Fighters of each militant group: recruits who come anyway, recruits whom money brings up to a limit, and losses.</summary>
/// <remarks>
/// dS/dt = recruitsFactor·ext + fundsShare·r_max·F/(F + F_half) − removalFactor·(removal + measures + counter-terror)·S, S fighters, rates per year, F what all
/// militants receive, USD a year. Inflow and rate are constant within a day, so the step is exact, S stays at or above 0, and no funds bring more than r_max.
/// </remarks>
internal sealed class Militants : IState
{
    private const double DayYears = 1 / 365.25;
    private readonly Stage stage;
    private readonly int[][] homes;
    private double fundsUsdPerYear;
    private long receivedCents;

    public Militants(Stage stage)
    {
        this.stage = stage;
        homes = [.. stage.Militants.Select(g => Homes(stage, g))];
        Strength = [.. stage.Militants.Select(g => g.Strength)];
        fundsUsdPerYear = ReferenceFundsUsdPerYear(stage);
    }

    /// <summary>Fighters, by group.</summary>
    public double[] Strength { get; }

    /// <summary>What all militants receive, USD a year: an exponential average with a memory of a year, at population scale 1.</summary>
    public double FundsUsdPerYear => fundsUsdPerYear;

    /// <summary>A day's recruits and losses.</summary>
    /// <param name="balanceCents">What militants have received since the start, cents.</param>
    /// <param name="plan">What measures change.</param>
    /// <param name="counterTerror">Fresh-equivalent counter-terror graduates, persons, by country.</param>
    public void PassDay(long balanceCents, InterdictionPlan plan, double[] counterTerror)
    {
        if (Strength.Length == 0)
            return;
        var usdPerYear = (balanceCents - receivedCents) / 100.0 / DayYears / stage.Scenario.Run.PopulationScale;
        receivedCents = balanceCents;
        fundsUsdPerYear += (usdPerYear - fundsUsdPerYear) * DayYears;
        for (var g = 0; g < Strength.Length; g++)
            Strength[g] = Step(Strength[g], InflowPerYear(g, plan), RemovalPerYear(g, plan, counterTerror), DayYears);
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Strength);
        archive.Exchange(ref fundsUsdPerYear);
        archive.Exchange(ref receivedCents);
    }

    /// <summary>Strength after a time under a constant inflow and rate of loss: S̄ + (S − S̄)e^(−kt), S̄ = inflow/k.</summary>
    internal static double Step(double strength, double inflowPerYear, double removalPerYear, double years)
    {
        if (removalPerYear < 1e-9)
            return strength + inflowPerYear * years;
        var settled = inflowPerYear / removalPerYear;
        return Math.Max(0.0, settled + (strength - settled) * Portable.Exp(-removalPerYear * years));
    }

    /// <summary>What militants receive of the reference deliveries at the prices of the start, USD a year at population scale 1: funds begin there, so that strength does not jump.</summary>
    internal static double ReferenceFundsUsdPerYear(Stage stage)
    {
        var security = stage.Scenario.Security;
        var usdPerDay = 0.0;
        foreach (var (b, m) in stage.Tables)
        {
            var (band, market) = (stage.Bands[b], stage.Markets[m]);
            var fleet = stage.Bands.Where(o => o.Commodity == band.Commodity && o.Organisation.Haul == band.Organisation.Haul).Sum(o => o.Organisation.ShareOfFleet);
            if (fleet <= 0)
                continue;
            var kgPerDay = market.ReferenceGramsPerDay / 1000 * market.Market.HaulShares[band.Organisation.Haul] * band.Organisation.ShareOfFleet / fleet;
            var (home, price) = (stage.BasePrice[band.Commodity][band.Homes[0]], stage.BasePrice[band.Commodity][market.Place]);
            usdPerDay += kgPerDay * (security.TransitTaxShare * home + security.ProfitShare * Math.Max(0, price - home));
        }

        return double.IsFinite(usdPerDay) ? usdPerDay / DayYears / stage.Scenario.Run.PopulationScale : 0.0;
    }

    private double InflowPerYear(int g, InterdictionPlan plan)
    {
        var (group, security) = (stage.Militants[g], stage.Scenario.Security);
        return plan.Afghanistan.RecruitsFactor * group.ExternalRecruitsPerYear
            + group.FundsShare * security.FundedRecruitsPerYear * fundsUsdPerYear / (fundsUsdPerYear + security.FundsHalfUsdPerYear);
    }

    private double RemovalPerYear(int g, InterdictionPlan plan, double[] counterTerror)
    {
        var rate = stage.Scenario.Security.RemovalPerYear;
        foreach (var country in homes[g])
            rate += plan.Countries[country].RemovalAddedPerYear + stage.Scenario.Security.CounterTerrorRemoval * counterTerror[country];
        return plan.Afghanistan.RemovalFactor * rate;
    }

    /// <summary>Countries where a group is at home: those of the places of its incidents.</summary>
    internal static int[] Homes(Stage stage, MilitantGroup group) =>
        [.. group.Places.Where(p => p.Value > 0).Select(p => stage.Network.CountryOf[stage.Network[p.Key]]).Distinct().Order()];
}
