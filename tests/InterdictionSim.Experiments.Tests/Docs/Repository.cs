namespace InterdictionSim.Experiments.Tests.Docs;

/// <summary>Files of the repository that the tests run in.</summary>
internal static class Repository
{
    private static readonly string root = Root();

    /// <summary>The shipped baseline.</summary>
    public static string Baseline => Find("scenarios/baseline-2010.json");

    /// <summary>Full path of a file or folder.</summary>
    public static string Find(string path) => Path.Join(root, path);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "InterdictionSim.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("the tests run outside the repository");
        return folder;
    }
}
