using System.Text.Json;
using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Reads country outlines from a GeoJSON FeatureCollection of polygons; holes are left out.</summary>
internal static class Outlines
{
    /// <summary>One outline for each country; none where there is no such file.</summary>
    public static IReadOnlyList<Outline> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(Country)];
    }

    private static Outline Country(JsonElement feature)
    {
        var geometry = feature.GetProperty("geometry");
        var coordinates = geometry.GetProperty("coordinates");
        var rings = geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [Ring(coordinates[0])],
            "MultiPolygon" => coordinates.EnumerateArray().Select(polygon => Ring(polygon[0])).ToArray(),
            _ => Array.Empty<Coordinates[]>(),
        };
        return new Outline(feature.GetProperty("properties").GetProperty("name").GetString() ?? "", rings);
    }

    private static Coordinates[] Ring(JsonElement points) => [.. points.EnumerateArray().Select(p => new Coordinates(p[0].GetDouble(), p[1].GetDouble()))];
}

/// <summary>A country's name and its outer rings, longitude and latitude.</summary>
internal sealed record Outline(string Name, IReadOnlyList<Coordinates[]> Rings)
{
    /// <summary>Middle of the part that lies inside a frame, in the frame's coordinates; null where none of it does.</summary>
    public Coordinates? MiddleWithin(MapFrame frame)
    {
        const int steps = 24;
        var (x, y, count) = (0.0, 0.0, 0);
        var rings = Rings.Select(ring => ring.Select(p => frame.At(p.X, p.Y)).ToArray()).ToArray();
        for (var i = 0; i < steps * steps; i++)
        {
            var point = new Coordinates(
                frame.Limits.Left + (i % steps + 0.5) / steps * (frame.Limits.Right - frame.Limits.Left),
                frame.Limits.Bottom + (i / steps + 0.5) / steps * (frame.Limits.Top - frame.Limits.Bottom));
            if (!rings.Any(ring => Holds(ring, point)))
                continue;
            (x, y, count) = (x + point.X, y + point.Y, count + 1);
        }

        // A corner of a country is not worth its name.
        return count < steps * steps / 100 ? null : new Coordinates(x / count, y / count);
    }

    private static bool Holds(Coordinates[] ring, Coordinates point)
    {
        var inside = false;
        for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
        {
            if (ring[i].Y > point.Y != ring[j].Y > point.Y
                && point.X < (ring[j].X - ring[i].X) * (point.Y - ring[i].Y) / (ring[j].Y - ring[i].Y) + ring[i].X)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
