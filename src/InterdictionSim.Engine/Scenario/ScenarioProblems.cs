namespace InterdictionSim.Engine;

internal static class ScenarioProblems
{
    public static IReadOnlyList<Problem> Find(Scenario scenario) => [];
}
