using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Training at work: courses follow each other, graduates go to posts or to other staff of their agency, and those for whom there is no place wait.</summary>
/// <remarks>
/// Who waits fades and leaves like others, and is still placed after the centre has ended. Counter-terror graduates are counted by the country that hosts the
/// training; they staff no post and add to the removal of that country's militants.
/// </remarks>
internal sealed class Academy : IState
{
    private readonly Stage stage;
    private readonly Skill skill;
    private readonly Course[] courses;
    private readonly Dictionary<string, Course> courseById;
    private readonly int[] served;
    private readonly double[] rank;
    private readonly double[] officersAtPosts;
    private double graduates;
    private double counterTerrorGraduates;

    public Academy(Stage stage, Skill skill)
    {
        this.stage = stage;
        this.skill = skill;
        courses = [.. stage.Measures.Where(m => m.Measure is ITraining).Select(m => new Course(m.Id, (ITraining)m.Measure, stage, skill))];
        courseById = courses.ToDictionary(c => c.Id, StringComparer.Ordinal);
        served = new int[stage.Posts.Length];
        rank = new double[stage.Posts.Length];
        officersAtPosts = new double[skill.Agencies.Length];
        CounterTerror = new double[stage.Network.Countries.Length];
    }

    /// <summary>Graduates since the start, persons.</summary>
    public double Graduates => graduates;

    /// <summary>Graduates of counter-terror training among them, persons: each counts with the share of its curriculum.</summary>
    public double CounterTerrorGraduates => counterTerrorGraduates;

    /// <summary>Fresh-equivalent counter-terror graduates, persons, by country that hosts their training.</summary>
    public double[] CounterTerror { get; }

    /// <summary>Graduates of a centre who wait for a post, persons.</summary>
    public double Waiting(string centre) => courseById.TryGetValue(centre, out var course) ? course.Waiting : 0;

    /// <summary>A day at all centres. Returns whether anybody joined a post.</summary>
    /// <param name="open">Training that runs.</param>
    /// <param name="levels">Levels of the posts.</param>
    /// <param name="seizedGrams">Grams seized so far, by post and commodity.</param>
    public bool PassDay(IReadOnlyList<(string Id, ITraining Course)> open, PostLevel[] levels, long[] seizedGrams)
    {
        if (courses.Length == 0)
            return false;
        CountOfficers(levels);
        foreach (var course in courses)
            course.PassDay(skill.Fade);
        for (var c = 0; c < open.Count; c++)
        {
            var course = courseById[open[c].Id];
            Teach(course);
            Refresh(course, levels);
        }

        Array.Clear(CounterTerror);
        var joined = false;
        foreach (var course in courses)
        {
            CounterTerror[course.Host] += course.CounterTerror;
            joined |= course.Waiting > 0 && Assign(course, levels, seizedGrams);
        }

        return joined;
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(ref graduates);
        archive.Exchange(ref counterTerrorGraduates);
        archive.Exchange(CounterTerror);
        foreach (var course in courses)
            course.Exchange(archive);
    }

    private void Teach(Course course)
    {
        var training = course.Training;
        if (!course.EndsToday())
            return;
        var passed = training.SeatsPerYear * training.CourseDays / 365.25 * training.PassRate;
        graduates += passed;
        counterTerrorGraduates += passed * (1.0 - training.CounterNarcoticsShare);
        course.Graduate(passed);
    }

    private bool Assign(Course course, PostLevel[] levels, long[] seizedGrams)
    {
        var inProportion = course.Training.Assignment is Assignment.Even or Assignment.Named;
        var (count, officers) = FindRoom(course, levels, seizedGrams);
        if (!inProportion)
            SortByRank(count);
        if (course.Training.Assignment == Assignment.Even)
            officers += RoomElsewhere(course);
        var before = course.Waiting;
        var fresh = course.WaitingFresh / before;
        for (var i = 0; i < count; i++)
        {
            var p = served[i];
            var joining = Math.Min(inProportion ? before * levels[p].Officers / officers : course.Waiting, Room(p, levels));
            skill.Join(p, joining, joining * fresh, levels[p].Officers);
            course.Place(joining);
        }

        var joined = course.Waiting < before;
        if (course.Training.Assignment == Assignment.Even)
            AbsorbElsewhere(course, before / officers, fresh);
        return joined;
    }

    // Posts with room, their rank, and the officers there.
    private (int Count, double Officers) FindRoom(Course course, PostLevel[] levels, long[] seizedGrams)
    {
        var count = 0;
        var officers = 0.0;
        foreach (var p in course.Posts)
        {
            if (!levels[p].Open || Room(p, levels) <= 0)
                continue;
            rank[count] = -Rank(course.Training.Assignment, p, seizedGrams);
            served[count++] = p;
            officers += levels[p].Officers;
        }

        return (count, officers);
    }

    private double RoomElsewhere(Course course)
    {
        var staff = 0.0;
        foreach (var a in course.Agencies)
            staff += skill.FreshElsewhere[a] < Elsewhere(a) ? Elsewhere(a) : 0.0;
        return staff;
    }

    // Staff at no post takes its share too: what the agency learns there, no search shows.
    private void AbsorbElsewhere(Course course, double perOfficer, double fresh)
    {
        foreach (var a in course.Agencies)
        {
            var staff = Elsewhere(a);
            if (skill.FreshElsewhere[a] >= staff)
                continue;
            var joining = Math.Min(perOfficer * staff, staff - skill.FreshElsewhere[a]);
            skill.JoinElsewhere(a, joining, joining * fresh, staff);
            course.Place(joining);
        }
    }

    // Refreshers are shared in proportion to the trained, over those whom the training serves.
    private void Refresh(Course course, PostLevel[] levels)
    {
        var persons = course.Training.RefresherSeatsPerYear / 365.25;
        if (persons <= 0)
            return;
        var even = course.Training.Assignment == Assignment.Even;
        var trained = 0.0;
        foreach (var p in course.Posts)
            trained += levels[p].Open ? skill.Trained[p] : 0.0;
        foreach (var a in course.Agencies)
            trained += even ? skill.TrainedElsewhere[a] : 0.0;
        if (trained <= 0)
            return;
        foreach (var p in course.Posts)
        {
            if (levels[p].Open)
                skill.Refresh(p, persons * skill.Trained[p] / trained);
        }

        foreach (var a in course.Agencies)
        {
            if (even)
                skill.RefreshElsewhere(a, persons * skill.TrainedElsewhere[a] / trained);
        }
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

    // Once all are trained, graduates are those whose training is renewed: there is room for as many as have faded.
    private double Room(int post, PostLevel[] levels) => Math.Max(0.0, levels[post].Officers - skill.Fresh[post]);

    private double Elsewhere(int agency) => Math.Max(0.0, skill.Agencies[agency].Staff - officersAtPosts[agency]);

    private void CountOfficers(PostLevel[] levels)
    {
        Array.Clear(officersAtPosts);
        for (var p = 0; p < levels.Length; p++)
            officersAtPosts[skill.AgencyOfPost[p]] += levels[p].Open ? levels[p].Officers : 0.0;
    }

    /// <summary>One centre's or team's courses: who was taught and who waits.</summary>
    private sealed class Course : IState
    {
        private readonly double stay;
        private double daysTaught;
        private double waiting;
        private double waitingFresh;
        private double counterTerror;

        public Course(string id, ITraining training, Stage stage, Skill skill)
        {
            Id = id;
            Training = training;
            Host = Array.IndexOf(stage.Network.Countries, training.Programme.Host);
            Agencies = [.. Enumerable.Range(0, skill.Agencies.Length).Where(a => training.Agencies.GetValueOrDefault(skill.Agencies[a].Id))];
            Posts = [.. Enumerable.Range(0, stage.Posts.Length).Where(p => Array.IndexOf(Agencies, skill.AgencyOfPost[p]) >= 0
                && (training.Assignment != Assignment.Named || training.Posts.GetValueOrDefault(stage.Posts[p].Id)))];
            stay = Agencies.Select(skill.Stay).DefaultIfEmpty(1.0).Average();
        }

        public string Id { get; }

        public ITraining Training { get; }

        public int Host { get; }

        public int[] Agencies { get; }

        public int[] Posts { get; }

        public double Waiting => waiting;

        public double WaitingFresh => waitingFresh;

        /// <summary>Fresh-equivalent counter-terror graduates, persons.</summary>
        public double CounterTerror => counterTerror;

        // Those who wait, and those who fight, leave at the mean rate of the agencies that sent them.
        public void PassDay(double fade)
        {
            waiting *= stay;
            waitingFresh *= stay * fade;
            counterTerror *= stay * fade;
        }

        public bool EndsToday()
        {
            if (++daysTaught < Training.CourseDays)
                return false;
            daysTaught -= Training.CourseDays;
            return true;
        }

        // A post gains from the counter-narcotics part of the curriculum only.
        public void Graduate(double persons)
        {
            waiting += persons * Training.CounterNarcoticsShare;
            waitingFresh += persons * Training.CounterNarcoticsShare;
            counterTerror += persons * (1.0 - Training.CounterNarcoticsShare);
        }

        public void Place(double persons)
        {
            var left = Math.Max(0.0, waiting - persons);
            waitingFresh = waiting > 0 ? waitingFresh * (left / waiting) : 0.0;
            waiting = left;
        }

        public void Exchange(StateArchive archive)
        {
            archive.Exchange(ref daysTaught);
            archive.Exchange(ref waiting);
            archive.Exchange(ref waitingFresh);
            archive.Exchange(ref counterTerror);
        }
    }
}
