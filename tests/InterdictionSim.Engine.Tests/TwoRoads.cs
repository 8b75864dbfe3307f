namespace InterdictionSim.Engine.Tests;

/// <summary>Two equal roads from home over the border to one market, each with a post on the far bank.</summary>
internal static class TwoRoads
{
    public static Scenario Scenario(double lossProbability = 0.05)
    {
        var scenario = TestScenario.Create(
            [
                TestScenario.Place("AFG_HOME", "AFG", PlaceKind.Source), TestScenario.Place("TJK_A", "TJK"), TestScenario.Place("TJK_B", "TJK"),
                TestScenario.Place("RUS_MARKET", "RUS", PlaceKind.Market),
            ],
            [
                TestScenario.Road("XB_A:AFG-TJK", "AFG_HOME", "TJK_A"), TestScenario.Road("XB_B:AFG-TJK", "AFG_HOME", "TJK_B"),
                TestScenario.Road("NORTH_A", "TJK_A", "RUS_MARKET"), TestScenario.Road("NORTH_B", "TJK_B", "RUS_MARKET"),
            ],
            [TestScenario.Post("POST_A", "TJK_A", "TJK", lossProbability), TestScenario.Post("POST_B", "TJK_B", "TJK", lossProbability)]);
        return scenario with { Run = scenario.Run with { WarmUpDays = 0 } };
    }
}
