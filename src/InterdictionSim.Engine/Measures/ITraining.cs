namespace InterdictionSim.Engine.Measures;

/// <summary>Training that officers get, from a centre or from instructors who visit.</summary>
public interface ITraining
{
    /// <summary>Who pays, who hosts, when it runs and what it costs.</summary>
    Programme Programme { get; }

    /// <summary>Persons a year who are trained for the first time or anew, ≥ 0.</summary>
    double SeatsPerYear { get; }

    /// <summary>Persons a year who come back for a refresher, which makes their training as fresh as on its last day, ≥ 0.</summary>
    double RefresherSeatsPerYear { get; }

    /// <summary>Length of a course, days, ≥ 1; courses follow each other.</summary>
    double CourseDays { get; }

    /// <summary>Share of trainees who graduate, 0 … 1.</summary>
    double PassRate { get; }

    /// <summary>Share of the curriculum on counter-narcotics, 0 … 1; the rest is counter-terrorism, which raises no post's skill and adds to the removal of militants.</summary>
    double CounterNarcoticsShare { get; }

    /// <summary>Ids of the agencies that send trainees, each <c>true</c>.</summary>
    IReadOnlyDictionary<string, bool> Agencies { get; }

    /// <summary>Which of their posts come first.</summary>
    Assignment Assignment { get; }

    /// <summary>Ids of the posts for <see cref="Assignment.Named"/>, each <c>true</c>; else empty.</summary>
    IReadOnlyDictionary<string, bool> Posts { get; }
}

/// <summary>Which posts graduates are sent to.</summary>
public enum Assignment
{
    /// <summary>Over all staff of the agencies, those at no post included, in proportion to their number.</summary>
    Even,

    /// <summary>To the posts with the most legal traffic first.</summary>
    BusiestFirst,

    /// <summary>To the posts that seized the most kilograms first.</summary>
    LargestSeizuresFirst,

    /// <summary>To the posts that are named, in proportion to their officers.</summary>
    Named,
}

/// <summary>What is expected of training of either form.</summary>
internal static class TrainingChecks
{
    public static IEnumerable<string> Problems(ITraining training, World world)
    {
        foreach (var problem in Expect.Ids("agencies", training.Agencies, "agency", world.Agencies.Select(a => a.Id)).Concat(Expect.Posts("posts", training.Posts, world, mayBeEmpty: true)))
            yield return problem;
        if (training.Assignment == Assignment.Named && !training.Posts.Values.Contains(true))
            yield return "posts: none is true; assignment 'named' needs the posts";
        if (training.Assignment != Assignment.Named && training.Posts.Count > 0)
            yield return "posts: is not empty; only assignment 'named' looks at it";
        foreach (var foreign in training.Posts.Where(p => p.Value && world.Posts.Any(q => q.Id == p.Key && !training.Agencies.GetValueOrDefault(q.Agency))).Select(p => p.Key).Order(StringComparer.Ordinal))
            yield return $"posts/{foreign}: belongs to an agency that sends no trainees";
        foreach (var problem in Expect.Within("seatsPerYear", training.SeatsPerYear, 0, 1e6).Concat(Expect.Within("refresherSeatsPerYear", training.RefresherSeatsPerYear, 0, 1e6))
            .Concat(Expect.Within("courseDays", training.CourseDays, 1, 3653)).Concat(Expect.Share("passRate", training.PassRate))
            .Concat(Expect.Share("counterNarcoticsShare", training.CounterNarcoticsShare)))
            yield return problem;
    }
}
