using System.Globalization;

namespace InterdictionSim.Engine;

/// <summary>Fleet, dispatch, cost, risk, learning, market and supply.</summary>
internal static class TradeChecks
{
    public static void Check(Scenario scenario, KnownIds known, ProblemList list)
    {
        CheckFleet(scenario, known, list);
        CheckCost(scenario, known, list);
        CheckBeliefs(scenario, list);
        CheckMarket(scenario, known, list);
        CheckSupply(scenario.Supply, known, list);
    }

    private static void CheckFleet(Scenario scenario, KnownIds known, ProblemList list)
    {
        var fleet = scenario.Fleet;
        list.AreKnown("/fleet/traffickers", fleet.Traffickers.Keys, "commodity", known.Commodities);
        foreach (var missing in known.Commodities.Where(c => !fleet.Traffickers.ContainsKey(c)).Order(StringComparer.Ordinal))
            list.Add($"/fleet/traffickers/{missing}", "is missing; expected a number of traffickers");
        foreach (var (commodity, count) in fleet.Traffickers)
            list.NotNegative($"/fleet/traffickers/{commodity}", count);
        list.NotNegative("/fleet/turnaroundDays", fleet.TurnaroundDays);
        list.NotNegative("/fleet/recruitingDelayDays", fleet.RecruitingDelayDays);
        list.Within("/fleet/stagingDaysPerPlace", fleet.StagingDaysPerPlace, 0, 60);
        list.NotNegative("/dispatch/readinessElasticity", scenario.Dispatch.ReadinessElasticity);
        list.Positive("/dispatch/readinessMaximum", scenario.Dispatch.ReadinessMaximum);
        list.Share("/dispatch/deterrenceThreshold", scenario.Dispatch.DeterrenceThreshold);
        list.NotNegative("/dispatch/deterrenceExponent", scenario.Dispatch.DeterrenceExponent);
        list.Share("/dispatch/deterrenceFloor", scenario.Dispatch.DeterrenceFloor);
    }

    private static void CheckCost(Scenario scenario, KnownIds known, ProblemList list)
    {
        var cost = scenario.Cost;
        list.AreKnown("/cost/usdPerKgKm", cost.UsdPerKgKm.Keys, "mode", known.Modes);
        var crossing = Catalog.Kebab(nameof(LinkMode.Crossing));
        foreach (var missing in known.Modes.Where(m => m != crossing && !cost.UsdPerKgKm.ContainsKey(m)).Order(StringComparer.Ordinal))
            list.Add($"/cost/usdPerKgKm/{missing}", "is missing; expected a cost in USD per kg and km");
        foreach (var (mode, usd) in cost.UsdPerKgKm)
            list.NotNegative($"/cost/usdPerKgKm/{mode}", usd);
        list.NotNegative("/cost/handlingUsdPerKg", cost.HandlingUsdPerKg);
        list.NotNegative("/cost/interestPerYear", cost.InterestPerYear);
        CheckBorders(cost.BorderUsdPerKg, known, list);
        list.AreKnown("/cost/crossingUsdPerKg", cost.CrossingUsdPerKg.Keys, "crossing", known.Crossings);
        foreach (var (id, usd) in cost.CrossingUsdPerKg)
            list.Finite($"/cost/crossingUsdPerKg/{id}", usd);
        list.NotNegative("/cost/minedUsdPerKg", cost.MinedUsdPerKg);
        list.NotNegative("/cost/crowdingUsdPerKg", cost.CrowdingUsdPerKg);
        if (cost.CrowdingUsdPerKg > 0 && scenario.Run.WarmUpDays == 0)
            list.Add("/cost/crowdingUsdPerKg", string.Create(CultureInfo.InvariantCulture, $"is {cost.CrowdingUsdPerKg} in a run without warm-up; usual flows are those of the warm-up, so run.warmUpDays of 1 or more is expected"));
        list.NotNegative("/cost/crowdingMaximum", cost.CrowdingMaximum);
        list.Positive("/cost/crowdingSmoothingDays", cost.CrowdingSmoothingDays);
    }

    private static void CheckBorders(IReadOnlyDictionary<string, double> borders, KnownIds known, ProblemList list)
    {
        if (!borders.ContainsKey("other"))
            list.Add("/cost/borderUsdPerKg/other", "is missing; expected the friction of all other borders");
        foreach (var (pair, usd) in borders)
        {
            list.NotNegative($"/cost/borderUsdPerKg/{pair}", usd);
            if (pair == "other")
                continue;
            var countries = pair.Split('-');
            if (countries.Length != 2 || string.CompareOrdinal(countries[0], countries[1]) >= 0)
                list.Add($"/cost/borderUsdPerKg/{pair}", "expected two countries in alphabetical order, as AFG-TJK, or other");
            else
            {
                foreach (var country in countries)
                    list.IsKnown($"/cost/borderUsdPerKg/{pair}", country, "country", known.Countries);
            }
        }
    }

    private static void CheckBeliefs(Scenario scenario, ProblemList list)
    {
        list.Share("/risk/weight", scenario.Risk.Weight);
        list.NotNegative("/risk/premiumWeight", scenario.Risk.PremiumWeight);
        list.Within("/risk/premiumExponent", scenario.Risk.PremiumExponent, 0, 10);
        list.Within("/risk/premiumMaximum", scenario.Risk.PremiumMaximum, 1, 1e6);
        var learning = scenario.Learning;
        list.IsKnown("/learning/rule", learning.Rule, "decision rule", [.. Catalog.Kinds<Trafficking.Rules.IBeliefRule>().Keys]);
        list.Within("/learning/replanDays", learning.ReplanDays, 1, 1e6);
        list.Positive("/learning/memoryHalfLifeDays", learning.MemoryHalfLifeDays);
        list.NotNegative("/learning/priorPassages", learning.PriorPassages);
        list.Share("/learning/gossipShare", learning.GossipShare);
        list.Share("/learning/hearsayWeight", learning.HearsayWeight);
        list.Share("/learning/visibleShare", learning.VisibleShare);
        list.NotNegative("/learning/newsDelayDays", learning.NewsDelayDays);
        list.Share("/learning/similarityShare", learning.SimilarityShare);
        list.Positive("/learning/salienceAlpha", learning.SalienceAlpha);
        list.Positive("/learning/salienceBeta", learning.SalienceBeta);
        list.Within("/learning/salienceDelta", learning.SalienceDelta, 1e-6, 1);
    }

    private static void CheckMarket(Scenario scenario, KnownIds known, ProblemList list)
    {
        var market = scenario.Market;
        list.Positive("/market/demandElasticity", market.DemandElasticity);
        list.Positive("/market/smoothingDays", market.SmoothingDays);
        list.Share("/market/passThrough", market.PassThrough);
        if (market.PriceFactorMinimum is not (> 0 and <= 1))
            list.Add("/market/priceFactorMinimum", $"is {market.PriceFactorMinimum}; expected more than 0 and at most 1");
        if (market.PriceFactorMaximum is not (>= 1 and < double.PositiveInfinity))
            list.Add("/market/priceFactorMaximum", $"is {market.PriceFactorMaximum}; expected 1 or more");
        list.Positive("/market/thetaUsdPerKg", market.ThetaUsdPerKg);
        list.AreKnown("/market/referenceTonnesPerYear", market.ReferenceTonnesPerYear.Keys, "commodity", known.Commodities);
        foreach (var (commodity, groups) in market.ReferenceTonnesPerYear)
        {
            var sold = scenario.World.Markets.Where(m => m.Commodity == commodity).Select(m => m.Group).ToHashSet(StringComparer.Ordinal);
            list.AreKnown($"/market/referenceTonnesPerYear/{commodity}", groups.Keys, "group of markets", sold);
            foreach (var (group, tonnes) in groups)
                list.Positive($"/market/referenceTonnesPerYear/{commodity}/{group}", tonnes);
        }
    }

    private static void CheckSupply(SupplyParameters supply, KnownIds known, ProblemList list)
    {
        list.Positive("/supply/stockTonnes", supply.StockTonnes);
        if (supply.HarvestTonnes.Count == 0)
            list.Add("/supply/harvestTonnes", "is empty; expected at least one year");
        foreach (var (year, tonnes) in supply.HarvestTonnes)
        {
            if (year.Length != 4 || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                list.Add($"/supply/harvestTonnes/{year}", "expected a year, as 2010");
            list.NotNegative($"/supply/harvestTonnes/{year}", tonnes);
        }

        list.Share("/supply/northernShare", supply.NorthernShare);
        foreach (var month in supply.HarvestMonths.Keys.Except(Enumerable.Range(1, 12).Select(m => m.ToString(CultureInfo.InvariantCulture))).Order(StringComparer.Ordinal))
            list.Add($"/supply/harvestMonths/{month}", "expected a month, 1 … 12");
        list.Shares("/supply/harvestMonths", supply.HarvestMonths);
        list.AreKnown("/supply/sourceShares", supply.SourceShares.Keys, "place", known.Places);
        list.Shares("/supply/sourceShares", supply.SourceShares);
        list.Positive("/supply/farmGateUsdPerKg", supply.FarmGateUsdPerKg);
        list.NotNegative("/supply/farmGateElasticity", supply.FarmGateElasticity);
    }
}
