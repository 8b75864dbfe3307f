namespace InterdictionSim.Engine;

/// <summary>Control, inspection, patrols, bribes and training.</summary>
internal static class ControlChecks
{
    public static void Check(Scenario scenario, KnownIds known, ProblemList list)
    {
        CheckCountries(scenario, known, list);
        CheckInspection(scenario.Inspection, list);
        CheckVigilance(scenario.Vigilance, list);
        list.Share("/bribe/offerShareOfValue", scenario.Bribe.OfferShareOfValue);
        list.NotNegative("/bribe/cashLimitUsd", scenario.Bribe.CashLimitUsd);
        list.Positive("/bribe/monthsOfPayLost", scenario.Bribe.MonthsOfPayLost);
        list.Share("/bribe/protectionFeeShare", scenario.Bribe.ProtectionFeeShare);
        list.Share("/training/skillCeiling", scenario.Training.SkillCeiling);
        list.Positive("/training/halfLifeDays", scenario.Training.HalfLifeDays);
        list.Share("/training/bribeReduction", scenario.Training.BribeReduction);
    }

    private static void CheckCountries(Scenario scenario, KnownIds known, ProblemList list)
    {
        var posts = scenario.World.Posts.Concat(MeasureChecks.NewPosts(scenario, all: true));
        var owners = posts.Select(p => scenario.World.Agencies.FirstOrDefault(a => a.Id == p.Agency)?.Country).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        foreach (var country in owners)
        {
            if (!scenario.Control.ContainsKey(country))
                list.Add($"/control/{country}", $"is missing; posts of {country} need a level of control");
            if (!scenario.Patrols.ContainsKey(country))
                list.Add($"/patrols/{country}", $"is missing; posts of {country} need it");
        }

        list.AreKnown("/control", scenario.Control.Keys, "country", known.Countries);
        foreach (var (country, level) in scenario.Control)
            CheckLevel($"/control/{country}", level, list);
        list.AreKnown("/patrols", scenario.Patrols.Keys, "country", known.Countries);
        foreach (var (country, patrols) in scenario.Patrols)
            CheckPatrols($"/patrols/{country}", patrols, list);
    }

    private static void CheckLevel(string path, ControlLevel level, ProblemList list)
    {
        list.Share($"{path}/searchShare", level.SearchShare);
        list.Share($"{path}/equipment", level.Equipment);
        list.Share($"{path}/untrainedSkill", level.UntrainedSkill);
        list.Share($"{path}/bribeAccepted", level.BribeAccepted);
        list.Share($"{path}/protectedShare", level.ProtectedShare);
        list.Positive($"{path}/lift", level.Lift);
    }

    private static void CheckPatrols(string path, PatrolParameters patrols, ProblemList list)
    {
        list.Positive($"{path}/outpostSpacingKm", patrols.OutpostSpacingKm);
        list.Positive($"{path}/guardsPerOutpost", patrols.GuardsPerOutpost);
        list.NotNegative($"{path}/kmPerGuardDay", patrols.KmPerGuardDay);
        list.NotNegative($"{path}/sweepWidthKm", patrols.SweepWidthKm);
        list.Positive($"{path}/depthKm", patrols.DepthKm);
        list.NotNegative($"{path}/exposureHours", patrols.ExposureHours);
        list.NotNegative($"{path}/handlingHours", patrols.HandlingHours);
        list.Positive($"{path}/teamsPerOutpost", patrols.TeamsPerOutpost);
    }

    private static void CheckInspection(InspectionParameters inspection, ProblemList list)
    {
        list.NotNegative("/inspection/exitFactor", inspection.ExitFactor);
        list.NotNegative("/inspection/greenExitFactor", inspection.GreenExitFactor);
        list.NotNegative("/inspection/interiorFactor", inspection.InteriorFactor);
        list.Share("/inspection/alphaEquipment", inspection.AlphaEquipment);
        list.Share("/inspection/alphaSkill", inspection.AlphaSkill);
        list.Within("/inspection/alphaBoth", inspection.AlphaBoth, -1, 0.5);
        list.SumToOne("/inspection/alphaBoth", inspection.AlphaEquipment + inspection.AlphaSkill + inspection.AlphaBoth, "with alphaEquipment and alphaSkill");
        list.NotNegative("/inspection/laneHoursPerSearch", inspection.LaneHoursPerSearch);
        list.Within("/inspection/maxQueueHours", inspection.MaxQueueHours, 0.01, 720);
        list.NotNegative("/inspection/minePathLoss", inspection.MinePathLoss);
    }

    private static void CheckVigilance(VigilanceParameters vigilance, ProblemList list)
    {
        list.Within("/vigilance/missAtNone", vigilance.MissAtNone, 0, 0.999);
        list.Positive("/vigilance/halfPrevalence", vigilance.HalfPrevalence);
        list.Within("/vigilance/exponent", vigilance.Exponent, 0, 10);
        list.Share("/vigilance/referencePrevalence", vigilance.ReferencePrevalence);
        list.Share("/vigilance/leastPrevalence", vigilance.LeastPrevalence);
        list.Positive("/vigilance/memoryDays", vigilance.MemoryDays);
    }
}
