using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Training centres at work: courses follow each other, graduates go to posts, and those for whom there is no place wait.</summary>
internal sealed class Academy(Stage stage, Skill skill)
{
    private readonly SortedDictionary<string, Course> courses = new(StringComparer.Ordinal);

    /// <summary>Graduates since the start, persons.</summary>
    public double Graduates { get; private set; }

    /// <summary>Graduates who wait for a post, persons.</summary>
    public double Waiting => courses.Values.Sum(c => c.Waiting);

    /// <summary>A day at all centres. Returns whether anybody joined a post.</summary>
    /// <param name="centres">Centres that are open.</param>
    /// <param name="levels">Levels of the posts.</param>
    /// <param name="seizedGrams">Grams seized so far, by post.</param>
    public bool PassDay(IReadOnlyDictionary<string, TrainingCentre> centres, PostLevel[] levels, Func<int, long> seizedGrams)
    {
        var joined = false;
        foreach (var (id, centre) in centres)
        {
            if (!courses.TryGetValue(id, out var course))
                courses[id] = course = new Course();
            course.DaysTaught++;
            if (course.DaysTaught >= centre.CourseDays)
            {
                course.DaysTaught -= centre.CourseDays;
                var graduates = centre.SeatsPerYear * stage.Scenario.Run.PopulationScale * centre.CourseDays / 365.25 * centre.PassRate;
                Graduates += graduates;
                // A post gains from the counter-narcotics part of the curriculum only.
                course.Waiting += graduates * centre.CounterNarcoticsShare;
            }

            if (course.Waiting > 0)
                joined |= Assign(centre, course, levels, seizedGrams);
        }

        return joined;
    }

    private bool Assign(TrainingCentre centre, Course course, PostLevel[] levels, Func<int, long> seizedGrams)
    {
        var served = Enumerable.Range(0, levels.Length)
            .Where(p => levels[p].Open && Room(p, levels) > 0 && Serves(centre, p))
            .ToArray();
        if (served.Length == 0)
            return false;
        var before = course.Waiting;
        if (centre.Assignment is Assignment.Even or Assignment.Named)
        {
            var officers = served.Sum(p => levels[p].Officers);
            foreach (var p in served)
                course.Waiting -= Join(p, before * levels[p].Officers / officers, levels);
        }
        else
        {
            var ranked = centre.Assignment == Assignment.BusiestFirst
                ? served.OrderByDescending(p => stage.Posts[p].LegalTrafficPerDay).ThenBy(p => p)
                : served.OrderByDescending(p => seizedGrams(p)).ThenBy(p => p);
            foreach (var p in ranked)
                course.Waiting -= Join(p, course.Waiting, levels);
        }

        course.Waiting = Math.Max(0.0, course.Waiting);
        return course.Waiting < before;
    }

    private bool Serves(TrainingCentre centre, int post) =>
        centre.Agencies.GetValueOrDefault(stage.Posts[post].Agency)
        && (centre.Assignment != Assignment.Named || centre.Posts.GetValueOrDefault(stage.Posts[post].Id));

    private double Room(int post, PostLevel[] levels) => Math.Max(0.0, levels[post].Officers - skill.Trained[post]);

    private double Join(int post, double graduates, PostLevel[] levels)
    {
        var joining = Math.Min(graduates, Room(post, levels));
        skill.Join(post, joining);
        return joining;
    }

    private sealed class Course
    {
        public double DaysTaught { get; set; }

        public double Waiting { get; set; }
    }
}
