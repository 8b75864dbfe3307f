using System.Reflection;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine.Contrasts;

/// <summary>What measures touch: computed from the plan with and without each of them, so that no measure has to declare it.</summary>
internal static class Touched
{
    /// <summary>Measures that run on a day of the measured span.</summary>
    public static IEnumerable<KeyValuePair<string, IMeasure>> Running(Scenario scenario) =>
        scenario.Measures.Where(m => m.Value.Enabled && m.Value.Programme.Runs <= scenario.Run.EndDate && !(m.Value.Programme.End <= scenario.Run.StartDate));

    /// <summary>Crossings from Afghanistan into the five states of which a measure changes or builds the link or a post that watches it.</summary>
    public static IReadOnlySet<string> Crossings(Scenario scenario)
    {
        var stage = new Stage(scenario);
        var (posts, links) = PostsAndLinks(scenario, stage);
        var network = stage.Network;
        var crossings = new HashSet<string>(StringComparer.Ordinal);
        for (var d = 0; d < network.DirectedLinks; d++)
        {
            if (!Region.IsEntry(network.Places[network.Tail[d]].Country, network.Places[network.Head[d]].Country))
                continue;
            if (links.Contains(network.LinkOf[d]) || posts.Any(p => Watches(stage, p, d)))
                crossings.Add(Region.CrossingOf(network.LinkAt(d).Id));
        }

        return crossings;
    }

    private static (HashSet<int> Posts, HashSet<int> Links) PostsAndLinks(Scenario scenario, Stage stage)
    {
        InterdictionPlan plan = new(stage), world = new(stage);
        HashSet<int> posts = [], links = [];
        foreach (var (id, measure) in Running(scenario).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            plan.Reset(measure.Programme.Runs);
            // As it will be on the last day: mines are cleared by then, and shared intelligence has arrived.
            plan.DaysRunning = Math.Max(1, scenario.Run.EndDate.DayNumber - measure.Programme.Runs.DayNumber);
            measure.Apply(id, plan);
            posts.UnionWith(Differing(plan.Posts, world.Posts));
            links.UnionWith(Differing(plan.Links, world.Links));
            posts.UnionWith(Built(stage, measure.NewPosts(id, scenario.World)));
            foreach (var (_, course) in plan.Courses)
                posts.UnionWith(Taught(stage, course));
        }

        return (posts, links);
    }

    // By reflection, once a comparison, so that a level which is added counts by itself.
    private static IEnumerable<int> Differing<T>(T[] levels, T[] others)
    {
        var properties = typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public);
        return Enumerable.Range(0, levels.Length).Where(i => properties.Any(p => !Equals(p.GetValue(levels[i]), p.GetValue(others[i]))));
    }

    private static IEnumerable<int> Built(Stage stage, IEnumerable<Post> built)
    {
        var ids = built.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(0, stage.Posts.Length).Where(p => ids.Contains(stage.Posts[p].Id));
    }

    private static IEnumerable<int> Taught(Stage stage, ITraining course) =>
        Enumerable.Range(0, course.CounterNarcoticsShare > 0 ? stage.Posts.Length : 0).Where(p =>
            course.Agencies.GetValueOrDefault(stage.Posts[p].Agency) && (course.Assignment != Assignment.Named || course.Posts.GetValueOrDefault(stage.Posts[p].Id)));

    private static bool Watches(Stage stage, int post, int link) =>
        stage.PostPlace[post] == stage.Network.Head[link] || (stage.Posts[post].Reach == PostReach.Border && stage.PostPlace[post] == stage.Network.Tail[link]);
}
