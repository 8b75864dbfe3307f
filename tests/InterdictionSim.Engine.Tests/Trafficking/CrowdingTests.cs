using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tests.Trafficking;

public class CrowdingTests
{
    private static readonly CostParameters Cost = TestScenario.OneRoad(0).Cost with { CrowdingUsdPerKg = 60, CrowdingMaximum = 4, CrowdingSmoothingDays = 30 };

    [Theory]
    [InlineData(100, 100, 0)]
    [InlineData(250, 100, 90)] // 60·1.5
    [InlineData(0, 100, -60)]
    [InlineData(1e6, 100, 240)] // at most 4 times as much more
    [InlineData(50, 0, 0)] // where nothing is usual
    public void Crowding_ChargesWhatIsAboveTheUsual(double flow, double usual, double usdPerKg) => Assert.Equal(usdPerKg, Crowding.Charge(Cost, flow, usual), 1e-9);

    [Fact]
    public void NothingIsCharged_BeforeTheStartDate()
    {
        using var simulation = Crowded();
        while (simulation.Day < new DateOnly(2010, 1, 1))
            simulation.Step();
        Assert.All(simulation.Parts.Crowding.UsdPerKg, usd => Assert.Equal(0, usd, 1e-9));
        while (simulation.Day < new DateOnly(2010, 6, 1))
            simulation.Step();
        Assert.Contains(simulation.Parts.Crowding.UsdPerKg, usd => usd != 0);
    }

    [Fact]
    public void TheChargeOfADay_FollowsTheExponentialAverage()
    {
        using var simulation = Crowded();
        var network = simulation.Parts.Stage.Network;
        var d = Enumerable.Range(0, network.DirectedLinks).Single(d => network.Tail[d] == network["AFG_HOME"]);
        double average = 0, share = 0, usual = 0, charge = 0;
        var keep = Math.Exp(-1.0 / 30);
        long before = 0;
        while (simulation.Day < new DateOnly(2010, 3, 1))
        {
            var day = simulation.Day;
            while (simulation.Day == day)
                simulation.Step();
            var grams = simulation.Parts.Tallies.Sum(t => t.Traffic[d].Grams);
            (average, share, before) = (average * keep + (grams - before) * (1 - keep), share * keep + 1 - keep, grams);
            if (simulation.Day == new DateOnly(2010, 1, 1))
                usual = average / share;
            charge = usual > 0 ? 60 * Math.Clamp(average / share / usual - 1, -1, 4) : 0;
        }

        Assert.Equal(charge, simulation.Parts.Crowding.UsdPerKg[d], 1e-6);
        Assert.True(charge != 0);
        var inside = Enumerable.Range(0, network.DirectedLinks).Where(l => !network.CrossesBorder(l));
        Assert.All(inside, l => Assert.Equal(0, simulation.Parts.Crowding.UsdPerKg[l]));
    }

    [Fact]
    public void WhatIsCharged_IsPartOfTheCostOfTheLink()
    {
        using var simulation = Crowded();
        while (simulation.Day < new DateOnly(2010, 6, 1))
            simulation.Step();
        // A month of calendar turns nothing here, so costs are those of the last replanning: let one pass and compare on its day.
        var network = simulation.Parts.Stage.Network;
        var d = Enumerable.Range(0, network.DirectedLinks).Single(d => network.Tail[d] == network["AFG_HOME"]);
        while (simulation.Tick / 4 % 14 != 0)
            simulation.Step();
        // 100 km at 0.02, handling 8, border 60, crew 100/10 for a day, interest on 2,600 by ψ and what crowds.
        var interest = 0.2 / 365.25 * simulation.Parts.Prices.UsdPerKg[0][network["AFG_HOME"]];
        Assert.Equal(2 + 8 + 60 + 10 + interest + simulation.Parts.Crowding.UsdPerKg[d], simulation.Parts.Costs.Carriage[d], 1e-9);
    }

    [Fact]
    public void SwitchedOff_ItsOtherValuesChangeNoBit()
    {
        var scenario = TestScenario.OneRoad(0.1);
        using Simulation other = new(scenario with { Cost = scenario.Cost with { CrowdingMaximum = 1, CrowdingSmoothingDays = 5 } }, 1, 0), same = new(scenario, 1, 0);
        Assert.Equal(same.RunToEnd().Fingerprint(), other.RunToEnd().Fingerprint());
    }

    private static Simulation Crowded()
    {
        var scenario = TestScenario.OneRoad(0.05);
        return new Simulation(scenario with { Cost = scenario.Cost with { CrowdingUsdPerKg = 60, CrowdingMaximum = 4, CrowdingSmoothingDays = 30 } }, 1, 0);
    }
}
