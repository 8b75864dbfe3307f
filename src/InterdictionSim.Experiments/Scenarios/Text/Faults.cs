using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>All mistakes of the files of one scenario, in the order in which they were met.</summary>
internal sealed class Faults
{
    private readonly List<string> lines = [];
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    public int Count => lines.Count;

    public void Add(Position position, string path, string message)
    {
        told.Add(path);
        lines.Add(path.Length == 0 ? $"{position}: {message}" : $"{position}: {path}: {message}");
    }

    public void Add(string message) => lines.Add(message);

    public void Add(Faults others)
    {
        lines.AddRange(others.lines);
        told.UnionWith(others.told);
    }

    /// <summary>Adds what was told elsewhere, without a path that goes without saying.</summary>
    public void AddWithout(string path, Faults others)
    {
        lines.AddRange(others.lines.Select(line => line.Replace(path, "", StringComparison.Ordinal)));
        told.UnionWith(others.told);
    }

    /// <summary>Marks a path as explained by a mistake elsewhere, so that it is not told to be missing too.</summary>
    public void Excuse(string path) => told.Add(path);

    /// <summary>Whether something was told about the path or what it stands in.</summary>
    public bool Covers(string path)
    {
        while (true)
        {
            if (told.Contains(path))
                return true;
            var slash = path.LastIndexOf('/');
            if (slash <= 0)
                return false;
            path = path[..slash];
        }
    }

    /// <summary>The paths told so far, for asking <see cref="Covers"/> while more are added.</summary>
    public Faults Copy()
    {
        var copy = new Faults();
        copy.Add(this);
        return copy;
    }

    /// <summary>Tells all mistakes of a scenario, or of the file that is named, if there are any.</summary>
    public void ThrowIfAny(string name, string what = "Scenario")
    {
        if (lines.Count > 0)
            throw new ScenarioException($"{what} '{name}' has {lines.Count} problem(s):", lines);
    }
}
