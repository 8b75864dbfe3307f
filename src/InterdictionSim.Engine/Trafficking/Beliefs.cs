using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What each pool believes of each link that a post watches.</summary>
internal sealed class Beliefs
{
    private readonly Stage stage;
    private readonly InspectionTable inspection;
    private readonly Prices prices;
    private readonly IBeliefRule rule;
    private readonly int[] watched;
    private readonly bool[] uses;
    private readonly Belief[] beliefs;
    private readonly double[][] lossHistory;
    private readonly long[] lastLostGrams;
    private readonly int[] lastPassages;
    private readonly int[] lastLosses;
    private int replannings;

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
        uses = [.. stage.Bands.SelectMany(b => Enumerable.Range(0, links).Select(d => Orientations.Uses(b, stage.Network.LinkAt(d))))];
        beliefs = new Belief[stage.Bands.Length * links];
        lastLostGrams = new long[beliefs.Length];
        lastPassages = new int[beliefs.Length];
        lastLosses = new int[beliefs.Length];
        var delay = (int)Math.Ceiling(stage.Scenario.Learning.NewsDelayDays / stage.Scenario.Learning.ReplanDays);
        lossHistory = new double[delay + 2][];
        for (var h = 0; h < lossHistory.Length; h++)
            lossHistory[h] = new double[links * stage.Classes.Length];
    }

    /// <summary>Directed links that a post watches.</summary>
    public int[] Watched => watched;

    /// <summary>Belief of a pool about a directed link.</summary>
    public Belief this[int band, int link] => beliefs[band * stage.Network.DirectedLinks + link];

    /// <summary>Starts with the truth: what is known of posts that have long been there.</summary>
    public void Begin()
    {
        foreach (var history in lossHistory)
            Snapshot(history);
        foreach (var band in stage.Bands)
        {
            foreach (var d in watched)
            {
                var loss = TrueLossProbability(band, d, lossHistory[0]) * ValueAtRisk(band, d);
                beliefs[band.Index * stage.Network.DirectedLinks + d] = new Belief(stage.Scenario.Learning.PriorPassages, loss, loss);
            }
        }
    }

    /// <summary>Learns from what was seen and heard since the last time, and from news of posts that changed.</summary>
    public void Learn(Tally[] tallies, double days)
    {
        var links = stage.Network.DirectedLinks;
        var learning = stage.Scenario.Learning;
        var retention = Portable.Exp2(-days / learning.MemoryHalfLifeDays);
        var now = lossHistory[replannings % lossHistory.Length];
        Snapshot(now);
        // The oldest two snapshots tell what became known in this period.
        var older = lossHistory[(replannings + 1) % lossHistory.Length];
        var newer = lossHistory[(replannings + 2) % lossHistory.Length];
        replannings++;
        Span<double> heardPassages = stackalloc double[stage.Commodities.Length], heardLostKg = stackalloc double[stage.Commodities.Length],
            heardLosses = stackalloc double[stage.Commodities.Length];
        Span<(int Passages, long LostGrams, int Losses)> seen = stackalloc (int, long, int)[stage.Bands.Length];
        foreach (var d in watched)
        {
            heardPassages.Clear();
            heardLostKg.Clear();
            heardLosses.Clear();
            foreach (var band in stage.Bands)
            {
                seen[band.Index] = Since(tallies, band.Index * links + d);
                heardPassages[band.Commodity] += seen[band.Index].Passages;
                heardLostKg[band.Commodity] += seen[band.Index].LostGrams / 1000.0;
                heardLosses[band.Commodity] += seen[band.Index].Losses;
            }

            foreach (var band in stage.Bands)
            {
                if (!uses[band.Index * links + d])
                    continue;
                var (passages, lostGrams, losses) = seen[band.Index];
                var share = learning.GossipShare;
                var news = learning.VisibleShare * (TrueLossProbability(band, d, newer) - TrueLossProbability(band, d, older)) * ValueAtRisk(band, d);
                ref var belief = ref beliefs[band.Index * links + d];
                // News moves the prior as well: what is commonly known stays known when experience fades.
                belief = new Belief(belief.Passages, Math.Max(0, belief.LossUsdPerKg + news), Math.Max(0, belief.PriorLossUsdPerKg + news));
                belief = rule.Update(belief, new Experience(
                    retention,
                    passages,
                    LossUsdPerKg(band, d, lostGrams / 1000.0, losses),
                    share * (heardPassages[band.Commodity] - passages),
                    share * LossUsdPerKg(band, d, heardLostKg[band.Commodity] - lostGrams / 1000.0, heardLosses[band.Commodity] - losses),
                    TrueLossProbability(band, d, now) * ValueAtRisk(band, d)), learning);
            }
        }
    }

    /// <summary>What a seizure on a link costs, USD per kg of a standard load: R + G/q.</summary>
    public double ValueAtRisk(Band band, int link)
    {
        var tail = stage.Network.Tail[link];
        return prices.UsdPerKg[band.Commodity][tail] + ArrestUsdPerKg(band, tail);
    }

    private double LossUsdPerKg(Band band, int link, double lostKg, double losses)
    {
        var tail = stage.Network.Tail[link];
        return lostKg * prices.UsdPerKg[band.Commodity][tail] / band.Haul.MeanKg + losses * ArrestUsdPerKg(band, tail);
    }

    private double ArrestUsdPerKg(Band band, int place) => band.Haul.ArrestCostUsd / band.Haul.MeanKg * stage.ValueRatio(band.Commodity, place);

    private double TrueLossProbability(Band band, int link, double[] byClass)
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

    private (int Passages, long LostGrams, int Losses) Since(Tally[] tallies, int cell)
    {
        int passages = 0, losses = 0;
        long lostGrams = 0;
        foreach (var tally in tallies)
        {
            passages += tally.Passages[cell];
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
