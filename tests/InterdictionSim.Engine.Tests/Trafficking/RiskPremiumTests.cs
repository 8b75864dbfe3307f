using CsCheck;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tests.Trafficking;

public class RiskPremiumTests
{
    private static readonly RiskParameters Risk = new(0.25, 0.5, 2, 5);

    [Theory]
    [InlineData(0.006, 0.003, 2.5)] // 1 + 0.5·(2² − 1)
    [InlineData(0.003, 0.003, 1)]
    [InlineData(0.001, 0.003, 1)] // never below one
    [InlineData(1.0 / 3, 0.003, 5)] // one loss in three passages: 6,173 without the bound
    [InlineData(0.001, 0, 5)] // a post where there was none
    [InlineData(0, 0, 1)]
    public void Premium_FollowsTheRiseOfTheBelievedRisk(double now, double atStart, double premium) =>
        Assert.Equal(premium, RiskPremium.Of(Risk, now, atStart), 1e-9);

    [Fact]
    public void Premium_IsBounded() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 10], Gen.Double[0, 10], Gen.Double[1, 50]).Sample((now, atStart, weight, exponent, most) =>
            Assert.InRange(RiskPremium.Of(new RiskParameters(1, weight, exponent, most), now, atStart), 1, most));

    [Fact]
    public void Premium_MultipliesCrewPayAndTheCostOfAnArrestOnThatLinkOnly()
    {
        // Salience begins at 0.02 and learns p = 0.1 on the way in.
        var scenario = TestScenario.OneRoad(0.1);
        scenario = scenario with
        {
            Learning = scenario.Learning with { Rule = "salience" },
            Market = scenario.Market with { PassThrough = 0 },
            Cost = scenario.Cost with { InterestPerYear = 0 },
        };
        using Simulation with = Ahead(scenario with { Risk = Risk }), without = Ahead(scenario);
        var network = with.Parts.Stage.Network;
        var d = Enumerable.Range(0, network.DirectedLinks).Single(d => network.Tail[d] == network["AFG_HOME"]);
        var belief = with.Parts.Beliefs[0, d];
        Assert.Equal(without.Parts.Beliefs[0, d], belief);
        var premium = RiskPremium.Of(Risk, belief.LossProbability, 0.02);
        Assert.InRange(premium, 1.01, 5);
        // Crew pay 100 USD a day over 10 kg for one day; an arrest 20,000 USD over 10 kg.
        Assert.Equal((premium - 1) * 10, with.Parts.Costs.Cost[d] - without.Parts.Costs.Cost[d], 1e-9);
        var felt = 0.25 * belief.LossProbability / (0.5 * (1 - belief.LossProbability) + belief.LossProbability) * (2600 + premium * 2000);
        Assert.Equal(felt, with.Parts.Costs.Felt[d] - with.Parts.Costs.Cost[d], 1e-9);
        var unwatched = Enumerable.Range(0, network.DirectedLinks).Where(l => !with.Parts.Beliefs.Watched.Contains(l));
        Assert.All(unwatched, l => Assert.Equal(without.Parts.Costs.Cost[l], with.Parts.Costs.Cost[l]));
    }

    [Fact]
    public void WithoutWeight_ThePremiumsBoundsChangeNoBit()
    {
        var scenario = TestScenario.OneRoad(0.1);
        using Simulation other = new(scenario with { Risk = scenario.Risk with { PremiumExponent = 3, PremiumMaximum = 9 } }, 1, 0), same = new(scenario, 1, 0);
        Assert.Equal(same.RunToEnd().Fingerprint(), other.RunToEnd().Fingerprint());
    }

    // Just after the first replanning, where both have seen the same.
    private static Simulation Ahead(Scenario scenario)
    {
        var simulation = new Simulation(scenario, 1, 0);
        while (simulation.Tick < 14 * 4)
            simulation.Step();
        return simulation;
    }
}
