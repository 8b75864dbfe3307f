using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Reads a file of the data folder; all its mistakes are told at once.</summary>
internal static class DataFile
{
    public static IReadOnlyList<(string Id, T Row)> Read<T>(string folder, string file, string collection)
        where T : class
    {
        var path = Files.Join(folder, file);
        if (!Files.TryRead(path, out var bytes, out var reason))
            throw new ScenarioException($"{path}: {reason}");
        var faults = new Faults();
        var rows = new List<(string, T)>();
        if (JsonText.Read(bytes, path, faults) is { } root)
        {
            var shape = Shapes.OfWorldRecord<T>();
            if (root[collection] is not { IsObject: true } entities)
                throw new ScenarioException($"{path}: /{collection}: expected an object with the rows by id");
            foreach (var member in entities.Members)
            {
                new ShapeCheck(faults).Check(shape, member.Value, $"/{collection}/{member.Name}");
                if (new RecordBinder(faults).Bind<T>(shape, member.Value, $"/{collection}/{member.Name}") is { } row)
                    rows.Add((member.Name, row));
            }
        }

        faults.ThrowIfAny(path, "File");
        return rows;
    }
}
