using System.Text.Json;
using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Outer rings of countries, from a GeoJSON FeatureCollection of polygons; holes are left out.</summary>
internal static class Outlines
{
    /// <summary>Rings as longitude and latitude; none where there is no such file.</summary>
    public static IReadOnlyList<Coordinates[]> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var rings = new List<Coordinates[]>();
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            switch (geometry.GetProperty("type").GetString())
            {
                case "Polygon":
                    rings.Add(Ring(coordinates[0]));
                    break;
                case "MultiPolygon":
                    rings.AddRange(coordinates.EnumerateArray().Select(polygon => Ring(polygon[0])));
                    break;
            }
        }

        return rings;
    }

    private static Coordinates[] Ring(JsonElement points) => [.. points.EnumerateArray().Select(p => new Coordinates(p[0].GetDouble(), p[1].GetDouble()))];
}
