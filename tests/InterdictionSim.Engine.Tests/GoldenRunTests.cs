namespace InterdictionSim.Engine.Tests;

/// <summary>
/// Results of one small run, kept. Another machine, runtime or instruction set that gives other bits shows here; so does a change of the model, which then
/// raises <see cref="Simulation.ModelVersion"/> and is told in the changelog under "Results change".
/// </summary>
public class GoldenRunTests
{
    private const int Version = 2;
    private const string Fingerprint = "8B4AEB2EAC7161626CEABE06FA2A964EF657E9B392A4662A8990C6117CAB0FF3";

    [Fact]
    public void ResultsChange_OnlyWithTheModelVersion()
    {
        var scenario = TestScenario.OneRoad(0.1);
        using var simulation = new Simulation(scenario with { Run = scenario.Run with { EndDate = new DateOnly(2010, 6, 30) } }, 7, 3);
        var fingerprint = simulation.RunToEnd().Fingerprint();
        Assert.True(
            Simulation.ModelVersion == Version && fingerprint == Fingerprint,
            $"Model version {Simulation.ModelVersion} gives {fingerprint}; kept are version {Version} and {Fingerprint}. If results are meant to change, raise the version, keep the new "
            + "fingerprint here and say so in the changelog.");
    }
}
