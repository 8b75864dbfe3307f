using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>All posts: their levels under the running measures, and the probabilities that follow from them.</summary>
internal sealed class Posts
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
    private readonly HashSet<string> worldPosts;

    public Posts(Stage stage, Skill skill, BribeOffer bribe)
    {
        this.stage = stage;
        this.skill = skill;
        this.bribe = bribe;
        var entries = Entries(stage).ToArray();
        Table = new InspectionTable(stage.Network, [.. entries.Select(e => (e.Link, e.Post))], stage.Posts.Length, [.. stage.Classes.Select(c => c.Commodity)], stage.Commodities.Length);
        direction = [.. entries.OrderBy(e => e.Link).ThenBy(e => e.Post).Select(e => e.Direction)];
        minedFraction = [.. Enumerable.Range(0, stage.Posts.Length).Select(MinedFraction)];
        searchesPerTick = new double[stage.Posts.Length];
        legalPerTick = new double[stage.Posts.Length];
        effort = new double[stage.Posts.Length];
        teamHoursPerDay = new double[stage.Posts.Length];
        QueueHours = new double[stage.Posts.Length];
        worldPosts = [.. stage.Scenario.World.Posts.Select(p => p.Id)];
        Levels = [.. stage.Posts.Select(_ => new PostLevel())];
    }

    /// <summary>What the hot loop reads.</summary>
    public InspectionTable Table { get; }

    /// <summary>Levels by post.</summary>
    public PostLevel[] Levels { get; }

    /// <summary>Mean wait of legal vehicles, hours, by post.</summary>
    public double[] QueueHours { get; }

    /// <summary>Whether the number of loads in a tick moves any post's selection by more than the tables resolve.</summary>
    public bool CountsMatter { get; private set; }

    /// <summary>Resets all levels to the world's and applies the measures that run on a day.</summary>
    public InterdictionPlan ApplyMeasures(DateOnly day)
    {
        for (var p = 0; p < Levels.Length; p++)
        {
            var post = stage.Posts[p];
            var control = Control(p);
            var level = Levels[p];
            level.Open = worldPosts.Contains(post.Id);
            level.Officers = post.Officers;
            level.Outposts = post.Kind == PostKind.Patrol ? post.SectorKm / Country(p).OutpostSpacingKm : 0;
            level.SearchFactor = 1;
            level.Equipment = control.Equipment;
            level.ProcessingCapacityPerDay = post.ProcessingCapacityPerDay;
            level.BribeAccepted = control.BribeAccepted;
            level.ProtectedShare = control.ProtectedShare;
            if (post.Kind == PostKind.Patrol)
                level.Officers = level.Outposts * Country(p).GuardsPerOutpost;
        }

        var plan = new InterdictionPlan(stage.Posts.Select((p, i) => (p.Id, Levels[i])));
        foreach (var (id, measure) in stage.Scenario.Measures.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (measure.Enabled && measure.Programme.IsRunning(day))
                measure.Apply(id, plan);
        }

        return plan;
    }

    /// <summary>Computes the probabilities from levels, skill and values.</summary>
    public void Refresh()
    {
        var scenario = stage.Scenario;
        CountsMatter = false;
        for (var p = 0; p < Levels.Length; p++)
        {
            var post = stage.Posts[p];
            var level = Levels[p];
            var legalPerDay = post.LegalTrafficPerDay * scenario.Run.PopulationScale;
            legalPerTick[p] = legalPerDay * scenario.Run.TickDays;
            QueueHours[p] = 0;
            if (post.Kind == PostKind.Checkpoint)
            {
                var searchesPerDay = level.Open ? SearchesPerDay(p) : 0.0;
                var wavedThrough = 0.0;
                if (level.Open && post.ProcessingCapacityPerDay > 0)
                {
                    (QueueHours[p], wavedThrough) = Inspection.Queue(
                        post.LegalTrafficPerDay, level.ProcessingCapacityPerDay, searchesPerDay, scenario.Inspection.LaneHoursPerSearch, post.Lanes, scenario.Inspection.MaxQueueHours);
                }

                searchesPerTick[p] = searchesPerDay * (1.0 - wavedThrough) * scenario.Run.PopulationScale * scenario.Run.TickDays;
                CountsMatter |= searchesPerTick[p] > 0 && legalPerTick[p] < 1e15;
            }
            else
            {
                var ability = Inspection.Ability(level.Equipment, MeanSkill(p), scenario.Inspection);
                effort[p] = level.Open ? Patrol.Effort(level.Officers, post.SectorKm, ability, minedFraction[p], scenario.Inspection.MinePathLoss, Country(p)) : 0.0;
                teamHoursPerDay[p] = level.Outposts * Country(p).TeamsPerOutpost * 24.0 * scenario.Run.PopulationScale;
                CountsMatter |= effort[p] > 0;
            }
        }

        RefreshEntries();
        SelectUsual();
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

    /// <summary>Mean skill at a post.</summary>
    public double MeanSkill(int post) => skill.Mean(post, Levels[post].Officers, Control(post).UntrainedSkill);

    /// <summary>Level of control of the country that owns a post.</summary>
    public ControlLevel Control(int post) => stage.Scenario.Control[stage.Network.Countries[stage.PostCountry[post]]];

    private double SearchesPerDay(int p)
    {
        var post = stage.Posts[p];
        var reach = post.Reach == PostReach.Interior ? stage.Scenario.Inspection.InteriorFactor : 1.0;
        return Control(p).SearchShare * post.LegalTrafficPerDay * post.Effort * reach * Levels[p].SearchFactor * Levels[p].Officers / post.Officers;
    }

    private void Select(int p, int others)
    {
        var selected = stage.Posts[p].Kind == PostKind.Checkpoint
            ? Inspection.Selected(searchesPerTick[p], Control(p).Lift, legalPerTick[p], others)
            : Patrol.Met(effort[p], others / stage.Scenario.Run.TickDays, Country(p).HandlingHours, teamHoursPerDay[p]);
        Table.Selected[p] = InspectionTable.Fixed31(selected);
    }

    private void RefreshEntries()
    {
        for (var e = 0; e < Table.PostOf.Length; e++)
        {
            var p = Table.PostOf[e];
            var post = stage.Posts[p];
            var level = Levels[p];
            var ability = Inspection.Ability(level.Equipment, MeanSkill(p), stage.Scenario.Inspection);
            var payUsd = stage.Agencies[post.Agency].PayUsdPerMonth;
            var honest = 1.0 - stage.Scenario.Training.BribeReduction * skill.FreshShare(p, level.Officers);
            foreach (var c in stage.Classes)
            {
                var found = post.Kind == PostKind.Patrol
                    ? 1.0
                    : Math.Min(1.0, Sensitivity(Table.LinkOf[e], c) * ability);
                Table.Odds[e * Table.Classes + c.Index].Found = InspectionTable.Fixed31(found * (1.0 - level.ProtectedShare) * direction[e]);
                var offer = bribe.Usd(stage.Network.Head[Table.LinkOf[e]], c.Commodity, c.Haul.MeanKg);
                var accepted = Corruption.Accepted(level.BribeAccepted, offer, payUsd, payUsd, stage.Scenario.Bribe.MonthsOfPayLost) * honest;
                Table.Odds[e * Table.Classes + c.Index].Unbribed = InspectionTable.Fixed31(1.0 - accepted);
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
            mined = network.CrossesBorder(d) ? Math.Max(mined, network.LinkAt(d).MinedFraction) : mined;
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
