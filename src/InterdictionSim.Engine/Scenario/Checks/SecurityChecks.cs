namespace InterdictionSim.Engine;

/// <summary>Militants, stability, relations, published statistics, supply routes and budgets.</summary>
internal static class SecurityChecks
{
    public static void Check(Scenario scenario, KnownIds known, ProblemList list)
    {
        CheckSecurity(scenario.Security, known, list);
        CheckGroups(scenario.World, known, list);
        CheckDiplomacy(scenario, list);
        CheckSupplyRoutes(scenario.World, list);
        list.AreKnown("/reporting", scenario.Reporting.Keys, "country", known.Countries);
        foreach (var (country, reporting) in scenario.Reporting)
        {
            list.NotNegative($"/reporting/{country}/share", reporting.Share);
            list.Within($"/reporting/{country}/delayDays", reporting.DelayDays, 0, 3653);
        }

        BudgetChecks.Check(scenario, list);
    }

    private static void CheckSecurity(SecurityParameters security, KnownIds known, ProblemList list)
    {
        list.Share("/security/transitTaxShare", security.TransitTaxShare);
        list.Share("/security/profitShare", security.ProfitShare);
        list.NotNegative("/security/fundedRecruitsPerYear", security.FundedRecruitsPerYear);
        list.Positive("/security/fundsHalfUsdPerYear", security.FundsHalfUsdPerYear);
        list.Within("/security/removalPerYear", security.RemovalPerYear, 0.001, 100);
        list.NotNegative("/security/counterTerrorRemoval", security.CounterTerrorRemoval);
        list.NotNegative("/security/incidentsPerFighterYear", security.IncidentsPerFighterYear);
        list.NotNegative("/security/degradedDays", security.DegradedDays);
        list.Share("/security/degradedShare", security.DegradedShare);
        list.Share("/security/incidentStabilityLoss", security.IncidentStabilityLoss);
        list.Positive("/security/stabilityRecoveryPerYear", security.StabilityRecoveryPerYear);
        list.NotNegative("/security/absencePerStability", security.AbsencePerStability);
        list.NotNegative("/security/bribesPerStability", security.BribesPerStability);
        list.AreKnown("/security/stability", security.Stability.Keys, "country", known.Countries);
        foreach (var (country, level) in security.Stability)
            list.Share($"/security/stability/{country}", level);
    }

    private static void CheckGroups(World world, KnownIds known, ProblemList list)
    {
        list.Duplicates("/world/militants", world.Militants.Select(m => m.Id));
        foreach (var group in world.Militants)
        {
            var path = $"/world/militants/{group.Id}";
            list.NotNegative($"{path}/strength", group.Strength);
            list.NotNegative($"{path}/externalRecruitsPerYear", group.ExternalRecruitsPerYear);
            list.Share($"{path}/fundsShare", group.FundsShare);
            list.AreKnown($"{path}/places", group.Places.Keys, "place", known.Places);
            foreach (var (place, weight) in group.Places)
                list.NotNegative($"{path}/places/{place}", weight);
            if (group.Places.Values.Sum() is not > 0)
                list.Add($"{path}/places", "weighs nothing; incidents happen at one place at least");
        }

        if (world.Militants.Count > 0)
            list.SumToOne("/world/militants", world.Militants.Sum(m => m.FundsShare), "the groups' fundsShare");
    }

    private static void CheckDiplomacy(Scenario scenario, ProblemList list)
    {
        var diplomacy = scenario.Diplomacy;
        list.NotNegative("/diplomacy/reversionPerYear", diplomacy.ReversionPerYear);
        list.NotNegative("/diplomacy/noisePerSqrtYear", diplomacy.NoisePerSqrtYear);
        list.Within("/diplomacy/rivalryPerYear", diplomacy.RivalryPerYear, 0, 12);
        list.Share("/diplomacy/commitment", diplomacy.Commitment);
        list.Share("/diplomacy/footprint", diplomacy.Footprint);
        list.Share("/diplomacy/closingMargin", diplomacy.ClosingMargin);
        list.Within("/diplomacy/askAgainDays", diplomacy.AskAgainDays, 1, 36525);
        foreach (var relation in scenario.World.Relations)
            list.Share($"/world/relations/{relation.Sponsor}-{relation.Host}/level", relation.Level);
        foreach (var twice in scenario.World.Relations.GroupBy(r => $"{r.Sponsor}-{r.Host}", StringComparer.Ordinal).Where(g => g.Count() > 1))
            list.Add($"/world/relations/{twice.Key}", "is there twice");
    }

    private static void CheckSupplyRoutes(World world, ProblemList list)
    {
        var links = world.Links.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        list.Duplicates("/world/supplyRoutes", world.SupplyRoutes.Select(r => r.Id));
        foreach (var route in world.SupplyRoutes)
        {
            list.NotNegative($"/world/supplyRoutes/{route.Id}/teuPerWeek", route.TeuPerWeek);
            list.AreKnown($"/world/supplyRoutes/{route.Id}/links", route.Links.Keys, "link", links);
        }
    }
}
