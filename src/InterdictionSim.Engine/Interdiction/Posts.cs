using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>All posts: their levels under the running measures, and the probabilities that follow from them.</summary>
internal sealed class Posts : IState
{
    // Up to so many other loads the probability of selection is computed once; where more come at a time, a division or two each is little.
    private const int Crowd = 32;
    private const uint Unknown = uint.MaxValue;

    private readonly Stage stage;
    private readonly Skill skill;
    private readonly BribeOffer bribe;
    private readonly double[] minedFraction;
    private readonly double[] searchesPerTick;
    private readonly double[] liftedPerTick;
    private readonly double[] untrainedSkill;
    private readonly double[] legalPerTick;
    private readonly double[] effort;
    private readonly double[] teamHoursPerDay;
    private readonly InterdictionPlan plan;
    private readonly double[] officersBefore;
    private readonly uint[] selected;
    private readonly double[] sensitivity;
    private readonly double[] sensitivityOnFoot;
    private readonly int[] likeClass;
    private readonly double[] payAtStartUsd;
    private readonly double[] searchShare;
    private readonly PatrolParameters[] country;
    private readonly bool[] isPatrol;

    public Posts(Stage stage, InterdictionPlan plan, Skill skill, BribeOffer bribe)
    {
        this.stage = stage;
        this.plan = plan;
        this.skill = skill;
        this.bribe = bribe;
        Table = new InspectionTable(stage.Network, Site.All(stage), stage.Posts.Length, [.. stage.Classes.Select(c => c.Commodity)], stage.Commodities.Length);
        for (var p = 0; p < stage.Posts.Length; p++)
            Table.IsAnnounced[p] = stage.Posts[p].Kind != PostKind.MobileTeam;
        minedFraction = new double[stage.Posts.Length];
        searchesPerTick = new double[stage.Posts.Length];
        liftedPerTick = new double[stage.Posts.Length];
        untrainedSkill = new double[stage.Posts.Length];
        Officers = new double[stage.Posts.Length];
        IsOpen = new bool[stage.Posts.Length];
        legalPerTick = new double[stage.Posts.Length];
        isPatrol = [.. stage.Posts.Select(p => p.Kind == PostKind.Patrol)];
        effort = new double[stage.Posts.Length];
        teamHoursPerDay = new double[stage.Posts.Length];
        QueueHours = new double[stage.Posts.Length];
        officersBefore = [.. Levels.Select(l => l.Officers)];
        selected = new uint[Table.Sites.Length * Crowd];
        sensitivity = [.. stage.Classes.Select(c => Sensitivity(c.Concealment, c))];
        sensitivityOnFoot = [.. stage.Classes.Select(c => Sensitivity("group-on-foot", c))];
        likeClass = [.. stage.Classes.Select(c => Array.FindIndex(stage.Classes, first => first.Commodity == c.Commodity && first.HaulId == c.HaulId))];
        payAtStartUsd = [.. stage.Posts.Select(p => stage.Agencies[p.Agency].PayUsdPerMonth)];
        searchShare = [.. Enumerable.Range(0, stage.Posts.Length).Select(p => Control(p).SearchShare)];
        country = [.. stage.PostCountry.Select(c => stage.Scenario.Patrols[stage.Network.Countries[c]])];
        QueueMinutesPerDay = new long[stage.Posts.Length];
        Attention = new double[stage.Posts.Length];
        Array.Fill(Attention, 1);
        Present = new double[stage.Posts.Length];
        BribeRise = new double[stage.Posts.Length];
        Array.Fill(Present, 1);
        Array.Fill(BribeRise, 1);
    }

    /// <summary>What the hot loop reads.</summary>
    public InspectionTable Table { get; }

    /// <summary>Levels by post.</summary>
    public PostLevel[] Levels => plan.Posts;

    /// <summary>Share of the officers on strength who are at work, by post: instability and incidents keep others away.</summary>
    public double[] Present { get; }

    /// <summary>Officers on strength, by post, as of its last refresh: what is read every day stands together in memory.</summary>
    public double[] Officers { get; }

    /// <summary>Whether anybody stands there, by post, as of its last refresh.</summary>
    public bool[] IsOpen { get; }

    /// <summary>Vigilance ν: multiplies the probability that a search finds, by post; it follows from what the post found lately.</summary>
    public double[] Attention { get; }

    /// <summary>Multiplies the acceptance of bribes, by post: instability raises it.</summary>
    public double[] BribeRise { get; }

    /// <summary>Mean wait of legal vehicles, hours, by post.</summary>
    public double[] QueueHours { get; }

    /// <summary>Minutes that all legal vehicles of a day wait, by post.</summary>
    public long[] QueueMinutesPerDay { get; }

    /// <summary>Whether the number of loads in a tick moves any post's selection by more than the tables resolve.</summary>
    public bool CountsMatter { get; private set; }

    /// <summary>Takes in a plan that was made anew: where staff shrinks, the trained leave in proportion; mines bound patrols as they now lie.</summary>
    public void Adopt()
    {
        for (var p = 0; p < Levels.Length; p++)
        {
            // Mobile teams do not shrink when they move, and take their trained officers along.
            if (Levels[p].Officers < officersBefore[p] && stage.Posts[p].Kind != PostKind.MobileTeam)
                skill.Shrink(p, Levels[p].Officers / officersBefore[p]);
            officersBefore[p] = Levels[p].Officers;
            minedFraction[p] = MinedFraction(p);
        }
    }

    /// <summary>Computes the probabilities of all posts from levels, skill and values.</summary>
    public void Refresh()
    {
        CountsMatter = false;
        for (var p = 0; p < Levels.Length; p++)
            Refresh(p);
        Table.Compose();
    }

    /// <summary>Computes the probabilities of one post, and so of the site that it is part of, for a lone load there.</summary>
    public void Refresh(int p)
    {
        Table.Change(p);
        (Officers[p], untrainedSkill[p], IsOpen[p]) = (Levels[p].Officers, Levels[p].UntrainedSkill, Levels[p].Open);
        var (searches, legal, patrols, teamHours) = (liftedPerTick[p], legalPerTick[p], effort[p], teamHoursPerDay[p]);
        if (isPatrol[p])
            RefreshPatrol(p);
        else
            RefreshSearches(p);
        RefreshChances(p);
        Table.Alone[p] = Selected(p, 0);
        // What a post finds changes more often than whom it selects.
        if ((searches, legal, patrols, teamHours) != (liftedPerTick[p], legalPerTick[p], effort[p], teamHoursPerDay[p]))
            selected.AsSpan(Table.SiteOf[p] * Crowd, Crowd).Fill(Unknown);
    }

    /// <summary>Sets the probability of selection of a lone load at every site.</summary>
    public void SelectUsual()
    {
        Table.Compose();
        Table.Usual.CopyTo(Table.Selected, 0);
    }

    /// <summary>Computes the probability of selection at the sites where loads arrive in this tick, and forgets their number.</summary>
    public void Select(Tally[] tallies)
    {
        Table.Compose();
        if (!CountsMatter)
            return;
        for (var t = 1; t < tallies.Length; t++)
            tallies[0].TakeArrivals(tallies[t]);
        foreach (var site in tallies[0].SitesReached)
        {
            ref var arrivals = ref tallies[0].ArrivalsAtSite[site];
            Table.Selected[site] = SelectedAt(site, arrivals - 1);
            arrivals = 0;
        }

        tallies[0].Reached = 0;
    }

    /// <summary>
    /// Probability that a lone load which passes a post is seized when so many searches are made there a day, mean over links and load classes. Equipment
    /// and skill count as they are now.
    /// </summary>
    public double CatchProbability(int p, double searchesPerDay)
    {
        var run = stage.Scenario.Run;
        var approachOfLink = Table.Sites[Table.SiteOf[p]].ApproachOfLink;
        var found = 0.0;
        foreach (var approach in approachOfLink)
        {
            foreach (ref readonly var chance in Table.ChancesOf(p, approach))
                found += InspectionTable.Seized(in chance);
        }

        var searches = searchesPerDay * Present[p] * run.PopulationScale * run.TickDays;
        return Inspection.Selected(searches, Levels[p].Lift, legalPerTick[p], others: 0) * found / Math.Max(1, approachOfLink.Length * Table.Classes);
    }

    /// <summary>Mean skill at a post.</summary>
    public double MeanSkill(int post) => skill.Mean(post, Officers[post], untrainedSkill[post]);

    /// <summary>Thorough searches that a post makes, a day: what its officers can do, and no more than there are legal vehicles where there are any.</summary>
    public double SearchesMadePerDay(int post)
    {
        var (searches, legal) = (searchesPerTick[post], legalPerTick[post]);
        return (legal > 0 ? Math.Min(searches, legal) : searches) / stage.Scenario.Run.TickDays;
    }

    /// <summary>Level of control of the country that owns a post.</summary>
    public ControlLevel Control(int post) => stage.Scenario.Control[stage.Network.Countries[stage.PostCountry[post]]];

    /// <inheritdoc/>
    /// <remarks>Probabilities are those of the last refresh, at the skill and values of then.</remarks>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Table);
        archive.Exchange(minedFraction);
        archive.Exchange(searchesPerTick);
        archive.Exchange(liftedPerTick);
        archive.Exchange(untrainedSkill);
        archive.Exchange(Officers);
        archive.Exchange(IsOpen);
        archive.Exchange(legalPerTick);
        archive.Exchange(effort);
        archive.Exchange(teamHoursPerDay);
        archive.Exchange(officersBefore);
        archive.Exchange(Present);
        archive.Exchange(Attention);
        archive.Exchange(BribeRise);
        archive.Exchange(QueueHours);
        archive.Exchange(QueueMinutesPerDay);
        CountsMatter = archive.Exchange(CountsMatter);
        if (archive.IsReading)
            Array.Fill(selected, Unknown);
    }

    private double SearchesPerDay(int p)
    {
        var (post, level) = (stage.Posts[p], Levels[p]);
        if (post.Kind == PostKind.MobileTeam)
            return level.SearchFactor * level.Officers * Present[p];
        var reach = post.Reach == PostReach.Interior ? stage.Scenario.Inspection.InteriorFactor : 1.0;
        return searchShare[p] * post.LegalTrafficPerDay * post.Effort * reach * level.SearchFactor * level.Officers * Present[p] / post.Officers;
    }

    private uint SelectedAt(int site, int others)
    {
        if (others >= Crowd)
            return AnySelects(site, others);
        ref var known = ref selected[site * Crowd + others];
        if (known == Unknown)
            known = AnySelects(site, others);
        return known;
    }

    // The vehicles that pass one post of a site pass all of them: a load is selected unless each post lets it by.
    private uint AnySelects(int site, int others)
    {
        var any = new AnyOf();
        foreach (var p in Table.Sites[site].Posts)
        {
            if (Table.Alone[p] > 0)
                any.Add(Selected(p, others));
        }

        return InspectionTable.Fixed31(any.Probability);
    }

    private double Selected(int p, int others) =>
        !isPatrol[p]
            ? Inspection.Selected(liftedPerTick[p], lift: 1.0, legalPerTick[p], others)
            : Patrol.Met(effort[p], others / stage.Scenario.Run.TickDays, country[p].HandlingHours, teamHoursPerDay[p]);

    private void RefreshSearches(int p)
    {
        var (run, inspection, post, level) = (stage.Scenario.Run, stage.Scenario.Inspection, stage.Posts[p], Levels[p]);
        var searchesPerDay = level.Open ? Math.Min(SearchesPerDay(p), Inspection.MostSearches(inspection.LaneHoursPerSearch, level.Lanes)) : 0.0;
        QueueHours[p] = level.Open && post.Kind == PostKind.Checkpoint
            ? Inspection.QueueHours(level.LegalTrafficPerDay, level.ProcessingCapacityPerDay, searchesPerDay, inspection.LaneHoursPerSearch, level.Lanes, inspection.MaxQueueHours)
            : 0.0;
        QueueMinutesPerDay[p] = (long)Math.Round(QueueHours[p] * 60.0 * level.LegalTrafficPerDay * run.PopulationScale);
        legalPerTick[p] = level.LegalTrafficPerDay * run.PopulationScale * run.TickDays;
        searchesPerTick[p] = searchesPerDay * run.PopulationScale * run.TickDays;
        liftedPerTick[p] = level.Lift * searchesPerTick[p];
        CountsMatter |= searchesPerTick[p] > 0 && legalPerTick[p] < 1e15;
    }

    private void RefreshPatrol(int p)
    {
        var (inspection, level) = (stage.Scenario.Inspection, Levels[p]);
        var ability = Inspection.Ability(level.Equipment, MeanSkill(p), inspection);
        var guards = level.Officers * Present[p] * level.PatrolKmFactor * level.SweepWidthFactor;
        effort[p] = level.Open ? Patrol.Effort(guards, stage.Posts[p].SectorKm, ability, minedFraction[p], inspection.MinePathLoss, country[p]) : 0.0;
        teamHoursPerDay[p] = level.Outposts * country[p].TeamsPerOutpost * 24.0 * stage.Scenario.Run.PopulationScale;
        CountsMatter |= effort[p] > 0;
    }

    private void RefreshChances(int p)
    {
        var (post, level, training) = (stage.Posts[p], Levels[p], stage.Scenario.Training);
        var ability = Inspection.Ability(level.Equipment, MeanSkill(p), stage.Scenario.Inspection) * Attention[p];
        var honest = 1.0 - training.BribeReduction * skill.FreshShare(p, level.Officers);
        var approaches = Table.Sites[Table.SiteOf[p]].Approaches;
        for (var a = 0; a < approaches.Length; a++)
        {
            var chances = Table.ChancesOf(p, a);
            var (sensitive, direction) = (approaches[a].OnFoot ? sensitivityOnFoot : sensitivity, approaches[a].Direction);
            for (var c = 0; c < chances.Length; c++)
            {
                var found = post.Kind == PostKind.Patrol ? 1.0 : Math.Min(1.0, sensitive[c] * ability);
                // What is offered does not depend on where the load is hidden, nor on where it comes from.
                var unbribed = likeClass[c] < c ? chances[likeClass[c]].Unbribed
                    : a > 0 && approaches[a].Head == approaches[a - 1].Head ? Table.ChancesOf(p, a - 1)[c].Unbribed
                    : Unbribed(approaches[a].Head, stage.Classes[c]);
                chances[c] = new Chance(InspectionTable.Fixed31(found * (1.0 - level.ProtectedShare) * direction), unbribed);
            }
        }

        uint Unbribed(int place, LoadClass c)
        {
            var offer = bribe.Usd(place, c.Commodity, c.Haul.MeanKg);
            var accepted = Corruption.Accepted(level.BribeAccepted, offer, level.PayUsdPerMonth, payAtStartUsd[p], stage.Scenario.Bribe.MonthsOfPayLost) * BribeRise[p];
            return InspectionTable.Fixed31(1.0 - Math.Min(1.0, accepted) * honest);
        }
    }

    private double Sensitivity(string concealment, LoadClass loadClass) =>
        stage.Scenario.Concealments.TryGetValue(concealment, out var known) ? known.SearchSensitivity * stage.Scenario.Commodities[loadClass.CommodityId].SensitivityFactor : double.NaN;

    // The mined share of the front that a patrol walks is that of the border links at its place.
    private double MinedFraction(int post)
    {
        var network = stage.Network;
        var mined = 0.0;
        for (var d = network.First[stage.PostPlace[post]]; d < network.First[stage.PostPlace[post] + 1]; d++)
            mined = network.CrossesBorder(d) ? Math.Max(mined, plan.Links[network.LinkOf[d]].MinedFraction) : mined;
        return mined;
    }
}
