namespace InterdictionSim.Experiments.Tests.Docs;

/// <summary>The examples of <c>docs/extending.md</c>, compiled as files of the engine.</summary>
public sealed class ExtendingTests : IDisposable
{
    private static readonly string[] teams =
    [
        .. new[]
        {
            "enabled=true", "agency=TJK_DCA", "teams=2", "officersPerTeam=10", "searchesPerTeamDay=20", "equipment=0.5", "sites/TJK_DUSHANBE=true", "sites/TJK_KHUJAND=true",
            "sites/TJK_KULYAB=true", "legalTrafficPerDay=1000", "policy=least-visited", "reallocateDays=14", "programme/sponsor=USA", "programme/host=TJK",
            "programme/start=2010-01-01", "programme/leadDays=0", "programme/end=null", "programme/capitalUsd=0", "programme/runningUsdPerYear=0",
        }.Select(set => $"/measures/mobile-teams/cities/{set}"),
    ];

    private static readonly string[] shortRun = ["run.endDate=2010-03-31", "run.warmUpDays=0"];
    private readonly string folder = Directory.CreateTempSubdirectory("extending-").FullName;
    private readonly Examples examples = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheExamples_CompileAndRun()
    {
        var (keys, without) = Run(Repository.Baseline, [.. shortRun, "learning.rule=stubborn"]);
        Assert.DoesNotContain("integrity-unit/panj", keys);
        var (taken, with) = Run(Policy(), [.. shortRun, "learning.rule=stubborn"]);
        Assert.Contains("integrity-unit/panj", taken);

        var (_, moving) = Run(Repository.Baseline, [.. shortRun, .. teams]);
        Assert.InRange(with("delivered-share"), 0.1, 1.5);
        // Two teams and three sites: each fortnight at least one moves on.
        Assert.True(moving("team-moves.mobile-teams/cities") > 12);
        Assert.Contains("more-seizures", examples.Kinds("InterdictionSim.Engine.Contrasts.IContrast"));
        // Fewer bribes on the same draws: what is expected to be seized can only rise.
        Assert.True(with("expected-seized.TJK") > without("expected-seized.TJK"));
    }

    // The example's policy as if it stood in scenarios/policies.
    private string Policy()
    {
        var path = Path.Join(folder, "policy.json");
        File.WriteAllText(path, Assert.Single(Examples.Fenced("json")).Replace("../baseline-2010.json", Repository.Baseline.Replace('\\', '/'), StringComparison.Ordinal));
        return path;
    }

    private (IReadOnlyList<string> Measures, Func<string, double> Outcome) Run(string file, string[] sets)
    {
        var loader = examples.Find("InterdictionSim.Experiments.Scenarios.ScenarioLoader");
        dynamic loaded = loader.GetMethod("Load")!.Invoke(null, [file, Array.Empty<string>(), sets])!;
        dynamic model = Activator.CreateInstance(examples.Find("InterdictionSim.Experiments.Running.ScenarioModel"), [loaded.Scenario, 1UL])!;
        dynamic record = model.Simulate(0, TestContext.Current.CancellationToken);
        dynamic layout = model.Layout;
        double[] outcomes = record.Outcomes;
        return ([.. ((System.Collections.IDictionary)loaded.Scenario.Measures).Keys.Cast<string>()], name => outcomes[(int)layout.OutcomeIndex(name)]);
    }
}
