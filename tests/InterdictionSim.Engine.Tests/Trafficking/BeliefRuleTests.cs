using CsCheck;
using InterdictionSim.Engine.Trafficking;
using InterdictionSim.Engine.Trafficking.Rules;

namespace InterdictionSim.Engine.Tests.Trafficking;

public class BeliefRuleTests
{
    private static readonly LearningParameters Learning = new("ewa", 14, 365, 100, 0.2, 0.5, 0.6, 30, 0.1, 0.1, 4.9, 0.5);

    [Fact]
    public void WithoutAPriorAndOnePassageATime_EwaIsCamererAndHos()
    {
        // Camerer & Ho (1999): N = φN + 1, A = (φNA + π)/N. By hand with φ = 0.9 and π = 0, 10, 0: N = 1, 1.9, 2.71; A = 0, 10/1.9, 9/2.71.
        var learning = Learning with { PriorPassages = 0 };
        var belief = new Belief(0, 0, 0);
        var attractions = new List<double>();
        foreach (var loss in new[] { 0.0, 10, 0 })
        {
            belief = new Ewa().Update(belief, new Experience(0.9, 1, loss, 0, 0, 0), learning);
            attractions.Add(belief.LossUsdPerKg);
        }

        Assert.Equal([0, 10 / 1.9, 9 / 2.71], attractions.Select(a => Math.Round(a, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(2.71, belief.Passages, 1e-12);
    }

    [Fact]
    public void WhatIsHeard_CountsByItsWeight()
    {
        var belief = new Ewa().Update(new Belief(0, 0, 0), new Experience(1, 2, 30, 4, 80, 0), Learning with { PriorPassages = 0 });
        Assert.Equal((30 + 0.5 * 80) / (2 + 0.5 * 4), belief.LossUsdPerKg, 1e-12);
    }

    [Fact]
    public void WithoutExperience_BeliefsLeakBackToThePrior()
    {
        var belief = new Belief(500, 90, 10);
        for (var period = 0; period < 400; period++)
            belief = new Ewa().Update(belief, new Experience(Math.Pow(2, -14.0 / 365), 0, 0, 0, 0, 0), Learning);
        Assert.Equal(10, belief.LossUsdPerKg, 0.01);
        Assert.Equal(100, belief.Passages, 0.01);
    }

    [Fact]
    public void Beliefs_StayWithinThePriorAndTheLargestLossSeen() =>
        Gen.Select(Gen.Double[0, 100].Array[1, 200], Gen.Double[0, 50], Gen.Double[0, 1]).Sample((losses, prior, retention) =>
        {
            var belief = new Belief(100, prior, prior);
            foreach (var loss in losses)
                belief = new Ewa().Update(belief, new Experience(retention, 1, loss, 0, 0, 0), Learning);
            Assert.InRange(belief.LossUsdPerKg, 0, Math.Max(prior, losses.Max()) + 1e-9);
        });

    [Theory]
    [InlineData(0.05, 1.0)]
    [InlineData(0.13, 1.0)]
    [InlineData(0.26, 0.55)] // 0.1 + 0.9 · 0.5
    [InlineData(1.0, 0.217)] // 0.1 + 0.9 · 0.13
    public void Departures_FallPastTheThresholdDownToTheFloor(double loss, double share) =>
        Assert.Equal(share, Readiness.Deterrence(new DispatchParameters(0.5, 2, 0.13, 1, 0.1), loss), 1e-9);
}
