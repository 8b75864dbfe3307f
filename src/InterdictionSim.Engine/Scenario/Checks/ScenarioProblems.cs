namespace InterdictionSim.Engine;

/// <summary>Every reason why a scenario cannot run.</summary>
internal static class ScenarioProblems
{
    public static IReadOnlyList<Problem> Find(Scenario scenario)
    {
        var list = new ProblemList();
        var known = new KnownIds(scenario);
        RunChecks.Check(scenario, list);
        GoodsChecks.Check(scenario, known, list);
        TradeChecks.Check(scenario, known, list);
        ControlChecks.Check(scenario, known, list);
        SecurityChecks.Check(scenario, known, list);
        PlaceChecks.Check(scenario, known, list);
        ActorChecks.Check(scenario, known, list);
        NetworkChecks.Check(scenario, list);
        MeasureChecks.Check(scenario, known, list);
        return list.Problems;
    }
}
