using System.Runtime.CompilerServices;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>All that a measure may touch: levels of posts, links, supply routes, countries and Afghanistan, relations, and what it sets to work.</summary>
/// <remarks>
/// One plan lives as long as the run. Whenever measures begin, end or change, every level is reset to the world's and each running measure is applied again.
/// Nothing is allocated once every measure has been applied.
/// </remarks>
public sealed class InterdictionPlan : IState
{
    private readonly Stage stage;
    private readonly Dictionary<string, PostLevel> postById;
    private readonly Dictionary<string, LinkLevel> linkById;
    private readonly Dictionary<string, SupplyLevel> routeById;
    private readonly Dictionary<string, CountryLevel> countryById;
    private readonly Dictionary<Question, object> remembered = [];
    private readonly HashSet<string> worldPosts;
    private readonly Dictionary<(string Sponsor, string Host), int> relationIndex;
    private readonly List<(string Id, ITraining Course)> courses = [];
    private readonly List<(string Id, MobileTeams Teams)> deployments = [];
    private readonly List<(string Id, IntelligenceSharing Sharing)> sharings = [];
    private readonly List<(string Id, Unrest Unrest)> unrest = [];
    private readonly List<(string Id, int Relation, double Size)> shocks = [];
    private readonly List<(int Measure, int DaysRunning)> applied = [];

    internal InterdictionPlan(Stage stage)
    {
        this.stage = stage;
        Posts = [.. stage.Posts.Select(_ => new PostLevel())];
        Links = [.. stage.Network.Links.Select(_ => new LinkLevel())];
        Routes = [.. stage.SupplyRoutes.Select(_ => new SupplyLevel())];
        Countries = [.. stage.Network.Countries.Select(_ => new CountryLevel())];
        RelationMeanShift = new double[stage.Relations.Length];
        postById = Index(stage.Posts.Select(p => p.Id), Posts);
        linkById = Index(stage.Network.Links.Select(l => l.Id), Links);
        routeById = Index(stage.SupplyRoutes.Select(r => r.Id), Routes);
        countryById = Index(stage.Network.Countries, Countries);
        relationIndex = stage.Relations.Select((r, i) => ((r.Sponsor, r.Host), i)).ToDictionary(r => r.Item1, r => r.i);
        worldPosts = [.. stage.Scenario.World.Posts.Select(p => p.Id)];
        Reset(stage.Scenario.Run.FirstDay);
    }

    /// <summary>The day that the plan is for.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Days since the measure that is being applied began to run, ≥ 0.</summary>
    public int DaysRunning { get; internal set; }

    /// <summary>Afghan supply, borders and militants.</summary>
    public AfghanLevel Afghanistan { get; } = new();

    /// <summary>Mined land that has been cleared, km².</summary>
    public double ClearedKm2 { get; set; }

    internal PostLevel[] Posts { get; }

    internal LinkLevel[] Links { get; }

    internal SupplyLevel[] Routes { get; }

    internal CountryLevel[] Countries { get; }

    internal double[] RelationMeanShift { get; }

    internal IReadOnlyList<(string Id, ITraining Course)> Courses => courses;

    internal IReadOnlyList<(string Id, MobileTeams Teams)> Deployments => deployments;

    internal IReadOnlyList<(string Id, IntelligenceSharing Sharing)> Sharings => sharings;

    internal IReadOnlyList<(string Id, Unrest Unrest)> Unrest => unrest;

    internal IReadOnlyList<(string Id, int Relation, double Size)> Shocks => shocks;

    /// <summary>Level of one post.</summary>
    public PostLevel this[string post] => postById[post];

    /// <summary>Levels of the posts that are <c>true</c> in a measure's list, in the order of their ids.</summary>
    public ReadOnlySpan<PostLevel> Select(IReadOnlyDictionary<string, bool> posts) => Remember(posts, list => PostsWhere(post => list.GetValueOrDefault(post.Id)));

    /// <summary>Levels of the posts of the agencies that are <c>true</c> in a measure's list, in the order of the posts' ids.</summary>
    public ReadOnlySpan<PostLevel> OfAgencies(IReadOnlyDictionary<string, bool> agencies) => Remember(agencies, list => PostsWhere(post => list.GetValueOrDefault(post.Agency)));

    /// <summary>Levels of the posts of the countries that are <c>true</c> in a measure's list, in the order of the posts' ids.</summary>
    public ReadOnlySpan<PostLevel> OfCountries(IReadOnlyDictionary<string, bool> countries) =>
        Remember(countries, list => PostsWhere(post => list.GetValueOrDefault(stage.Agencies[post.Agency].Country)));

    /// <summary>Levels of the links that are <c>true</c> in a measure's list.</summary>
    public ReadOnlySpan<LinkLevel> SelectLinks(IReadOnlyDictionary<string, bool> links) => Remember(links, list => Chosen(list).Select(Link).ToArray());

    /// <summary>Levels of the supply routes that are <c>true</c> in a measure's list.</summary>
    public ReadOnlySpan<SupplyLevel> SelectRoutes(IReadOnlyDictionary<string, bool> routes) => Remember(routes, list => Chosen(list).Select(Route).ToArray());

    /// <summary>What a measure looks up once and keeps: lists are the same objects all through a run.</summary>
    /// <param name="list">The measure's parameter that the answer follows from.</param>
    /// <param name="find">Finds the answer; called at the first time only.</param>
    /// <param name="asker">Name of the member that asks, given by the compiler: one list may serve several parameters, and means something else in each.</param>
    public TAnswer Remember<TList, TAnswer>(TList list, Func<TList, TAnswer> find, [CallerMemberName] string asker = "")
        where TList : class
        where TAnswer : class
    {
        var question = new Question(list, typeof(TAnswer), asker);
        if (!remembered.TryGetValue(question, out var answer))
            remembered[question] = answer = find(list);
        return (TAnswer)answer;
    }

    /// <summary>Level of a link, by the link's id (<c>XB_SHERKHAN:AFG-TJK</c> for the crossing between two banks).</summary>
    public LinkLevel Link(string id) => linkById[id];

    /// <summary>Level of a supply route.</summary>
    public SupplyLevel Route(string id) => routeById[id];

    /// <summary>Level of a country.</summary>
    public CountryLevel Country(string id) => countryById[id];

    /// <summary>Moves the mean of a relation while the measure runs.</summary>
    public void ShiftRelation(string sponsor, string host, double by)
    {
        if (relationIndex.TryGetValue((sponsor, host), out var relation))
            RelationMeanShift[relation] += by;
    }

    /// <summary>Moves the means of all relations of a sponsor while the measure runs.</summary>
    public void ShiftRelations(string sponsor, double by)
    {
        for (var r = 0; r < RelationMeanShift.Length; r++)
        {
            if (stage.Relations[r].Sponsor == sponsor)
                RelationMeanShift[r] += by;
        }
    }

    /// <summary>Moves a relation once, when the measure begins to run.</summary>
    public void ShockRelation(string id, string sponsor, string host, double by)
    {
        if (relationIndex.TryGetValue((sponsor, host), out var relation))
            shocks.Add((id, relation, by));
    }

    /// <summary>Teaches under the measure's id.</summary>
    public void Teach(string id, ITraining course) => courses.Add((id, course));

    /// <summary>Sends mobile teams out under the measure's id.</summary>
    public void Deploy(string id, MobileTeams teams) => deployments.Add((id, teams));

    /// <summary>Shares intelligence under the measure's id.</summary>
    public void Share(string id, IntelligenceSharing sharing) => sharings.Add((id, sharing));

    /// <summary>Lets unrest break out under the measure's id.</summary>
    public void BreakOut(string id, Unrest outbreak) => unrest.Add((id, outbreak));

    /// <summary>Applies a measure, by its number among those taken, that has run so many days.</summary>
    internal void Apply(int measure, int daysRunning)
    {
        applied.Add((measure, daysRunning));
        DaysRunning = daysRunning;
        stage.Measures[measure].Measure.Apply(stage.Measures[measure].Id, this);
    }

    /// <inheritdoc/>
    /// <remarks>Levels follow from which measures were applied when: they are applied again.</remarks>
    void IState.Exchange(StateArchive archive)
    {
        var day = archive.Exchange(Day.DayNumber);
        archive.Exchange(applied);
        if (!archive.IsReading)
            return;
        (int Measure, int DaysRunning)[] again = [.. applied];
        Reset(DateOnly.FromDayNumber(day));
        foreach (var (measure, daysRunning) in again)
            Apply(measure, daysRunning);
    }

    /// <summary>Sets every level to the world's.</summary>
    internal void Reset(DateOnly day)
    {
        Day = day;
        ClearedKm2 = 0;
        Afghanistan.Reset();
        Array.Clear(RelationMeanShift);
        courses.Clear();
        deployments.Clear();
        sharings.Clear();
        unrest.Clear();
        shocks.Clear();
        applied.Clear();
        for (var p = 0; p < Posts.Length; p++)
            Reset(Posts[p], stage.Posts[p]);
        for (var l = 0; l < Links.Length; l++)
            Reset(Links[l], stage.Network.Links[l]);
        for (var r = 0; r < Routes.Length; r++)
            (Routes[r].TeuPerWeek, Routes[r].Open) = (stage.SupplyRoutes[r].TeuPerWeek, true);
        foreach (var country in Countries)
            country.RemovalAddedPerYear = 0;
    }

    private void Reset(PostLevel level, Post post)
    {
        var agency = stage.Agencies[post.Agency];
        var control = stage.Scenario.Control[agency.Country];
        var patrols = stage.Scenario.Patrols[agency.Country];
        level.Open = worldPosts.Contains(post.Id);
        level.Outposts = post.Kind == PostKind.Patrol ? post.SectorKm / patrols.OutpostSpacingKm : 0;
        level.Officers = post.Kind == PostKind.Patrol ? level.Outposts * patrols.GuardsPerOutpost : post.Officers;
        level.SearchFactor = 1;
        level.Equipment = control.Equipment;
        level.UntrainedSkill = control.UntrainedSkill;
        level.LegalTrafficPerDay = post.LegalTrafficPerDay;
        level.Lanes = post.Lanes;
        level.ProcessingCapacityPerDay = post.ProcessingCapacityPerDay;
        level.Lift = control.Lift;
        level.PatrolKmFactor = 1;
        level.SweepWidthFactor = 1;
        level.BribeAccepted = control.BribeAccepted;
        level.ProtectedShare = control.ProtectedShare;
        level.PayUsdPerMonth = agency.PayUsdPerMonth;
    }

    private static void Reset(LinkLevel level, Link link)
    {
        level.Open = true;
        level.TravelDays = link.TravelDays;
        level.BorderDwellDays = link.BorderDwellDays;
        level.MinedFraction = link.MinedFraction;
        level.AddedUsdPerKg = 0;
    }

    private PostLevel[] PostsWhere(Func<Post, bool> isMeant) => [.. Enumerable.Range(0, Posts.Length).Where(p => isMeant(stage.Posts[p])).Select(p => Posts[p])];

    private static IEnumerable<string> Chosen(IReadOnlyDictionary<string, bool> list) => list.Where(x => x.Value).Select(x => x.Key).Order(StringComparer.Ordinal);

    private static Dictionary<string, T> Index<T>(IEnumerable<string> ids, T[] levels) =>
        ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => levels[x.i], StringComparer.Ordinal);

    // The list is that very object, whatever equality it has of its own.
    private readonly record struct Question(object List, Type Answer, string Asker)
    {
        public bool Equals(Question other) => ReferenceEquals(List, other.List) && Answer == other.Answer && Asker == other.Asker;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(List), Answer, Asker);
    }
}

/// <summary>What measures may change at a supply route of the foreign forces.</summary>
public sealed class SupplyLevel
{
    /// <summary>Containers or their equivalent a week.</summary>
    public double TeuPerWeek { get; set; }

    /// <summary>Whether it may be used; its links count besides.</summary>
    public bool Open { get; set; }
}

/// <summary>What measures may change in a country.</summary>
public sealed class CountryLevel
{
    /// <summary>Added to the share of its militants who are lost in a year.</summary>
    public double RemovalAddedPerYear { get; set; }
}

/// <summary>What measures may change in Afghanistan and among all militants.</summary>
public sealed class AfghanLevel
{
    /// <summary>Multiplies the harvest.</summary>
    public double HarvestFactor { get; set; } = 1;

    /// <summary>Multiplies the friction of the borders of Afghanistan: what is paid for a passage past its own authorities.</summary>
    public double FrictionFactor { get; set; } = 1;

    /// <summary>Multiplies the recruits who come to militant groups whatever their funds.</summary>
    public double RecruitsFactor { get; set; } = 1;

    /// <summary>Multiplies the share of fighters who are lost in a year.</summary>
    public double RemovalFactor { get; set; } = 1;

    internal void Reset() => (HarvestFactor, FrictionFactor, RecruitsFactor, RemovalFactor) = (1, 1, 1, 1);
}
