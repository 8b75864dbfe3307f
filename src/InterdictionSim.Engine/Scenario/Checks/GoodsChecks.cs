namespace InterdictionSim.Engine;

/// <summary>Commodities, concealments and hauls.</summary>
internal static class GoodsChecks
{
    public static void Check(Scenario scenario, KnownIds known, ProblemList list)
    {
        if (scenario.Commodities.Count == 0)
            list.Add("/commodities", "is empty; expected at least one commodity");
        foreach (var (id, commodity) in scenario.Commodities)
        {
            list.Positive($"/commodities/{id}/thetaUsdPerKg", commodity.ThetaUsdPerKg);
            if (commodity.OpiumPerKg < 1)
                list.Add($"/commodities/{id}/opiumPerKg", $"is {commodity.OpiumPerKg}; expected 1 or more");
            list.NotNegative($"/commodities/{id}/sensitivityFactor", commodity.SensitivityFactor);
        }

        foreach (var (id, concealment) in scenario.Concealments)
            list.Share($"/concealments/{id}/searchSensitivity", concealment.SearchSensitivity);
        foreach (var (id, haul) in scenario.Hauls)
        {
            CheckRefs($"/hauls/{id}", haul, known, list);
            CheckSizes($"/hauls/{id}", haul, list);
        }
    }

    private static void CheckRefs(string path, Haul haul, KnownIds known, ProblemList list)
    {
        list.AreKnown($"{path}/modes", haul.Modes.Keys, "mode", known.Modes);
        if (haul.Modes.ContainsKey(Catalog.Kebab(nameof(LinkMode.Crossing))))
            list.Add($"{path}/modes/crossing", "is not for a haul to choose: a crossing is open to every haul that comes by land");
        if (!haul.Modes.Values.Contains(true))
            list.Add($"{path}/modes", "none is true; a haul moves by at least one mode");
        list.AreKnown($"{path}/concealment", haul.Concealment.Keys, "concealment", known.Concealments);
        list.Shares($"{path}/concealment", haul.Concealment);
        list.AreKnown($"{path}/roadCostFactor", haul.RoadCostFactor.Keys, "country", known.Countries);
        foreach (var (country, factor) in haul.RoadCostFactor)
            list.Positive($"{path}/roadCostFactor/{country}", factor);
    }

    private static void CheckSizes(string path, Haul haul, ProblemList list)
    {
        list.Positive($"{path}/lowKg", haul.LowKg);
        list.Positive($"{path}/meanKg", haul.MeanKg);
        list.Positive($"{path}/highKg", haul.HighKg);
        if (haul.LowKg > haul.MeanKg || haul.MeanKg > haul.HighKg)
            list.Add($"{path}/meanKg", $"is {haul.MeanKg}; expected lowKg ({haul.LowKg}) … highKg ({haul.HighKg})");
        list.Within($"{path}/highKg", haul.HighKg, 0, 1e6);
        list.NotNegative($"{path}/logSd", haul.LogSd);
        list.NotNegative($"{path}/crewPayUsdPerDay", haul.CrewPayUsdPerDay);
        list.NotNegative($"{path}/arrestCostUsd", haul.ArrestCostUsd);
        list.NotNegative($"{path}/flightFeeUsd", haul.FlightFeeUsd);
    }
}
