using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Tests.State;

public class LearningStateTests
{
    [Fact]
    public void WhatBeliefsCrowdingAndVigilanceKeep_ComesBackToTheBit()
    {
        using Simulation run = New(), other = New();
        while (run.Day < new DateOnly(2010, 5, 3))
            run.Step();
        var saved = Taken(run);
        foreach (var (part, restored) in Keepers(run).Zip(Keepers(other)))
        {
            var archive = new StateArchive(Taken(part));
            restored.Exchange(archive);
            Assert.True(archive.IsAtEnd);
        }

        Assert.Equal(saved, Taken(other));
        Assert.All(run.Parts.Beliefs.Watched, d => Assert.Equal(run.Parts.Beliefs[0, d], other.Parts.Beliefs[0, d]));
        Assert.Equal(run.Parts.Vigilance.Prevalence(0), other.Parts.Vigilance.Prevalence(0));
        Assert.Equal(run.Parts.Crowding.UsdPerKg, other.Parts.Crowding.UsdPerKg);
    }

    private static Simulation New() => new(TestScenario.OneRoad(0.1).Responsive("ewa"), 1, 0);

    private static IState[] Keepers(Simulation simulation) => [simulation.Parts.Beliefs, simulation.Parts.Crowding, simulation.Parts.Vigilance];

    private static byte[] Taken(Simulation simulation) => Taken(Keepers(simulation));

    private static byte[] Taken(params IState[] parts)
    {
        var archive = new StateArchive();
        archive.Exchange(parts);
        return archive.Bytes.ToArray();
    }
}
