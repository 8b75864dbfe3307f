namespace InterdictionSim.Experiments.Scenarios;

/// <summary>A scenario or policy file as it was read.</summary>
/// <param name="FullPath">Absolute path: two names of one file are one file.</param>
/// <param name="Shown">Path as the planner wrote it.</param>
/// <param name="Json">Its bytes.</param>
/// <param name="Root">Its content.</param>
/// <param name="IsMergeable">Whether the configuration can read it: it is an object, and no key is there twice, in whatever case.</param>
internal sealed record LayerFile(string FullPath, string Shown, byte[] Json, Element Root, bool IsMergeable)
{
    public string Folder => Path.GetDirectoryName(FullPath)!;

    public string ShownFolder => Path.GetDirectoryName(Shown) ?? "";

    /// <summary>Value of a key at the top, if the file has it as a text.</summary>
    public Element? Text(string key) => Root[key] is { Kind: System.Text.Json.JsonTokenType.String, IsFaulty: false } element ? element : null;

    /// <summary>The files that this one extends, lowest first.</summary>
    public IEnumerable<Element> Extends => (Text("extends") is { } one ? [one] : Root["extends"]?.Items ?? []).Where(e => e is { Kind: System.Text.Json.JsonTokenType.String, IsFaulty: false });

    /// <summary>Reads and checks one file; null when it cannot be read as JSON, which is told at <paramref name="asked"/> or in the file.</summary>
    public static LayerFile? Read(string path, string shown, (Position Position, string Path)? asked, Faults faults)
    {
        if (!Files.TryRead(path, out var bytes, out var reason))
        {
            if (asked is var (position, key))
                faults.Add(position, key, $"'{shown}': {reason}");
            else
                faults.Add(new Position(shown, 0, 0), "", reason);
            return null;
        }

        var told = faults.Count;
        if (JsonText.Read(bytes, shown, faults) is not { } root)
            return null;
        var isRead = faults.Count == told;
        new ShapeCheck(faults).Check(Shapes.ScenarioFile, root, "");
        return new LayerFile(Path.GetFullPath(path), shown, bytes, root, isRead & root.IsObject & IdCheck.Check(root, "", faults));
    }
}

/// <summary>Ids become keys of the configuration, where <c>:</c> separates and case does not count.</summary>
/// <remarks>In the lists of a measure an id may hold <c>:</c>, as crossings do, unless what stands before it is an id there, too.</remarks>
internal static class IdCheck
{
    /// <summary>Tells ids that the configuration would confuse; whether there are none.</summary>
    public static bool Check(Element element, string path, Faults faults)
    {
        var isClean = true;
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in element.Members.Where(m => path.Length > 0 || m.Name != "notes"))
        {
            var here = $"{path}/{member.Name}";
            if (!seen.TryAdd(member.Name, member.Name))
                isClean = Tell(member, here, $"differs only in case from '{seen[member.Name]}'", faults);
            else if (member.Name.Contains('/', StringComparison.Ordinal) || member.Name.Length == 0 || (member.Name.Contains(':', StringComparison.Ordinal) && !IsListOfMeasure(path)))
                isClean = Tell(member, here, "an id has at least one character, and neither ':' nor '/'", faults);
            else if (element.Members.FirstOrDefault(m => member.Name.StartsWith($"{m.Name}:", StringComparison.OrdinalIgnoreCase)) is { } beginning)
                isClean = Tell(member, here, $"begins with '{beginning.Name}', which stands beside it", faults);
            else
                isClean &= Check(member.Value, here, faults);
        }

        return isClean;
    }

    private static bool IsListOfMeasure(string path) => path.StartsWith("/measures/", StringComparison.Ordinal) && path.Count('/') >= 4;

    private static bool Tell(Member member, string path, string message, Faults faults)
    {
        if (!member.Value.IsFaulty)
            faults.Add(member.Position, path, message);
        member.Value.IsFaulty = true;
        return false;
    }
}
