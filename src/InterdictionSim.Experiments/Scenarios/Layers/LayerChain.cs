namespace InterdictionSim.Experiments.Scenarios;

/// <summary>The files of a scenario, lowest layer first: what it extends, itself, then the overlays.</summary>
/// <remarks>A file may extend several, the later over the earlier. An overlay brings what it extends, too, unless that is there already; so two policies on one baseline can be laid over each other.</remarks>
internal sealed class LayerChain
{
    private readonly List<LayerFile> files = [];
    private readonly Faults faults;
    private bool isWhole = true;

    public LayerChain(string path, IReadOnlyList<string> overlays, Faults faults)
    {
        this.faults = faults;
        Top = Add(path, path, null, []);
        Asked = [Top, .. overlays.Select(overlay => Add(overlay, overlay, null, []))];
    }

    /// <summary>Files that could be read, lowest layer first.</summary>
    public IReadOnlyList<LayerFile> Layers => files;

    /// <summary>The file that was asked for; null when it cannot be read.</summary>
    public LayerFile? Top { get; }

    /// <summary>That file and the overlays, in the order in which they were asked for; null for those that cannot be read.</summary>
    public IReadOnlyList<LayerFile?> Asked { get; }

    /// <summary>Whether all layers are there and can be merged, so that a value that is nowhere is missing.</summary>
    public bool CanMerge => isWhole && files.TrueForAll(f => f.IsMergeable) && !faults.Covers("/extends");

    private LayerFile? Add(string path, string shown, (Position, string)? asked, IReadOnlyList<string> above)
    {
        var full = Files.Full(path);
        if (files.FirstOrDefault(f => f.FullPath == full) is { } known)
            return known;
        if (LayerFile.Read(path, shown, asked, faults) is not { } file)
        {
            isWhole = false;
            return null;
        }

        foreach (var extends in file.Extends)
            AddExtended(file, extends, [.. above, full]);
        files.Add(file);
        return file;
    }

    private void AddExtended(LayerFile file, Element extends, IReadOnlyList<string> above)
    {
        var path = Files.Full(Path.Join(file.Folder, extends.Text));
        var shown = Files.Join(file.ShownFolder, extends.Text);
        if (Path.IsPathRooted(extends.Text))
            path = shown = extends.Text;
        if (above.Contains(path))
            faults.Add(extends.Position, "/extends", $"'{shown}' extends this file in turn; layers cannot go round in a circle");
        else
            Add(path, shown, (extends.Position, "/extends"), above);
    }
}
