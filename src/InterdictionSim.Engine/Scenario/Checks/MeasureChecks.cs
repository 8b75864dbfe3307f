namespace InterdictionSim.Engine;

/// <summary>Measures: their own problems, their programmes, and the ids of the posts they build.</summary>
internal static class MeasureChecks
{
    public static void Check(Scenario scenario, KnownIds known, ProblemList list)
    {
        // A measure may name a post that another one builds, but only while that one is taken.
        var world = scenario.World with { Posts = [.. scenario.World.Posts, .. NewPosts(scenario, all: true)] };
        var taken = scenario.World with { Posts = [.. scenario.World.Posts, .. NewPosts(scenario, all: false)] };
        foreach (var (id, measure) in scenario.Measures.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            foreach (var problem in measure.Problems(measure.Enabled ? taken : world).Concat(measure.Programme.Problems()))
                Add($"/measures/{id}", problem, list);
            var programme = measure.Programme;
            if (programme.ConsentLevel is not null)
            {
                foreach (var problem in Measures.Expect.Relation(programme, scenario.World))
                    Add($"/measures/{id}", problem, list);
            }

            list.IsKnown($"/measures/{id}/programme/host", programme.Host, "country", known.Countries);
            if (scenario.Run.WarmUpDays is < 0 or > 36525 || scenario.Run.StartDate.Year < 1900)
                continue;
            if (measure.Enabled && programme.End <= scenario.Run.FirstDay)
                list.Add($"/measures/{id}/programme/end", $"is {programme.End:yyyy-MM-dd}; the run begins on {scenario.Run.FirstDay:yyyy-MM-dd}, when it would be over");
        }

        foreach (var twice in world.Posts.Select(p => p.Id).GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Count() > 1 && scenario.Measures.ContainsKey(g.Key)))
            list.Add($"/measures/{twice.Key}", "builds a post whose id is taken");
    }

    // By the ordinal order of the measures.
    public static IEnumerable<Post> NewPosts(Scenario scenario, bool all) =>
        scenario.Measures.OrderBy(m => m.Key, StringComparer.Ordinal).Where(m => all || m.Value.Enabled).SelectMany(m => m.Value.NewPosts(m.Key, scenario.World));

    // Measures write "key: message".
    private static void Add(string path, string problem, ProblemList list)
    {
        var colon = problem.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            list.Add(path, problem);
        else
            list.Add($"{path}/{problem[..colon]}", problem[(colon + 2)..]);
    }
}
