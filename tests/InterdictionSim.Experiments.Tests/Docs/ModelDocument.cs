namespace InterdictionSim.Experiments.Tests.Docs;

/// <summary>The model's description, <c>docs/model.md</c>, and the tables in it that are made from the code and the data.</summary>
/// <remarks>Such a table stands between <c>&lt;!-- made: NAME --&gt;</c> and <c>&lt;!-- end --&gt;</c>. With INTERDICTSIM_UPDATE_DOCS=1 it is written anew.</remarks>
internal static class ModelDocument
{
    private const string End = "<!-- end -->";
    private static readonly Lock writing = new();

    public static bool IsBeingUpdated => Environment.GetEnvironmentVariable("INTERDICTSIM_UPDATE_DOCS") == "1";

    public static string Text => File.ReadAllText(Repository.Find("docs/model.md"));

    /// <summary>Text of a made table as it stands in the document, first brought up to date where that is asked for.</summary>
    public static string Made(string name, string fresh)
    {
        lock (writing)
        {
            var text = Text;
            var begin = $"<!-- made: {name} -->";
            var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            var to = text.IndexOf(End, from, StringComparison.Ordinal);
            Assert.True(from >= begin.Length && to >= from, $"docs/model.md has no place for the table '{name}'");
            if (!IsBeingUpdated)
                return text[from..to];
            File.WriteAllText(Repository.Find("docs/model.md"), text[..from] + fresh + text[to..]);
            return fresh;
        }
    }
}
