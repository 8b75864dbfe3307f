using CsCheck;
using InterdictionSim.Engine.Trafficking;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Engine.Tests.Trafficking;

public class BeliefRuleTests
{
    private const double DaysPerMonth = 365.25 / 12;
    private static readonly LearningParameters Learning = new("ewa", 14, 365, 100, 0.2, 0.5, 0.6, 30, 0.1, 0.1, 4.9, 0.5);
    private static readonly LearningParameters NarcoLogic = Learning with { SalienceAlpha = 2, SalienceBeta = 0.5 };

    public static TheoryData<string> Rules => [.. Catalog.Kinds<IBeliefRule>().Keys];

    [Fact]
    public void WithoutAPriorAndOnePassageATime_EwaIsCamererAndHos()
    {
        // Camerer & Ho (1999): N = φN + 1, A = (φNA + π)/N. By hand with φ = 0.9 and π = 0, 10, 0: N = 1, 1.9, 2.71; A = 0, 10/1.9, 9/2.71.
        var learning = Learning with { PriorPassages = 0 };
        var belief = new Belief(0, 0, 0, 0);
        var attractions = new List<double>();
        foreach (var loss in new[] { 0.0, 10, 0 })
        {
            belief = new Ewa().Update(belief, Seen(1, 1, loss, retention: 0.9), learning);
            attractions.Add(belief.LossUsdPerKg);
        }

        Assert.Equal([0, 10 / 1.9, 9 / 2.71], attractions.Select(a => Math.Round(a, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(2.71, belief.Passages, 1e-12);
    }

    [Fact]
    public void WhatIsHeard_CountsByItsWeight()
    {
        var heard = Seen(2, 1, 30) with { HeardPassages = 4, HeardLosses = 2, HeardLossUsdPerKg = 80, ValueAtRiskUsdPerKg = 40 };
        var learning = Learning with { PriorPassages = 0 };
        Assert.Equal((30 + 0.5 * 80) / (2 + 0.5 * 4), new Ewa().Update(new Belief(0, 0, 0, 0), heard, learning).LossUsdPerKg, 1e-12);
        Assert.Equal((1 + 0.5 * 2) / (2 + 0.5 * 4), new Bayesian().Update(new Belief(0, 0, 0, 0), heard, learning).LossProbability, 1e-12);
    }

    [Fact]
    public void BayesianBeliefs_CountLossesAndSafePassagesBesideAPriorThatLeaksBack()
    {
        // N₀ = 100 at p₀ = 0.02: a = 2, b = 98. φ = 0.5, then 3 of 10 lost: a = 1 + 1 + 3 = 5, b = 49 + 49 + 7 = 105.
        var belief = new Bayesian().Update(new Belief(100, 80, 0.02, 0.02), Seen(10, 3, 9000, retention: 0.5, valueAtRisk: 4000), Learning);
        Assert.Equal(110, belief.Passages, 1e-12);
        Assert.Equal(5.0 / 110, belief.LossProbability, 1e-15);
        Assert.Equal(4000 * 5.0 / 110, belief.LossUsdPerKg, 1e-9);
        // Again φ = 0.5 and nothing seen: a = 2.5 + 1, b = 52.5 + 49.
        belief = new Bayesian().Update(belief, Seen(0, 0, 0, retention: 0.5, valueAtRisk: 4000), Learning);
        Assert.Equal(3.5 / 105, belief.LossProbability, 1e-15);
    }

    [Fact]
    public void ALargeLoadLost_CountsMoreForEwaAndAsOneLossForBayesian()
    {
        var start = new Belief(100, 80, 0.02, 0.02);
        Experience small = Seen(1, 1, 2000, valueAtRisk: 4000), large = Seen(1, 1, 9000, valueAtRisk: 4000);
        Assert.True(new Ewa().Update(start, large, Learning).LossUsdPerKg > new Ewa().Update(start, small, Learning).LossUsdPerKg);
        Assert.Equal(new Bayesian().Update(start, small, Learning), new Bayesian().Update(start, large, Learning));
    }

    [Theory]
    [InlineData(0, 2.0 / 15.5)]
    [InlineData(1, 15.0 / 15.5)]
    public void ThirteenMonthsOfNoneOrAllLost_GiveTheFiguresOfNarcoLogic(double lost, double expected)
    {
        Assert.Equal(lost == 0 ? 0.129 : 0.968, expected, 0.0005);
        var belief = new Salience().Begin(0.003, 4000, NarcoLogic);
        Assert.Equal(2 / 2.5, belief.LossProbability, 1e-12);
        for (var month = 0; month < 13; month++)
            belief = new Salience().Update(belief, Seen(200, 200 * lost, 0, days: DaysPerMonth, valueAtRisk: 4000), NarcoLogic);
        Assert.Equal(expected, belief.LossProbability, 1e-12);
        Assert.Equal(13, belief.Passages, 1e-12);
        Assert.Equal(4000 * expected, belief.LossUsdPerKg, 1e-8);
    }

    [Fact]
    public void MonthsWithoutPassages_AreLeftOutOfSalience()
    {
        var belief = new Salience().Update(new Belief(5, 400, 0.1, 0.02), Seen(0, 0, 0, days: DaysPerMonth, valueAtRisk: 4000), Learning);
        Assert.Equal(5, belief.Passages, 1e-12);
        Assert.Equal(0.1, belief.LossProbability, 1e-12);
    }

    [Fact]
    public void ThePeriodsOfSalience_FadeWithMemory()
    {
        // By hand: W = 4, α + β = 5, p̂ = 0.3, so Σ w r = 0.3·9 − 0.1 = 2.6; halved, and half a month with 1 of 4 lost.
        var belief = new Salience().Update(new Belief(4, 1200, 0.3, 0.02), Seen(4, 1, 0, retention: 0.5, days: DaysPerMonth / 2, valueAtRisk: 4000), Learning);
        Assert.Equal((1.3 + 0.5 * 0.25 + 0.1) / (2 + 0.5 + 5), belief.LossProbability, 1e-12);
        Assert.Equal(2.5, belief.Passages, 1e-12);
    }

    [Theory]
    [InlineData(0.003, 0.006)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void SalientRisks_WeighAboveTheirProbability(double probability, double weight) =>
        Assert.Equal(weight, probability * new Salience().Emphasis(probability, Learning), 0.00003);

    [Fact]
    public void OtherRules_WeighByProbability()
    {
        Assert.Equal(1, ((IBeliefRule)new Ewa()).Emphasis(0.003, Learning));
        Assert.Equal(1, ((IBeliefRule)new Bayesian()).Emphasis(0.003, Learning));
    }

    [Fact]
    public void WithoutExperience_BeliefsLeakBackToThePrior()
    {
        foreach (IBeliefRule rule in new IBeliefRule[] { new Ewa(), new Bayesian(), new Salience() })
        {
            var belief = new Belief(500, 90, 0.9, 0.1);
            for (var period = 0; period < 600; period++)
                belief = rule.Update(belief, Seen(0, 0, 0, retention: Math.Pow(2, -14.0 / 365), valueAtRisk: 100), Learning);
            Assert.Equal(10, belief.LossUsdPerKg, 0.01);
            Assert.Equal(0.1, belief.LossProbability, 0.0001);
            Assert.Equal(rule is Salience ? 0 : 100, belief.Passages, 0.01);
        }
    }

    [Fact]
    public void LearningWithAPriorAndNoChange_StaysAtTheTruth()
    {
        foreach (IBeliefRule rule in new IBeliefRule[] { new Ewa(), new Bayesian(), new Informed() })
        {
            var belief = rule.Begin(0.03, 4000, Learning);
            for (var period = 0; period < 200; period++)
            {
                var n = 10.0 * (period % 4);
                var asExpected = Seen(n, 0.03 * n, 0.03 * n * 4000, retention: 0.97, valueAtRisk: 4000) with
                {
                    HeardPassages = 3 * n,
                    HeardLosses = 0.09 * n,
                    HeardLossUsdPerKg = 0.09 * n * 4000,
                    TrueLossProbability = 0.03,
                };
                belief = rule.Update(belief, asExpected, Learning);
            }

            Assert.Equal(0.03, belief.LossProbability, 1e-12);
            Assert.Equal(120, belief.LossUsdPerKg, 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void WhateverHappens_ProbabilitiesStayBetweenNoneAndAll(string kind)
    {
        var rule = (IBeliefRule)Activator.CreateInstance(Catalog.Kinds<IBeliefRule>()[kind])!;
        var periods = Gen.Select(Gen.Double[0, 50], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[-1, 1]).Array[1, 60];
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 300], periods).Sample((truth, retention, prior, happened) =>
        {
            var learning = Learning with { PriorPassages = prior };
            var belief = rule.Begin(truth, 100, learning);
            foreach (var (passages, lost, heardLost, news) in happened)
            {
                belief = rule.Adjust(belief, news, 100);
                belief = rule.Update(belief, new Experience(
                    14, retention, passages, passages * lost, passages * lost * 100, 30, 30 * heardLost, 30 * heardLost * 100, truth, 100), learning);
                Assert.InRange(belief.LossProbability, 0, 1);
                Assert.InRange(belief.PriorLossProbability, 0, 1);
                Assert.InRange(belief.LossUsdPerKg, 0, kind == "ewa" ? double.MaxValue : 100 + 1e-9);
                Assert.InRange(belief.LossProbability * rule.Emphasis(belief.LossProbability, learning), 0, 1 + 1e-12);
            }
        });
    }

    [Fact]
    public void EwasBeliefs_StayWithinThePriorAndTheLargestLossSeen() =>
        Gen.Select(Gen.Double[0, 100].Array[1, 200], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((losses, prior, retention) =>
        {
            var belief = new Belief(100, 50 * prior, prior, prior);
            foreach (var loss in losses)
                belief = new Ewa().Update(belief, Seen(1, 1, loss, retention: retention, valueAtRisk: 50), Learning);
            Assert.InRange(belief.LossUsdPerKg, 0, Math.Max(50 * prior, losses.Max()) + 1e-9);
        });

    [Fact]
    public void News_MovesTheBeliefAndItsPrior()
    {
        var belief = ((IBeliefRule)new Ewa()).Adjust(new Belief(40, 200, 0.05, 0.02), 0.1, 4000);
        Assert.Equal(new Belief(40, 600, 0.15000000000000002, 0.12000000000000001), belief);
        Assert.Equal(new Belief(40, 0, 0, 0), ((IBeliefRule)new Ewa()).Adjust(new Belief(40, 200, 0.05, 0.02), -0.5, 4000));
    }

    [Theory]
    [InlineData(0.05, 1.0)]
    [InlineData(0.13, 1.0)]
    [InlineData(0.26, 0.55)] // 0.1 + 0.9 · 0.5
    [InlineData(1.0, 0.217)] // 0.1 + 0.9 · 0.13
    public void Departures_FallPastTheThresholdDownToTheFloor(double loss, double share) =>
        Assert.Equal(share, Readiness.Deterrence(new DispatchParameters(0.5, 2, 0.13, 1, 0.1), loss), 1e-9);

    private static Experience Seen(double passages, double losses, double lossUsdPerKg, double retention = 1, double days = 14, double valueAtRisk = 100) =>
        new(days, retention, passages, losses, lossUsdPerKg, 0, 0, 0, 0, valueAtRisk);
}
