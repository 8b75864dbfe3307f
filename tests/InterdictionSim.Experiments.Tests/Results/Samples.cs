using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Experiments.Results;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests.Results;

/// <summary>Results of a scenario that never ran: three replications, two outcomes, two days, one link.</summary>
internal static class Samples
{
    public static readonly RunLayout Layout = new(
        new DateOnly(2010, 1, 1),
        [
            new("seized.TJK", "kg/yr", Direction.Up, "heroin seized in Tajikistan"),
            new("rate", "share", Direction.Up, "seized over all that met its fate"),
        ],
        [new("seizedKg.TJK", "kg/day", "heroin seized in Tajikistan")],
        [new("E001", "AFG_KUNDUZ", "TJK_KULYAB")]);

    public static LoadedScenario Loaded(string name = "sample", string hash = "0123456789abcdef") =>
        new(Named(name), [new("/fleet/turnaroundDays", "290", "baseline.json"), new("/learning/rule", "\"ewa\"", "--set")], "{}", hash, "");

    public static readonly Dictionary<string, ParameterSource> Sources = new()
    {
        ["/fleet/turnaroundDays"] = new("day", 60, 600, "C", "cycle of 307 days", "mean time from delivery to the next load"),
    };

    public static RunResults Results(string name = "sample", double nan = double.NaN) => new(Named(name), 1, Layout,
    [
        new(0, [985.25, 0.1], [1.5, 2.5], [12.5]),
        new(1, [-0.5, nan], [3.5, 4.5], [0]),
        new(2, [1e-300, 1.0 / 3], [5.5, 6.5], [double.MaxValue]),
    ],
    []);

    private static Scenario Named(string name) => new(
        name, new RunSettings(6, new(2010, 1, 1), new(2010, 1, 2), 0, 1), null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, null!,
        null!, null!, null!, null!, null!, null!, null!);
}

/// <summary>A folder of a test's own, removed after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("interdiction-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
