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
    private readonly IBeliefRule rule;
    private readonly int[] watched;
    private readonly Belief[] beliefs;
    private readonly News news;
    private readonly double[] trueLoss;
    private readonly long[] lastLostGrams;
    private readonly long[] lastPassages;
    private readonly int[] lastLosses;

    public Beliefs(Stage stage, InspectionTable inspection, Prices prices)
    {
        this.stage = stage;
        this.inspection = inspection;
        this.prices = prices;
        var links = stage.Network.DirectedLinks;
        var kinds = Catalog.Kinds<IBeliefRule>();
        var name = stage.Scenario.Learning.Rule;
        rule = kinds.TryGetValue(name, out var kind)
            ? (IBeliefRule)Activator.CreateInstance(kind)!
            : throw new ScenarioException(Known.Unknown("/learning/rule", name, "decision rule", kinds.Keys));
        watched = [.. Enumerable.Range(0, links).Where(d => inspection.First[d] < inspection.First[d + 1])];
        beliefs = new Belief[stage.Bands.Length * links];
        lastLostGrams = new long[beliefs.Length];
        lastPassages = new long[beliefs.Length];
        lastLosses = new int[beliefs.Length];
        trueLoss = new double[links * stage.Classes.Length];
        news = new News(trueLoss.Length, stage.Scenario.Learning.NewsDelayDays);
    }

    /// <summary>Directed links that a post watches.</summary>
    public int[] Watched => watched;

    /// <summary>Belief of a pool about a directed link.</summary>
    public Belief this[int band, int link] => beliefs[band * stage.Network.DirectedLinks + link];

    /// <summary>Starts with the truth: what is known of posts that have long been there.</summary>
    public void Begin()
    {
        Snapshot(trueLoss);
        trueLoss.CopyTo(news.Known);
        foreach (var band in stage.Bands)
        {
            foreach (var d in watched)
            {
                var loss = LossProbability(band, d, trueLoss) * ValueAtRisk(band, d);
                beliefs[band.Index * stage.Network.DirectedLinks + d] = new Belief(stage.Scenario.Learning.PriorPassages, loss, loss);
            }
        }
    }

    /// <summary>Takes notice of posts that have changed; it becomes known after the delay.</summary>
    public void Notice(int day) => Snapshot(news.Notice(day));

    /// <summary>Learns from what was seen and heard since the last time, and from news of posts that changed.</summary>
    public void Learn(Tally[] tallies, int day, double daysSince)
    {
        var links = stage.Network.DirectedLinks;
        var learning = stage.Scenario.Learning;
        var retention = Portable.Exp2(-daysSince / learning.MemoryHalfLifeDays);
        var arrives = news.Arrives(day);
        Snapshot(trueLoss);
        Span<double> heardPassages = stackalloc double[stage.Commodities.Length], heardLoads = stackalloc double[stage.Commodities.Length],
            heardLosses = stackalloc double[stage.Commodities.Length];
        Span<(long Passages, long LostGrams, int Losses)> seen = stackalloc (long, long, int)[stage.Bands.Length];
        foreach (var d in watched)
        {
            heardPassages.Clear();
            heardLoads.Clear();
            heardLosses.Clear();
            foreach (var band in stage.Bands)
            {
                seen[band.Index] = Since(tallies, band.Index * links + d);
                heardPassages[band.Commodity] += seen[band.Index].Passages;
                heardLoads[band.Commodity] += Loads(band, seen[band.Index].LostGrams);
                heardLosses[band.Commodity] += seen[band.Index].Losses;
            }

            foreach (var band in stage.Bands)
            {
                if (!stage.Uses[band.Index * links + d])
                    continue;
                var (passages, lostGrams, losses) = seen[band.Index];
                var share = learning.GossipShare;
                ref var belief = ref beliefs[band.Index * links + d];
                if (arrives)
                {
                    // News moves the prior as well: what is commonly known stays known when experience fades.
                    var shift = learning.VisibleShare * LossProbability(band, d, news.Change) * ValueAtRisk(band, d);
                    belief = new Belief(belief.Passages, Math.Max(0, belief.LossUsdPerKg + shift), Math.Max(0, belief.PriorLossUsdPerKg + shift));
                }

                belief = rule.Update(belief, new Experience(
                    retention,
                    passages,
                    LossUsdPerKg(band, d, Loads(band, lostGrams), losses),
                    share * (heardPassages[band.Commodity] - passages),
                    share * LossUsdPerKg(band, d, heardLoads[band.Commodity] - Loads(band, lostGrams), heardLosses[band.Commodity] - losses),
                    LossProbability(band, d, trueLoss) * ValueAtRisk(band, d)), learning);
            }
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(beliefs);
        archive.Exchange(lastLostGrams);
        archive.Exchange(lastPassages);
        archive.Exchange(lastLosses);
        archive.Exchange(news);
    }

    /// <summary>What a seizure on a link costs, USD per kg of a standard load: R + G/q.</summary>
    public double ValueAtRisk(Band band, int link)
    {
        var tail = stage.Network.Tail[link];
        return prices.UsdPerKg[band.Commodity][tail] + ArrestUsdPerKg(band, tail);
    }

    // Loads are told in standard loads of those who lost them: a lorry's loss is one loss to a courier who hears of it, not fifty.
    private static double Loads(Band band, long grams) => grams / 1000.0 / band.Haul.MeanKg;

    private double LossUsdPerKg(Band band, int link, double loads, double losses)
    {
        var tail = stage.Network.Tail[link];
        return loads * prices.UsdPerKg[band.Commodity][tail] + losses * ArrestUsdPerKg(band, tail);
    }

    private double ArrestUsdPerKg(Band band, int place) => band.Haul.ArrestCostUsd / band.Haul.MeanKg * stage.ValueRatio(band.Commodity, place);

    private double LossProbability(Band band, int link, ReadOnlySpan<double> byClass)
    {
        var loss = 0.0;
        for (var c = 0; c < band.LoadClasses.Length; c++)
            loss += band.ClassShare(c) * byClass[link * stage.Classes.Length + band.LoadClasses[c]];
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

    private (long Passages, long LostGrams, int Losses) Since(Tally[] tallies, int cell)
    {
        var losses = 0;
        long passages = 0, lostGrams = 0;
        foreach (var tally in tallies)
        {
            passages += tally.Traffic[cell].Passages;
            losses += tally.Losses[cell];
            lostGrams += tally.LostGrams[cell];
        }

        var since = (passages - lastPassages[cell], lostGrams - lastLostGrams[cell], losses - lastLosses[cell]);
        lastPassages[cell] = passages;
        lastLostGrams[cell] = lostGrams;
        lastLosses[cell] = losses;
        return since;
    }
}
