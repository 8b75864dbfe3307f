using System.Globalization;
using InterdictionSim.Engine;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Benchmarks.WholeModel;

/// <summary>The shipped baseline, as the benchmarks of the whole model run it.</summary>
public static class BaselineScenario
{
    /// <summary>Seed of all runs.</summary>
    public const ulong Seed = 2010;

    /// <summary>Days until a run is in its steady state: over the warm-up of a year, and the first replannings of the year measured.</summary>
    public const int BurnInDays = 400;

    /// <summary>Loads the baseline as a user does.</summary>
    /// <param name="populationScale">1 is 12,080 traffickers.</param>
    /// <param name="sets">Further values, as <c>run.endDate=2019-12-31</c>.</param>
    public static Scenario Load(double populationScale = 1, params string[] sets)
    {
        var scale = string.Create(CultureInfo.InvariantCulture, $"run.populationScale={populationScale:R}");
        return ScenarioLoader.Load(Path.Join(Root(), "scenarios", "baseline-2010.json"), [], [scale, .. sets]).Scenario;
    }

    /// <summary>A run after <see cref="BurnInDays"/>, with as many days before it as anyone will measure.</summary>
    public static Simulation InSteadyState(double populationScale)
    {
        var simulation = new Simulation(Load(populationScale, "run.endDate=2019-12-31"), Seed, replication: 0);
        Run(simulation, BurnInDays * simulation.Parts.Stage.Scenario.Run.TicksPerDay);
        return simulation;
    }

    /// <summary>Goes on by some ticks.</summary>
    public static void Run(Simulation simulation, int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
            simulation.Step();
    }

    /// <summary>All traffickers of all organisations.</summary>
    public static int Traffickers(Simulation simulation) => simulation.Parts.Stage.Bands.Sum(b => b.Traffickers);

    /// <summary>Traffickers who are neither at home nor under arrest.</summary>
    public static int UnderWay(Simulation simulation) =>
        simulation.Parts.Stage.Bands.Sum(b => b.Traffickers - simulation.Parts.Dispatch.Idle(b.Index) - simulation.Parts.Dispatch.Arrested(b.Index));

    // Benchmarks run from a folder of their own below this project's output.
    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Join(folder.FullName, "InterdictionSim.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The benchmarks run from inside the repository: no folder above them holds InterdictionSim.sln.");
    }
}
