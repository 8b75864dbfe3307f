namespace InterdictionSim.Engine;

/// <summary>Posts, agencies, organisations and markets of the world.</summary>
internal static class ActorChecks
{
    public static void Check(Scenario scenario, KnownIds known, ProblemList list)
    {
        CheckAgencies(scenario.World, list);
        CheckPosts(scenario.World, known, list);
        CheckOrganisations(scenario.World, known, list);
        CheckMarkets(scenario, known, list);
    }

    private static void CheckAgencies(World world, ProblemList list)
    {
        var countries = world.Places.Select(p => p.Country).ToHashSet(StringComparer.Ordinal);
        list.Duplicates("/world/agencies", world.Agencies.Select(a => a.Id));
        foreach (var agency in world.Agencies)
        {
            var path = $"/world/agencies/{agency.Id}";
            PlaceChecks.CheckCountry($"{path}/country", agency.Country, list);
            if (!countries.Contains(agency.Country))
                list.Add($"{path}/country", $"is {agency.Country}, where the network has no place");
            list.Positive($"{path}/payUsdPerMonth", agency.PayUsdPerMonth);
            list.Share($"{path}/attritionUntrainedPerYear", agency.AttritionUntrainedPerYear);
            list.Share($"{path}/attritionTrainedPerYear", agency.AttritionTrainedPerYear);
            list.NotNegative($"{path}/staff", agency.Staff);
        }
    }

    private static void CheckPosts(World world, KnownIds known, ProblemList list)
    {
        list.Duplicates("/world/posts", world.Posts.Select(p => p.Id));
        foreach (var post in world.Posts)
        {
            var path = $"/world/posts/{post.Id}";
            list.IsKnown($"{path}/place", post.Place, "place", known.Places);
            list.IsKnown($"{path}/agency", post.Agency, "agency", known.Agencies);
            list.Positive($"{path}/officers", post.Officers);
            list.NotNegative($"{path}/effort", post.Effort);
            if (post.Kind == PostKind.Checkpoint)
            {
                list.Positive($"{path}/legalTrafficPerDay", post.LegalTrafficPerDay);
                list.Positive($"{path}/processingCapacityPerDay", post.ProcessingCapacityPerDay);
                if (post.Lanes < 1)
                    list.Add($"{path}/lanes", $"is {post.Lanes}; a checkpoint has 1 lane or more");
            }
            else
            {
                list.NotNegative($"{path}/legalTrafficPerDay", post.LegalTrafficPerDay);
                list.NotNegative($"{path}/processingCapacityPerDay", post.ProcessingCapacityPerDay);
                list.Positive($"{path}/sectorKm", post.SectorKm);
            }
        }
    }

    private static void CheckOrganisations(World world, KnownIds known, ProblemList list)
    {
        list.Duplicates("/world/organisations", world.Organisations.Select(o => o.Id));
        foreach (var organisation in world.Organisations)
        {
            var path = $"/world/organisations/{organisation.Id}";
            list.AreKnown($"{path}/homes", organisation.Homes.Keys, "place", known.Places);
            foreach (var home in organisation.Homes.Keys.Where(home => world.Markets.Any(m => m.Place == home && m.Commodity == organisation.Commodity && m.HaulShares.GetValueOrDefault(organisation.Haul) > 0)))
                list.Add($"{path}/homes/{home}", "is a market that it serves; trips lead from home to another place");
            foreach (var (home, weight) in organisation.Homes)
                list.NotNegative($"{path}/homes/{home}", weight);
            if (organisation.Homes.Values.Sum() is not > 0)
                list.Add($"{path}/homes", "weighs nothing; trips begin at one home at least");
            list.IsKnown($"{path}/haul", organisation.Haul, "haul", known.Hauls);
            list.IsKnown($"{path}/commodity", organisation.Commodity, "commodity", known.Commodities);
            list.Share($"{path}/shareOfFleet", organisation.ShareOfFleet);
        }

        foreach (var fleet in world.Organisations.GroupBy(o => o.Commodity).OrderBy(g => g.Key, StringComparer.Ordinal))
            list.SumToOne("/world/organisations", fleet.Sum(o => o.ShareOfFleet), $"shareOfFleet of {fleet.Key}");
    }

    private static void CheckMarkets(Scenario scenario, KnownIds known, ProblemList list)
    {
        list.Duplicates("/world/markets", scenario.World.Markets.Select(m => $"{m.Commodity}/{m.Place}"));
        foreach (var market in scenario.World.Markets)
        {
            var path = $"/world/markets/{market.Commodity}/{market.Place}";
            list.IsKnown($"{path}/place", market.Place, "place", known.Places);
            list.IsKnown($"{path}/commodity", market.Commodity, "commodity", known.Commodities);
            list.Share($"{path}/shareOfGroup", market.ShareOfGroup);
            list.AreKnown($"{path}/haulShares", market.HaulShares.Keys, "haul", known.Hauls);
            list.Shares($"{path}/haulShares", market.HaulShares);
        }

        foreach (var group in scenario.World.Markets.GroupBy(m => (m.Commodity, m.Group)).OrderBy(g => g.Key))
        {
            list.SumToOne("/world/markets", group.Sum(m => m.ShareOfGroup), $"shareOfGroup of {group.Key.Commodity} in {group.Key.Group}");
            if (known.Commodities.Contains(group.Key.Commodity)
                && !(scenario.Market.ReferenceTonnesPerYear.TryGetValue(group.Key.Commodity, out var groups) && groups.ContainsKey(group.Key.Group)))
                list.Add($"/market/referenceTonnesPerYear/{group.Key.Commodity}/{group.Key.Group}", "is missing; expected the tonnes a year that its markets take");
        }
    }
}
