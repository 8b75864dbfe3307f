using InterdictionSim.Engine;
using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests.Scenarios;

/// <summary>The scenarios that come with the program.</summary>
public sealed class ShippedScenariosTests
{
    private static readonly string Scenarios = Path.Join(Root(), "scenarios");

    public static TheoryData<string> Files => [.. Policies().Prepend("baseline-2010.json")];

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryShippedScenario_LoadsWithoutProblems(string file)
    {
        SkipWithoutData();
        var loaded = ScenarioLoader.Load(Path.Join(Scenarios, file), [], []);
        Assert.NotEmpty(loaded.Scenario.World.Places);
        Assert.All(loaded.Values, v => Assert.False(Path.IsPathRooted(v.Origin)));
    }

    [Fact]
    public void EveryParameterWithASource_IsAValueOfTheBaseline()
    {
        SkipWithoutData();
        var known = ScenarioLoader.Load(Path.Join(Scenarios, "baseline-2010.json"), [], []).Values.Select(v => v.Path).ToHashSet(StringComparer.Ordinal);
        var parameters = ParametersFile.Read(Path.Join(Scenarios, "data"));
        Assert.NotEmpty(parameters);
        Assert.DoesNotContain(parameters.Keys, p => !p.StartsWith("/world/", StringComparison.Ordinal) && !known.Contains(p));
    }

    [Fact]
    public void PublishedFigures_AreRead()
    {
        SkipWithoutData();
        Assert.Contains(TargetsFile.Read(Path.Join(Scenarios, "data")), f => f.Id == "K11");
    }

    private static string[] Policies() => Directory.Exists(Path.Join(Scenarios, "policies"))
        ? [.. Directory.GetFiles(Path.Join(Scenarios, "policies"), "*.json").Select(p => "policies/" + Path.GetFileName(p)).Order(StringComparer.Ordinal)]
        : [];

    private static void SkipWithoutData() => Assert.SkipUnless(Directory.Exists(Scenarios), "this copy of the source has no scenarios");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Join(folder.FullName, "InterdictionSim.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
