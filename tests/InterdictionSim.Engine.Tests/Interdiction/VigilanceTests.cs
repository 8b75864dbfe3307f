using InterdictionSim.Engine.Interdiction;

namespace InterdictionSim.Engine.Tests.Interdiction;

public class VigilanceTests
{
    private static readonly VigilanceParameters Wolfe = new(0.375, 0.0667, 0.731, 0.001, 0.0001, 90);

    [Theory]
    [InlineData(0.5, 0.07)]
    [InlineData(0.1, 0.16)]
    [InlineData(0.01, 0.30)]
    public void SearchersMiss_WhatWolfeAndOthersMeasured(double prevalence, double missed) =>
        Assert.Equal(missed, Vigilance.Miss(Wolfe, prevalence), 0.005);

    [Theory]
    [InlineData(0.5, 0.93)]
    [InlineData(0.1, 0.84)]
    [InlineData(0.01, 0.70)]
    public void ALoadThatIsSearched_IsFoundTheOftenerTheMoreLoadsThereAre(double prevalence, double found)
    {
        // Unnormalised: a sensitivity d times 1 − miss.
        const double Sensitivity = 0.35;
        var atReference = 1 - Vigilance.Miss(Wolfe, Wolfe.ReferencePrevalence);
        Assert.Equal(found * Sensitivity, Sensitivity * Vigilance.Attention(Wolfe, prevalence) * atReference, 0.005 * Sensitivity);
    }

    [Fact]
    public void AtTheReferencePrevalence_SensitivitiesHold() => Assert.Equal(1, Vigilance.Attention(Wolfe, 0.001));

    [Fact]
    public void APostThatFindsMuch_LooksBetter_AndOneThatFindsNothingLooksWorse()
    {
        // Each search of few vehicles finds a load in ten or so; at the other post there is nothing to find.
        var scenario = TestScenario.OneRoad(0).With(w => w with
        {
            Posts =
            [
                new Post("BUSY", PostKind.Checkpoint, PostReach.Border, "TJK_BANK", "TJK", 10, 30, 1e6, 1, 1, 0),
                new Post("IDLE", PostKind.Checkpoint, PostReach.Interior, "AFG_HOME", "AFG", 10, 30, 1e6, 1, 1, 0),
            ],
        });
        using var simulation = new Simulation(scenario with { Vigilance = Wolfe }, 1, 0);
        Assert.Equal([1, 1], simulation.Parts.Posts.Attention);
        simulation.RunToEnd();
        var attention = simulation.Parts.Posts.Attention;
        var prevalence = simulation.Parts.Vigilance.Prevalence(0);
        Assert.InRange(prevalence, 0.05, 1);
        Assert.Equal(Vigilance.Attention(Wolfe, prevalence), attention[0], 0.01);
        Assert.True(attention[0] > 1.1);
        Assert.Equal(Vigilance.Attention(Wolfe, Wolfe.LeastPrevalence), attention[1], 1e-3);
    }

    [Fact]
    public void Patrols_HaveNone()
    {
        var sector = new Post("SECTOR", PostKind.Patrol, PostReach.Border, "TJK_BANK", "TJK", 38, 0, 0, 1, 1, 20);
        using var simulation = new Simulation(TestScenario.OneRoad(0).With(w => w with { Posts = [sector] }) with { Vigilance = Wolfe }, 1, 0);
        simulation.RunToEnd();
        Assert.Equal([1], simulation.Parts.Posts.Attention);
    }

    [Fact]
    public void WhereNothingIsMissedForWantOfAttention_ItsOtherValuesChangeNoBit()
    {
        var scenario = TestScenario.OneRoad(0.1);
        using Simulation other = new(scenario with { Vigilance = new VigilanceParameters(0, 0.2, 0.5, 0.01, 0.001, 30) }, 1, 0), same = new(scenario, 1, 0);
        Assert.Equal(same.RunToEnd().Fingerprint(), other.RunToEnd().Fingerprint());
    }
}
