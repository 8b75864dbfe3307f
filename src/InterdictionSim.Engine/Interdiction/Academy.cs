using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Training centres at work: courses follow each other, graduates go to posts, and those for whom there is no place wait.</summary>
internal sealed class Academy(Stage stage, Skill skill) : IState
{
    private readonly Dictionary<string, Course> courses = new(StringComparer.Ordinal);
    private readonly int[] served = new int[stage.Posts.Length];
    private readonly double[] rank = new double[stage.Posts.Length];

    /// <summary>Graduates since the start, persons.</summary>
    public double Graduates { get; private set; }

    /// <summary>Graduates of a centre who wait for a post, persons.</summary>
    public double Waiting(string centre) => courses.TryGetValue(centre, out var course) ? course.Waiting : 0;

    /// <summary>A day at all centres. Returns whether anybody joined a post.</summary>
    /// <param name="centres">Centres that are open.</param>
    /// <param name="levels">Levels of the posts.</param>
    /// <param name="seizedGrams">Grams seized so far, by post and commodity.</param>
    public bool PassDay(IReadOnlyList<(string Id, ITraining Course)> centres, PostLevel[] levels, long[] seizedGrams)
    {
        var joined = false;
        for (var c = 0; c < centres.Count; c++)
        {
            var (id, centre) = centres[c];
            if (!courses.TryGetValue(id, out var course))
                courses[id] = course = new Course();
            course.DaysTaught++;
            if (course.DaysTaught >= centre.CourseDays)
            {
                course.DaysTaught -= centre.CourseDays;
                var graduates = centre.SeatsPerYear * centre.CourseDays / 365.25 * centre.PassRate;
                Graduates += graduates;
                // A post gains from the counter-narcotics part of the curriculum only.
                course.Waiting += graduates * centre.CounterNarcoticsShare;
            }

            if (course.Waiting > 0)
                joined |= Assign(centre, course, levels, seizedGrams);
        }

        return joined;
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        Graduates = archive.Exchange(Graduates);
        foreach (var (id, _) in stage.Measures)
        {
            if (!archive.Exchange(courses.ContainsKey(id)))
                continue;
            if (!courses.TryGetValue(id, out var course))
                courses[id] = course = new Course();
            course.DaysTaught = archive.Exchange(course.DaysTaught);
            course.Waiting = archive.Exchange(course.Waiting);
        }
    }

    private bool Assign(ITraining centre, Course course, PostLevel[] levels, long[] seizedGrams)
    {
        var count = 0;
        var officers = 0.0;
        for (var p = 0; p < levels.Length; p++)
        {
            if (!levels[p].Open || Room(p, levels) <= 0 || !Serves(centre, p))
                continue;
            rank[count] = -Rank(centre.Assignment, p, seizedGrams);
            served[count++] = p;
            officers += levels[p].Officers;
        }

        var before = course.Waiting;
        if (centre.Assignment is Assignment.BusiestFirst or Assignment.LargestSeizuresFirst)
            SortByRank(count);
        for (var i = 0; i < count; i++)
        {
            var p = served[i];
            var share = centre.Assignment is Assignment.Even or Assignment.Named ? before * levels[p].Officers / officers : course.Waiting;
            var joining = Math.Min(share, Room(p, levels));
            skill.Join(p, joining, levels[p].Officers);
            course.Waiting = Math.Max(0.0, course.Waiting - joining);
        }

        return course.Waiting < before;
    }

    private double Rank(Assignment assignment, int post, long[] seizedGrams)
    {
        if (assignment == Assignment.BusiestFirst)
            return stage.Posts[post].LegalTrafficPerDay;
        double grams = 0;
        for (var c = 0; c < stage.Commodities.Length; c++)
            grams += seizedGrams[post * stage.Commodities.Length + c];
        return grams;
    }

    // Insertion sort: a few dozen posts, no allocation, and posts of equal rank stay in the order of their ids.
    private void SortByRank(int count)
    {
        for (var i = 1; i < count; i++)
        {
            var (r, p) = (rank[i], served[i]);
            var j = i;
            for (; j > 0 && rank[j - 1] > r; j--)
                (rank[j], served[j]) = (rank[j - 1], served[j - 1]);
            (rank[j], served[j]) = (r, p);
        }
    }

    private bool Serves(ITraining centre, int post) =>
        centre.Agencies.GetValueOrDefault(stage.Posts[post].Agency)
        && (centre.Assignment != Assignment.Named || centre.Posts.GetValueOrDefault(stage.Posts[post].Id));

    // Once all are trained, graduates are those whose training is renewed: there is room for as many as have faded.
    private double Room(int post, PostLevel[] levels) => Math.Max(0.0, levels[post].Officers - skill.Fresh[post]);

    private sealed class Course
    {
        public double DaysTaught { get; set; }

        public double Waiting { get; set; }
    }
}
