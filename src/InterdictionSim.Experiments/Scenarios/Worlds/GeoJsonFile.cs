using System.Globalization;
using System.Text.Json;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Reads the features of a GeoJSON file as records.</summary>
internal sealed class GeoJsonFile<T>(string collection, string geometry, Faults faults)
    where T : class
{
    private readonly Fields shape = Shapes.OfWorldRecord<T>();
    private readonly ShapeCheck check = new(faults);

    public IReadOnlyList<Feature<T>> Read(Element root)
    {
        if (root.IsFaulty)
            return [];
        if (root["features"] is not { Kind: JsonTokenType.StartArray } features)
        {
            faults.Add(root.Position, "/features", "expected a FeatureCollection with a list of features");
            return [];
        }

        var read = new List<Feature<T>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < features.Items.Count; i++)
        {
            if (ReadFeature(features.Items[i], i) is not { } feature)
                continue;
            if (seen.Add(feature.Id))
                read.Add(feature);
            else
                faults.Add(feature.Element.Position, $"/world/{collection}/{feature.Id}", "is there twice");
        }

        return read;
    }

    private Feature<T>? ReadFeature(Element feature, int index)
    {
        if (feature["id"] is not { Kind: JsonTokenType.String, Text.Length: > 0 } id)
        {
            faults.Add(feature.Position, $"/features/{index}/id", "is missing; expected a text");
            return null;
        }

        var path = $"/world/{collection}/{id.Text}";
        var told = faults.Count;
        var (longitude, latitude) = ReadPoint(feature, path);
        if (feature["properties"] is not { IsObject: true } properties)
        {
            faults.Add(feature.Position, $"{path}/properties", "is missing; expected an object");
            return null;
        }

        check.Check(shape, properties, path);
        var record = new RecordBinder(faults).Bind<T>(shape, properties, path);
        return faults.Count == told && record is not null ? new Feature<T>(id.Text, longitude, latitude, record, properties) : null;
    }

    // A line's course is for maps only; where a place lies is part of the model.
    private (double Longitude, double Latitude) ReadPoint(Element feature, string path)
    {
        var shown = feature["geometry"];
        if (shown?["type"]?.Text != geometry || shown["coordinates"] is not { Kind: JsonTokenType.StartArray } coordinates)
        {
            faults.Add((shown ?? feature).Position, $"{path}/geometry", $"expected a {geometry} with coordinates");
            return default;
        }

        if (geometry != "Point")
            return default;
        if (coordinates.Items.Count is 2 or 3 && coordinates.Items.All(c => c.Kind == JsonTokenType.Number && !c.IsFaulty))
            return (Number(coordinates.Items[0]), Number(coordinates.Items[1]));
        faults.Add(coordinates.Position, $"{path}/geometry/coordinates", "expected [longitude, latitude] in degrees");
        return default;
    }

    private static double Number(Element element) => double.Parse(element.Text, CultureInfo.InvariantCulture);
}
