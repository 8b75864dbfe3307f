using System.Globalization;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Tells links that are shorter than the way the crow flies.</summary>
internal static class GreatCircle
{
    private const double EarthRadiusKm = 6371.0088;

    // Coordinates and lengths come from different sources; 1 % of the length is rounding, not a mistake.
    private const double Tolerance = 0.01;

    public static IEnumerable<Problem> Problems(World world)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var place in world.Places)
            places.TryAdd(place.Id, place);
        foreach (var link in world.Links.Where(l => l.Mode != LinkMode.Crossing))
        {
            if (!places.TryGetValue(link.From, out var from) || !places.TryGetValue(link.To, out var to))
                continue;
            var direct = DistanceKm(from, to);
            if (link.LengthKm < direct * (1 - Tolerance))
            {
                yield return new Problem($"/world/links/{link.Id}/lengthKm", string.Create(CultureInfo.InvariantCulture,
                    $"is {link.LengthKm}; {link.From} and {link.To} lie {direct:F1} km apart as the crow flies"));
            }
        }
    }

    public static double DistanceKm(Place a, Place b)
    {
        var latitudes = double.DegreesToRadians(b.LatitudeDegrees - a.LatitudeDegrees) / 2;
        var longitudes = double.DegreesToRadians(b.LongitudeDegrees - a.LongitudeDegrees) / 2;
        var chord = Math.Pow(Math.Sin(latitudes), 2)
            + Math.Cos(double.DegreesToRadians(a.LatitudeDegrees)) * Math.Cos(double.DegreesToRadians(b.LatitudeDegrees)) * Math.Pow(Math.Sin(longitudes), 2);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
