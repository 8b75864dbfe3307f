namespace InterdictionSim.Engine;

/// <summary>Places, links, prices and relations of the world, each by itself.</summary>
internal static class PlaceChecks
{
    public static void Check(Scenario scenario, KnownIds known, ProblemList list)
    {
        var world = scenario.World;
        list.Duplicates("/world/places", world.Places.Select(p => p.Id));
        foreach (var place in world.Places)
        {
            var path = $"/world/places/{place.Id}";
            CheckCountry($"{path}/country", place.Country, list);
            list.Within($"{path}/latitudeDegrees", place.LatitudeDegrees, -90, 90);
            list.Within($"{path}/longitudeDegrees", place.LongitudeDegrees, -180, 180);
        }

        list.Duplicates("/world/links", world.Links.Select(l => l.Id));
        foreach (var link in world.Links)
            CheckLink($"/world/links/{link.Id}", link, known, list);
        CheckPrices(world, known, list);
        list.Duplicates("/world/relations", world.Relations.Select(r => $"{r.Sponsor}-{r.Host}"));
        foreach (var relation in world.Relations)
            list.Share($"/world/relations/{relation.Sponsor}-{relation.Host}/level", relation.Level);
    }

    public static void CheckCountry(string path, string country, ProblemList list)
    {
        if (country.Length != 3 || !country.All(char.IsAsciiLetterUpper))
            list.Add(path, $"is '{country}'; expected an ISO alpha-3 code, as TJK");
    }

    private static void CheckLink(string path, Link link, KnownIds known, ProblemList list)
    {
        list.IsKnown($"{path}/from", link.From, "place", known.Places);
        list.IsKnown($"{path}/to", link.To, "place", known.Places);
        if (link.From == link.To)
            list.Add($"{path}/to", $"is {link.To}, where it starts; a link joins two places");
        list.NotNegative($"{path}/borderDwellDays", link.BorderDwellDays);
        list.NotNegative($"{path}/lengthKm", link.LengthKm);
        if (link.Mode == LinkMode.Crossing)
            list.NotNegative($"{path}/travelDays", link.TravelDays);
        else
            list.Positive($"{path}/travelDays", link.TravelDays);
        CheckMonths($"{path}/closedMonths", link.ClosedMonths, list);
        CheckMonths($"{path}/winterMonths", link.WinterMonths, list);
        if (link.WinterCapacityFactor is not (> 0 and <= 1))
            list.Add($"{path}/winterCapacityFactor", $"is {link.WinterCapacityFactor}; expected more than 0 and at most 1");
        list.Share($"{path}/minedFraction", link.MinedFraction);
        if (link.Closes <= link.Opens)
            list.Add($"{path}/closes", $"is {link.Closes:yyyy-MM-dd}; expected a day after it opens, {link.Opens:yyyy-MM-dd}");
    }

    private static void CheckMonths(string path, IReadOnlyList<int> months, ProblemList list)
    {
        for (var i = 0; i < months.Count; i++)
        {
            if (months[i] is not (>= 1 and <= 12))
                list.Add($"{path}/{i}", $"is {months[i]}; expected a month, 1 … 12");
        }
    }

    private static void CheckPrices(World world, KnownIds known, ProblemList list)
    {
        list.Duplicates("/world/prices", world.Prices.Select(p => $"{p.Place}/{p.Commodity}"));
        foreach (var price in world.Prices)
        {
            var path = $"/world/prices/{price.Place}/{price.Commodity}";
            list.IsKnown(path, price.Place, "place", known.Places);
            list.IsKnown(path, price.Commodity, "commodity", known.Commodities);
            list.Positive($"{path}/usdPerKg", price.UsdPerKg);
        }

        var priced = world.Prices.Select(p => (p.Place, p.Commodity)).ToHashSet();
        foreach (var place in world.Places)
        {
            foreach (var commodity in known.Commodities.Where(c => !priced.Contains((place.Id, c))).Order(StringComparer.Ordinal))
                list.Add($"/world/prices/{place.Id}/{commodity}", "is missing; every place on the network has a price for each commodity");
        }
    }
}
