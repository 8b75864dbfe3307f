using System.Diagnostics.CodeAnalysis;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Reads a file, or says in the planner's words why it cannot be read.</summary>
internal static class Files
{
    public static bool TryRead(string path, [NotNullWhen(true)] out byte[]? bytes, [NotNullWhen(false)] out string? reason)
    {
        bytes = null;
        reason = Directory.Exists(path) ? "is a folder; expected a file"
            : path.Length == 0 || !File.Exists(path) ? "no such file"
            : null;
        if (reason is not null)
            return false;
        try
        {
            bytes = File.ReadAllBytes(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            reason = $"cannot be read: {e.Message}";
            return false;
        }
    }

    /// <summary>Absolute path; what can be no path at all is left as it is, and not found later.</summary>
    public static string Full(string path) => path.Length == 0 || path.Contains('\0', StringComparison.Ordinal) ? path : Path.GetFullPath(path);

    /// <summary>Folder and file joined as a planner would write it: no <c>a/../</c> left, absolute only if the folder is.</summary>
    public static string Join(string folder, string file)
    {
        var joined = Path.Join(folder, file);
        if (Path.IsPathRooted(file))
            return file;
        if (Path.IsPathRooted(joined))
            return Full(joined);
        var parts = new List<string>();
        foreach (var part in joined.Split('/', '\\'))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ""))
                parts.Add(part);
        }

        return parts.Count == 0 ? "." : string.Join('/', parts);
    }
}
