using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Results;

/// <summary>Faults of the user's paths, in the planner's words.</summary>
internal static class PathFaults
{
    private const int NoSpaceOnDevice = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;
    private const int LockedOnWindows = unchecked((int)0x80070020);

    /// <summary>Does what writes below a folder of the user's choice, and says what is wrong with the folder when it cannot.</summary>
    public static void WritingTo(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException { ParamName: "path" })
        {
            throw new ScenarioException($"{folder}: results cannot be written there: {Reason(folder, fault)}. Nothing was kept; choose another folder with --out.", fault);
        }
    }

    private static string Reason(string folder, Exception fault)
    {
        if (FileAmong(folder) is { } file)
            return $"{file} is a file, not a folder";
        return fault switch
        {
            UnauthorizedAccessException => "you have no right to write in it",
            PathTooLongException => "its path is too long",
            { HResult: NoSpaceOnDevice or DiskFullOnWindows } => "the disk is full",
            // Thrown where room for a whole file is asked for at once, without the system's number.
            IOException when fault.Message.Contains("disk was full", StringComparison.Ordinal) => "the disk is full",
            { HResult: ReadOnlyFileSystem } => "it is on a read-only file system",
            { HResult: LockedOnLinux or LockedOnMac or LockedOnWindows } => "another run is writing there",
            DirectoryNotFoundException => "the system allows no folder there",
            _ => fault.Message.TrimEnd('.'),
        };
    }

    private static string? FileAmong(string folder)
    {
        for (var path = folder; !string.IsNullOrEmpty(path); path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}
