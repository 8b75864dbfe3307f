using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What each pool believes of each link that a post watches.</summary>
internal sealed class Beliefs : IState
{
    private readonly Stage stage;
    private readonly InspectionTable inspection;
    private readonly Prices prices;
    private readonly LearningParameters learning;
    private readonly IBeliefRule rule;
    private readonly int links;
    private readonly int[] watched;
    private readonly Belief[] beliefs;
    private readonly double[] begun;
    private readonly News news;
    private readonly double[] trueLoss;
    private readonly double[] arrestUsdPerKg;
    private readonly Counted[] before;
    private readonly Counted[] seen;
    private readonly (int Post, int Kind)[][] watchers;
    private readonly int[] kindOf;
    private readonly int kinds;
    private readonly Counted[] seenAtKind;

    public Beliefs(Stage stage, InspectionTable inspection, Prices prices)
    {
        this.stage = stage;
        this.inspection = inspection;
        this.prices = prices;
        learning = stage.Scenario.Learning;
        rule = Rule(learning.Rule);
        links = stage.Network.DirectedLinks;
        watched = [.. Enumerable.Range(0, links).Where(d => inspection.First[d] < inspection.First[d + 1])];
        beliefs = new Belief[stage.Bands.Length * links];
        begun = new double[beliefs.Length];
        arrestUsdPerKg = [.. stage.Bands.SelectMany(b => Enumerable.Range(0, links).Select(d => b.Haul.ArrestCostUsd / b.Haul.MeanKg * stage.ValueRatio(b.Commodity, stage.Network.Tail[d])))];
        before = new Counted[beliefs.Length];
        seen = new Counted[beliefs.Length];
        (watchers, kinds) = Watchers();
        kindOf = new int[links];
        seenAtKind = new Counted[stage.Bands.Length * kinds];
        trueLoss = new double[links * stage.Classes.Length];
        news = new News(trueLoss.Length, learning.NewsDelayDays);
    }

    /// <summary>Directed links that a post watches.</summary>
    public int[] Watched => watched;

    /// <summary>Belief of a pool about a directed link.</summary>
    public Belief this[int band, int link] => beliefs[band * links + link];

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(beliefs);
        archive.Exchange(before);
        archive.Exchange(news);
    }

    /// <summary>Starts as the rule says: with the truth about posts that have long been there, or with a prior of its own. Mobile teams are no news, only losses teach of them.</summary>
    public void Begin()
    {
        Announced(trueLoss);
        trueLoss.CopyTo(news.Known);
        foreach (var band in stage.Bands)
        {
            foreach (var d in watched)
            {
                var cell = band.Index * links + d;
                beliefs[cell] = rule.Begin(LossProbability(band, d, trueLoss), ValueAtRisk(band, d), learning);
                begun[cell] = beliefs[cell].LossProbability;
            }
        }
    }

    /// <summary>Takes notice of posts that have changed; it becomes known after the delay.</summary>
    public void Notice(int day) => Announced(news.Notice(day));

    /// <summary>Learns from what was seen and heard since the last time, and from news of posts that changed.</summary>
    public void Learn(Tally[] tallies, int day, double daysSince)
    {
        Count(tallies);
        if (rule.KnowsTheTruth)
            Snapshot(trueLoss);
        var arrives = news.Arrives(day);
        var retention = Portable.Exp2(-daysSince / learning.MemoryHalfLifeDays);
        Span<Losses> told = stackalloc Losses[stage.Commodities.Length];
        foreach (var d in watched)
        {
            Tell(d, told);
            foreach (var band in stage.Bands)
            {
                var cell = band.Index * links + d;
                if (!stage.Uses[cell])
                    continue;
                ref var belief = ref beliefs[cell];
                if (arrives)
                    belief = rule.Adjust(belief, learning.VisibleShare * LossProbability(band, d, news.Change), ValueAtRisk(band, d));
                belief = rule.Update(belief, Happened(band, d, told[band.Commodity], daysSince, retention), learning);
            }
        }
    }

    /// <summary>What a seizure on a link costs, USD per kg of a standard load: V = R + G/q.</summary>
    public double ValueAtRisk(Band band, int link)
    {
        var tail = stage.Network.Tail[link];
        return prices.UsdPerKg[band.Commodity][tail] + ArrestUsdPerKg(band, link);
    }

    /// <summary>Decision weight of a belief over its probability.</summary>
    public double Emphasis(Belief belief) => rule.Emphasis(belief.LossProbability, learning);

    /// <summary>The part G/q of the value at risk, USD per kg of a standard load.</summary>
    public double ArrestUsdPerKg(Band band, int link) => arrestUsdPerKg[band.Index * links + link];

    /// <summary>Probability that a pool believed in on the first simulated day.</summary>
    public double BegunWith(int band, int link) => begun[band * links + link];

    private static IBeliefRule Rule(string name)
    {
        var rules = Catalog.Kinds<IBeliefRule>();
        return rules.TryGetValue(name, out var kind)
            ? (IBeliefRule)Activator.CreateInstance(kind)!
            : throw new ScenarioException(Known.Unknown("/learning/rule", name, "decision rule", rules.Keys));
    }

    // Posts that may look at each link, in the order of their ids. Like links lead from one country to the same other one, past the same kind of post.
    private ((int Post, int Kind)[][] Watchers, int Kinds) Watchers()
    {
        var network = stage.Network;
        var known = new Dictionary<(int, int, PostKind, PostReach), int>();
        var of = new (int, int)[links][];
        for (var d = 0; d < links; d++)
            of[d] = [.. inspection.PostsOn(d).Order().Select(post => (post, Kind(d, stage.Posts[post])))];
        return (of, known.Count);

        int Kind(int d, Post post)
        {
            var key = (network.CountryOf[network.Tail[d]], network.CountryOf[network.Head[d]], post.Kind, post.Reach);
            known.TryAdd(key, known.Count);
            return known[key];
        }
    }

    // The first post that looks tells the kind, teams last, for they move; −1 where none looks: a post that is still to come makes no link alike.
    private int KindOf(int d)
    {
        var teams = -1;
        foreach (var (post, kind) in watchers[d])
        {
            if (!inspection.Looks(post))
                continue;
            if (stage.Posts[post].Kind != PostKind.MobileTeam)
                return kind;
            teams = teams < 0 ? kind : teams;
        }

        return teams;
    }

    // What each pool has seen on each link since the last time, and in all on links of each kind.
    private void Count(Tally[] tallies)
    {
        Array.Clear(seenAtKind);
        foreach (var d in watched)
            kindOf[d] = KindOf(d);
        foreach (var band in stage.Bands)
        {
            foreach (var d in watched)
            {
                var cell = band.Index * links + d;
                Counted now = default;
                foreach (var tally in tallies)
                    now += new Counted(tally.Traffic[cell].Passages, tally.Losses[cell], tally.LostGrams[cell]);
                seen[cell] = now - before[cell];
                before[cell] = now;
                if (kindOf[d] >= 0)
                    seenAtKind[band.Index * kinds + kindOf[d]] += seen[cell];
            }
        }
    }

    // What all pools together have to tell of a link, by commodity.
    private void Tell(int d, Span<Losses> told)
    {
        told.Clear();
        foreach (var band in stage.Bands)
            told[band.Commodity] += Of(band, in seen[band.Index * links + d]);
    }

    private Experience Happened(Band band, int d, Losses told, double days, double retention)
    {
        var here = Of(band, in seen[band.Index * links + d]);
        var own = kindOf[d] < 0 ? here : here + learning.SimilarityShare * (Of(band, in seenAtKind[band.Index * kinds + kindOf[d]]) - here);
        var heard = learning.GossipShare * (told - here);
        return new Experience(
            days,
            retention,
            own.Passages,
            own.Count,
            LossUsdPerKg(band, d, own),
            heard.Passages,
            heard.Count,
            LossUsdPerKg(band, d, heard),
            rule.KnowsTheTruth ? LossProbability(band, d, trueLoss) : double.NaN,
            ValueAtRisk(band, d));
    }

    // Loads are told in standard loads of those who lost them: a lorry's loss is one loss to a courier who hears of it, not fifty. Counts are those of a
    // population of scale 1, for the prior is worth as many passages at any scale: ten times the traffickers are no quicker to learn.
    private Losses Of(Band band, in Counted counted)
    {
        var scale = stage.Scenario.Run.PopulationScale;
        return new(counted.Passages / scale, counted.Losses / scale, counted.LostGrams == 0 ? 0 : counted.LostGrams / 1000.0 / band.Haul.MeanKg / scale);
    }

    private double LossUsdPerKg(Band band, int link, Losses losses)
    {
        if (losses.Count == 0)
            return 0;
        var tail = stage.Network.Tail[link];
        return losses.Loads * prices.UsdPerKg[band.Commodity][tail] + losses.Count * ArrestUsdPerKg(band, link);
    }

    private double LossProbability(Band band, int link, ReadOnlySpan<double> byClass)
    {
        var loss = 0.0;
        for (var c = 0; c < band.LoadClasses.Length; c++)
            loss += band.ClassShares[c] * byClass[link * stage.Classes.Length + band.LoadClasses[c]];
        return loss;
    }

    private void Snapshot(double[] loss)
    {
        foreach (var d in watched)
        {
            for (var c = 0; c < stage.Classes.Length; c++)
                loss[d * stage.Classes.Length + c] = inspection.LossProbability(d, c);
        }
    }

    // What can be known of posts that stay where they are.
    private void Announced(double[] loss)
    {
        foreach (var d in watched)
        {
            for (var c = 0; c < stage.Classes.Length; c++)
                loss[d * stage.Classes.Length + c] = inspection.AnnouncedLossProbability(d, c);
        }
    }

    private readonly record struct Counted(long Passages, long Losses, long LostGrams)
    {
        public static Counted operator +(Counted a, Counted b) => new(a.Passages + b.Passages, a.Losses + b.Losses, a.LostGrams + b.LostGrams);

        public static Counted operator -(Counted a, Counted b) => new(a.Passages - b.Passages, a.Losses - b.Losses, a.LostGrams - b.LostGrams);
    }

    // Passages, losses, and what was lost in standard loads.
    private readonly record struct Losses(double Passages, double Count, double Loads)
    {
        public static Losses operator +(Losses a, Losses b) => new(a.Passages + b.Passages, a.Count + b.Count, a.Loads + b.Loads);

        public static Losses operator -(Losses a, Losses b) => new(a.Passages - b.Passages, a.Count - b.Count, a.Loads - b.Loads);

        public static Losses operator *(double share, Losses a) => new(share * a.Passages, share * a.Count, share * a.Loads);
    }
}
