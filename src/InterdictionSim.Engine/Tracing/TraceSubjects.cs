using System.Globalization;

namespace InterdictionSim.Engine.Tracing;

/// <summary>Whom and what a trace follows.</summary>
internal sealed class TraceSubjects
{
    private const string Trafficker = "trafficker:", Post = "post:";
    private readonly HashSet<(int Band, uint Slot)> traffickers = [];
    private readonly bool[] posts;

    /// <summary>Reads <c>trafficker:ORGANISATION/SLOT</c> and <c>post:POST</c>.</summary>
    /// <exception cref="ScenarioException">One of them is not of the scenario.</exception>
    public TraceSubjects(Stage stage, IEnumerable<string> subjects)
    {
        posts = new bool[stage.Posts.Length];
        foreach (var subject in subjects)
        {
            if (subject.StartsWith(Trafficker, StringComparison.Ordinal))
                traffickers.Add(TraffickerOf(stage, subject, subject[Trafficker.Length..]));
            else if (subject.StartsWith(Post, StringComparison.Ordinal))
                posts[PostOf(stage, subject, subject[Post.Length..])] = true;
            else
                throw new ScenarioException($"--trace: is '{subject}'; expected trafficker:ORGANISATION/SLOT or post:POST");
        }
    }

    /// <summary>Whether a trafficker is followed.</summary>
    public bool Follows(int band, uint slot) => traffickers.Contains((band, slot));

    /// <summary>Whether a post is watched.</summary>
    public bool Watches(int post) => posts[post];

    private static (int Band, uint Slot) TraffickerOf(Stage stage, string subject, string words)
    {
        var slash = words.LastIndexOf('/');
        var id = slash < 0 ? words : words[..slash];
        var band = Array.Find(stage.Bands, b => b.Organisation.Id == id)
            ?? throw new ScenarioException(Known.Unknown($"--trace {subject}", id, "organisation", stage.Bands.Select(b => b.Organisation.Id)));
        return slash >= 0 && uint.TryParse(words[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var slot) && slot < band.Traffickers
            ? (band.Index, slot)
            : throw new ScenarioException($"--trace {subject}: expected {Trafficker}{id}/SLOT, {(band.Traffickers > 0 ? $"with a slot of 0 … {band.Traffickers - 1}" : "but it has no traffickers")}");
    }

    private static int PostOf(Stage stage, string subject, string id)
    {
        var post = Array.FindIndex(stage.Posts, p => p.Id == id);
        return post >= 0 ? post : throw new ScenarioException(Known.Unknown($"--trace {subject}", id, "post", stage.Posts.Select(p => p.Id)));
    }
}
