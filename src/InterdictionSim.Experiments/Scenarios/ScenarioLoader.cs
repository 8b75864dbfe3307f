using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Puts a scenario together from its layers: what the file extends, the file, overlays, then <c>--set</c>; later wins.</summary>
/// <remarks>Deterministic: the order of keys in a file changes nothing. Thread-safe: it holds no state.</remarks>
public static class ScenarioLoader
{
    /// <summary>Loads and checks a scenario.</summary>
    /// <param name="path">Scenario or policy file.</param>
    /// <param name="overlays">Further policy files on top, lowest first; what they extend is added below them unless it is there already.</param>
    /// <param name="sets">Single values on top of all files, as <c>fleet.turnaroundDays=30</c> or <c>/fleet/turnaroundDays=30</c>.</param>
    /// <exception cref="ScenarioException">The files have mistakes, or the scenario cannot run; every reason is told at once, at its file, line and column.</exception>
    public static LoadedScenario Load(string path, IReadOnlyList<string> overlays, IReadOnlyList<string> sets)
    {
        var faults = new Faults();
        var chain = new LayerChain(path, overlays, faults);
        var name = Name(chain, path);
        var worldFile = chain.Layers.LastOrDefault(f => f.Text("world") is not null);
        var world = worldFile is null ? null : ReadWorld(worldFile, faults);
        if (worldFile is null && chain.CanMerge && !faults.Covers("/world"))
            faults.Add(chain.Top!.Root.Position, "/world", "is missing; expected the name of the folder with places.geojson and its like");

        var layers = Layers(chain.Layers, worldFile, sets, faults);
        var merge = chain.CanMerge ? Merge.Of(layers) : null;
        var scenario = merge is null ? null : Bind(merge, name, world?.World, faults);
        if (scenario is not null)
            Tell(scenario, merge!, world!, faults);
        faults.ThrowIfAny(name);

        var canonical = CanonicalJson.Of(scenario!);
        return new LoadedScenario(scenario!, merge!.Values, canonical, CanonicalJson.Hash(canonical), Path.Join(Path.GetDirectoryName(Folder(worldFile!)), "data"));
    }

    // A run of several files is named by all of them.
    private static string Name(LayerChain chain, string path)
    {
        var names = chain.Asked.OfType<LayerFile>().Distinct().Select(file => file.Text("name")?.Text ?? Path.GetFileNameWithoutExtension(file.Shown)).ToArray();
        return names.Length == 0 ? Path.GetFileNameWithoutExtension(path) : string.Join('+', names);
    }

    private static string Folder(LayerFile worldFile) => Path.TrimEndingDirectorySeparator(Files.Full(Path.Combine(worldFile.Folder, worldFile.Text("world")!.Text)));

    private static WorldFolder? ReadWorld(LayerFile file, Faults faults)
    {
        var world = file.Text("world")!;
        var folder = Folder(file);
        if (Directory.Exists(folder))
            return WorldFolder.Read(folder, Files.Join(file.ShownFolder, world.Text), faults);
        faults.Add(world.Position, "/world", $"no such folder '{world.Text}'");
        return null;
    }

    private static List<Layer> Layers(IReadOnlyList<LayerFile> files, LayerFile? worldFile, IReadOnlyList<string> sets, Faults faults)
    {
        // Origins are told relative to the folder beside the world, so that results do not depend on where the files lie.
        var root = worldFile is null ? null : Path.GetDirectoryName(Folder(worldFile));
        var layers = files.Select(f => Layer.OfFile(root is null ? f.Shown : Path.GetRelativePath(root, f.FullPath).Replace('\\', '/'), f.Root, f.Json)).ToList();
        var known = layers.SelectMany(l => l.Elements.Keys).ToHashSet(StringComparer.Ordinal);
        layers.AddRange(sets.Select(set => SetOption.Read(set, known, faults)).OfType<Layer>());
        for (var i = 0; i < layers.Count; i++)
            layers[i] = layers[i].Over(layers[..i]);
        return layers;
    }

    private static Scenario? Bind(Merge merge, string name, World? world, Faults faults)
    {
        if (merge.Root["name"]?.Position.Line > 0 || merge.Root["name"] is null)
            merge.Root.Replace("name", name);
        var binder = new RecordBinder(faults, world);
        var scenario = binder.Bind<Scenario>(Shapes.Scenario, merge.Root, "");
        return binder.IsComplete ? scenario : null;
    }

    private static void Tell(Scenario scenario, Merge merge, WorldFolder world, Faults faults)
    {
        var before = faults.Copy();
        foreach (var problem in scenario.Problems().Concat(GreatCircle.Problems(scenario.World)).Concat(PriceLoop.Problems(scenario)))
        {
            if (before.Covers(problem.Path))
                continue;
            var position = problem.Path.StartsWith("/world/", StringComparison.Ordinal) ? world.Locate(problem.Path) : merge.Locate(problem.Path);
            faults.Add(position, problem.Path, problem.Message);
        }
    }
}
