namespace InterdictionSim.Engine.Interdiction;

/// <summary>What measures may change at a post.</summary>
public sealed class PostLevel
{
    /// <summary>Whether anybody stands there.</summary>
    public bool Open { get; set; }

    /// <summary>Officers on strength, persons.</summary>
    public double Officers { get; set; }

    /// <summary>Outposts on the sector of a patrol; 0 at a checkpoint.</summary>
    public double Outposts { get; set; }

    /// <summary>Multiplies the searches that an officer makes a day.</summary>
    public double SearchFactor { get; set; }

    /// <summary>Equipment, 0 … 1.</summary>
    public double Equipment { get; set; }

    /// <summary>Skill s₀ of its untrained officers, 0 … 1.</summary>
    public double UntrainedSkill { get; set; }

    /// <summary>Legal vehicles a day among which loads hide.</summary>
    public double LegalTrafficPerDay { get; set; }

    /// <summary>Lanes, which searches block.</summary>
    public double Lanes { get; set; }

    /// <summary>Vehicles processed a day.</summary>
    public double ProcessingCapacityPerDay { get; set; }

    /// <summary>Selection of loads above chance λ.</summary>
    public double Lift { get; set; }

    /// <summary>Multiplies the km that a guard of a patrol makes a day.</summary>
    public double PatrolKmFactor { get; set; }

    /// <summary>Multiplies the width in which a patrol finds a group.</summary>
    public double SweepWidthFactor { get; set; }

    /// <summary>Probability that a bribe is accepted, given that a load was found, at the pay of the start.</summary>
    public double BribeAccepted { get; set; }

    /// <summary>Share of loads that pass under prior arrangement.</summary>
    public double ProtectedShare { get; set; }

    /// <summary>Pay of its officers, USD a month.</summary>
    public double PayUsdPerMonth { get; set; }

    /// <summary>Changes legal traffic; searches follow a share of the relative change.</summary>
    public void Follow(double legalTrafficPerDay, double searchesFollow)
    {
        if (LegalTrafficPerDay > 0)
            SearchFactor *= 1 + searchesFollow * (legalTrafficPerDay / LegalTrafficPerDay - 1);
        LegalTrafficPerDay = legalTrafficPerDay;
    }
}
