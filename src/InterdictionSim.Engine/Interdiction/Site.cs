using InterdictionSim.Engine.Network;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Posts that watch the same traffic: a vehicle that passes one passes all of them.</summary>
/// <param name="Posts">The posts, in the order of their ids.</param>
/// <param name="Approaches">The links that they watch, those on which loads fare alike together.</param>
internal sealed record Site(int[] Posts, Approach[] Approaches)
{
    /// <summary>Number of the approach of each link that they watch, in the order of the links.</summary>
    public int[] ApproachOfLink { get; } = [.. Approaches.SelectMany((approach, a) => approach.Links.Select(link => (link, a))).OrderBy(l => l.link).Select(l => l.a)];

    /// <summary>Checkpoints and mobile teams of one reach at one place are one site; each patrol is a site of its own.</summary>
    public static Site[] All(Stage stage)
    {
        var posts = Enumerable.Range(0, stage.Posts.Length);
        var standing = stage.Scenario.World.Posts.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        // In the order of their first posts, so that a post that nobody shares traffic with is asked when its id comes; of those that the world has, where it
        // has any, so that a measure that is still to come changes no order.
        return [.. posts.GroupBy(p => stage.Posts[p].Kind == PostKind.Patrol ? (-1, default, p) : (stage.PostPlace[p], stage.Posts[p].Reach, -1))
            .OrderBy(site => site.Cast<int?>().FirstOrDefault(p => standing.Contains(stage.Posts[p!.Value].Id)) ?? site.First())
            .Select(site => new Site([.. site], ApproachesOf(stage, site.First())))];
    }

    private static Approach[] ApproachesOf(Stage stage, int post)
    {
        var network = stage.Network;
        var onFootKnown = stage.Scenario.Concealments.ContainsKey("group-on-foot");
        return [.. Watched(stage, post)
            .GroupBy(w => (Head: network.Head[w.Link], OnFoot: onFootKnown && network.LinkAt(w.Link).Mode is LinkMode.RiverFord or LinkMode.MountainTrack, w.Direction))
            .Select(alike => new Approach([.. alike.Select(w => w.Link)], alike.Key.Head, alike.Key.OnFoot, alike.Key.Direction))];
    }

    private static IEnumerable<(int Link, double Direction)> Watched(Stage stage, int p)
    {
        var (network, post) = (stage.Network, stage.Posts[p]);
        var exit = post.Kind == PostKind.Patrol ? stage.Scenario.Inspection.GreenExitFactor : stage.Scenario.Inspection.ExitFactor;
        for (var d = 0; d < network.DirectedLinks; d++)
        {
            var arrives = network.Head[d] == stage.PostPlace[p];
            var leaves = network.Tail[d] == stage.PostPlace[p];
            if (post.Reach == PostReach.Interior ? arrives : arrives && network.CrossesBorder(d))
                yield return (d, 1.0);
            else if (post.Reach == PostReach.Border && leaves && network.CrossesBorder(d))
                yield return (d, exit);
        }
    }
}

/// <summary>Links of a site on which its posts find, and are offered, the same for loads of one class.</summary>
/// <param name="Links">Directed links.</param>
/// <param name="Head">Place to which they lead.</param>
/// <param name="OnFoot">Whether a load goes there with a group on foot, whatever it came in.</param>
/// <param name="Direction">What the posts see of the traffic: 1 on arrival, less on leaving.</param>
internal sealed record Approach(int[] Links, int Head, bool OnFoot, double Direction);

/// <summary>Probability that at least one of several independent things happens; of a single one, its own to the bit.</summary>
internal struct AnyOf
{
    private double one;
    private double none;
    private int count;

    /// <summary>The probability.</summary>
    public readonly double Probability => count > 1 ? 1.0 - none : one;

    /// <summary>Adds one more.</summary>
    public void Add(double probability)
    {
        none = (count == 0 ? 1.0 : none) * (1.0 - probability);
        one = probability;
        count++;
    }
}
