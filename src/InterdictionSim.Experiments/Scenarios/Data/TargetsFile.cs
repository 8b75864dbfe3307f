using InterdictionSim.Experiments.Results;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Published figures in <c>targets.json</c> of the data folder.</summary>
public static class TargetsFile
{
    /// <summary>The figures that an outcome can be held against, by ordinal id; rows without an outcome are left out.</summary>
    /// <exception cref="Engine.ScenarioException">The file is missing or has mistakes.</exception>
    public static IReadOnlyList<PublishedFigure> Read(string dataFolder) =>
    [
        .. DataFile.Read<Target>(dataFolder, "targets.json", "targets")
            .Where(t => t.Row.Outcome is not null)
            .OrderBy(t => t.Id, StringComparer.Ordinal)
            .Select(t => t.Row.Figure(t.Id)),
    ];

    private sealed record Target(
        string? Outcome, string Quantity, double Value, double? Low, double? High, string Unit, int Year, string Grade, string Use, string Source)
    {
        // A figure without a range stands for itself.
        public PublishedFigure Figure(string id) => new(id, Outcome!, Quantity, Value, Low ?? Value, High ?? Value, Unit, Year, Grade, Use, Source);
    }
}
