using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>All posts: their levels under the running measures, and the probabilities that follow from them.</summary>
internal sealed class Posts : IState
{
    private readonly Stage stage;
    private readonly Skill skill;
    private readonly BribeOffer bribe;
    private readonly double[] direction;
    private readonly double[] minedFraction;
    private readonly double[] searchesPerTick;
    private readonly double[] legalPerTick;
    private readonly double[] effort;
    private readonly double[] teamHoursPerDay;
    private readonly InterdictionPlan plan;
    private readonly double[] officersBefore;
    private readonly int[][] entriesOf;
    private readonly double[] sensitivity;

    public Posts(Stage stage, InterdictionPlan plan, Skill skill, BribeOffer bribe)
    {
        this.stage = stage;
        this.plan = plan;
        this.skill = skill;
        this.bribe = bribe;
        var entries = Entries(stage).ToArray();
        Table = new InspectionTable(stage.Network, [.. entries.Select(e => (e.Link, e.Post))], stage.Posts.Length, [.. stage.Classes.Select(c => c.Commodity)], stage.Commodities.Length);
        for (var p = 0; p < stage.Posts.Length; p++)
            Table.IsAnnounced[p] = stage.Posts[p].Kind != PostKind.MobileTeam;
        direction = [.. entries.OrderBy(e => e.Link).ThenBy(e => e.Post).Select(e => e.Direction)];
        minedFraction = new double[stage.Posts.Length];
        searchesPerTick = new double[stage.Posts.Length];
        legalPerTick = new double[stage.Posts.Length];
        effort = new double[stage.Posts.Length];
        teamHoursPerDay = new double[stage.Posts.Length];
        QueueHours = new double[stage.Posts.Length];
        officersBefore = [.. Levels.Select(l => l.Officers)];
        entriesOf = [.. Enumerable.Range(0, stage.Posts.Length).Select(p => Enumerable.Range(0, Table.PostOf.Length).Where(e => Table.PostOf[e] == p).ToArray())];
        sensitivity = [.. Enumerable.Range(0, Table.PostOf.Length).SelectMany(e => stage.Classes.Select(c => Sensitivity(Table.LinkOf[e], c)))];
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

    /// <summary>Vigilance ν: multiplies the probability that a search finds, by post; it follows from what the post found lately.</summary>
    public double[] Attention { get; }

    /// <summary>Multiplies the acceptance of bribes, by post: instability raises it.</summary>
    public double[] BribeRise { get; }

    /// <summary>Mean wait of legal vehicles, hours, by post.</summary>
    public double[] QueueHours { get; }

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
    }

    /// <summary>Computes the probabilities of one post, and of a lone load there.</summary>
    public void Refresh(int p)
    {
        if (stage.Posts[p].Kind == PostKind.Patrol)
            RefreshPatrol(p);
        else
            RefreshSearches(p);
        RefreshEntries(p);
        Select(p, 0);
    }

    /// <summary>Sets the probability of selection of a lone load at every post: what beliefs and news compare.</summary>
    public void SelectUsual()
    {
        for (var p = 0; p < Levels.Length; p++)
            Select(p, 0);
    }

    /// <summary>Computes the probability of selection at the posts where loads arrive in this tick.</summary>
    public void Select(int[] arrivals)
    {
        for (var p = 0; p < arrivals.Length; p++)
        {
            if (arrivals[p] > 0)
                Select(p, arrivals[p] - 1);
        }
    }

    /// <summary>
    /// Probability that a lone load which passes a post is seized when so many searches are made there a day, mean over links and load classes. Equipment
    /// and skill count as they are now.
    /// </summary>
    public double CatchProbability(int p, double searchesPerDay)
    {
        var run = stage.Scenario.Run;
        var found = 0.0;
        foreach (var e in entriesOf[p])
        {
            for (var c = 0; c < Table.Classes; c++)
                found += InspectionTable.Seized(Table.Odds[e * Table.Classes + c]);
        }

        var searches = searchesPerDay * Present[p] * run.PopulationScale * run.TickDays;
        return Inspection.Selected(searches, Levels[p].Lift, legalPerTick[p], others: 0) * found / Math.Max(1, entriesOf[p].Length * Table.Classes);
    }

    /// <summary>Mean skill at a post.</summary>
    public double MeanSkill(int post) => skill.Mean(post, Levels[post].Officers, Levels[post].UntrainedSkill);

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
        archive.Exchange(legalPerTick);
        archive.Exchange(effort);
        archive.Exchange(teamHoursPerDay);
        archive.Exchange(officersBefore);
        archive.Exchange(Present);
        archive.Exchange(Attention);
        archive.Exchange(BribeRise);
        archive.Exchange(QueueHours);
        CountsMatter = archive.Exchange(CountsMatter);
    }

    private double SearchesPerDay(int p)
    {
        var (post, level) = (stage.Posts[p], Levels[p]);
        if (post.Kind == PostKind.MobileTeam)
            return level.SearchFactor * level.Officers * Present[p];
        var reach = post.Reach == PostReach.Interior ? stage.Scenario.Inspection.InteriorFactor : 1.0;
        return Control(p).SearchShare * post.LegalTrafficPerDay * post.Effort * reach * level.SearchFactor * level.Officers * Present[p] / post.Officers;
    }

    private void Select(int p, int others)
    {
        var selected = stage.Posts[p].Kind != PostKind.Patrol
            ? Inspection.Selected(searchesPerTick[p], Levels[p].Lift, legalPerTick[p], others)
            : Patrol.Met(effort[p], others / stage.Scenario.Run.TickDays, Country(p).HandlingHours, teamHoursPerDay[p]);
        Table.Selected[p] = InspectionTable.Fixed31(selected);
    }

    private void RefreshSearches(int p)
    {
        var (run, inspection, post, level) = (stage.Scenario.Run, stage.Scenario.Inspection, stage.Posts[p], Levels[p]);
        var searchesPerDay = level.Open ? Math.Min(SearchesPerDay(p), Inspection.MostSearches(inspection.LaneHoursPerSearch, post.Lanes)) : 0.0;
        QueueHours[p] = level.Open && post.Kind == PostKind.Checkpoint
            ? Inspection.QueueHours(level.LegalTrafficPerDay, level.ProcessingCapacityPerDay, searchesPerDay, inspection.LaneHoursPerSearch, post.Lanes, inspection.MaxQueueHours)
            : 0.0;
        legalPerTick[p] = level.LegalTrafficPerDay * run.PopulationScale * run.TickDays;
        searchesPerTick[p] = searchesPerDay * run.PopulationScale * run.TickDays;
        CountsMatter |= searchesPerTick[p] > 0 && legalPerTick[p] < 1e15;
    }

    private void RefreshPatrol(int p)
    {
        var (inspection, level) = (stage.Scenario.Inspection, Levels[p]);
        var ability = Inspection.Ability(level.Equipment, MeanSkill(p), inspection);
        var guards = level.Officers * Present[p] * level.PatrolKmFactor * level.SweepWidthFactor;
        effort[p] = level.Open ? Patrol.Effort(guards, stage.Posts[p].SectorKm, ability, minedFraction[p], inspection.MinePathLoss, Country(p)) : 0.0;
        teamHoursPerDay[p] = level.Outposts * Country(p).TeamsPerOutpost * 24.0 * stage.Scenario.Run.PopulationScale;
        CountsMatter |= effort[p] > 0;
    }

    private void RefreshEntries(int p)
    {
        var (post, level, training) = (stage.Posts[p], Levels[p], stage.Scenario.Training);
        var ability = Inspection.Ability(level.Equipment, MeanSkill(p), stage.Scenario.Inspection) * Attention[p];
        var payAtStartUsd = stage.Agencies[post.Agency].PayUsdPerMonth;
        var honest = 1.0 - training.BribeReduction * skill.FreshShare(p, level.Officers);
        foreach (var e in entriesOf[p])
        {
            foreach (var c in stage.Classes)
            {
                ref var odds = ref Table.Odds[e * Table.Classes + c.Index];
                var found = post.Kind == PostKind.Patrol ? 1.0 : Math.Min(1.0, sensitivity[e * Table.Classes + c.Index] * ability);
                odds.Found = InspectionTable.Fixed31(found * (1.0 - level.ProtectedShare) * direction[e]);
                var offer = bribe.Usd(stage.Network.Head[Table.LinkOf[e]], c.Commodity, c.Haul.MeanKg);
                var accepted = Corruption.Accepted(level.BribeAccepted, offer, level.PayUsdPerMonth, payAtStartUsd, stage.Scenario.Bribe.MonthsOfPayLost) * BribeRise[p];
                odds.Unbribed = InspectionTable.Fixed31(1.0 - Math.Min(1.0, accepted) * honest);
            }
        }
    }

    // On fords and tracks a load goes with a group on foot, whatever it came in.
    private double Sensitivity(int directedLink, LoadClass loadClass)
    {
        var onFoot = stage.Network.LinkAt(directedLink).Mode is LinkMode.RiverFord or LinkMode.MountainTrack;
        var concealment = onFoot && stage.Scenario.Concealments.ContainsKey("group-on-foot") ? "group-on-foot" : loadClass.Concealment;
        return stage.Scenario.Concealments[concealment].SearchSensitivity * stage.Scenario.Commodities[loadClass.CommodityId].SensitivityFactor;
    }

    private PatrolParameters Country(int post) => stage.Scenario.Patrols[stage.Network.Countries[stage.PostCountry[post]]];

    // The mined share of the front that a patrol walks is that of the border links at its place.
    private double MinedFraction(int post)
    {
        var network = stage.Network;
        var mined = 0.0;
        for (var d = network.First[stage.PostPlace[post]]; d < network.First[stage.PostPlace[post] + 1]; d++)
            mined = network.CrossesBorder(d) ? Math.Max(mined, plan.Links[network.LinkOf[d]].MinedFraction) : mined;
        return mined;
    }

    private static IEnumerable<(int Link, int Post, double Direction)> Entries(Stage stage)
    {
        var network = stage.Network;
        for (var p = 0; p < stage.Posts.Length; p++)
        {
            var post = stage.Posts[p];
            var exit = post.Kind == PostKind.Patrol ? stage.Scenario.Inspection.GreenExitFactor : stage.Scenario.Inspection.ExitFactor;
            for (var d = 0; d < network.DirectedLinks; d++)
            {
                var arrives = network.Head[d] == stage.PostPlace[p];
                var leaves = network.Tail[d] == stage.PostPlace[p];
                if (post.Reach == PostReach.Interior ? arrives : arrives && network.CrossesBorder(d))
                    yield return (d, p, 1.0);
                else if (post.Reach == PostReach.Border && leaves && network.CrossesBorder(d))
                    yield return (d, p, exit);
            }
        }
    }
}
