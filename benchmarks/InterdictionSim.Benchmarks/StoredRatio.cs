using System.Text.Json;

namespace InterdictionSim.Benchmarks;

/// <summary>The ratio that the gate compares with, and how it was measured.</summary>
/// <param name="EngineOverNaive">Time of the engine over that of the naive objects, both on one thread.</param>
/// <param name="Measured">Day, size, machine.</param>
public sealed record StoredRatio(double EngineOverNaive, string Measured)
{
    /// <summary>Reads <c>stored-ratio.json</c>, which is embedded in this assembly.</summary>
    public static StoredRatio Load()
    {
        using var stream = typeof(StoredRatio).Assembly.GetManifestResourceStream("stored-ratio.json")
            ?? throw new InvalidOperationException("The assembly carries no resource stored-ratio.json.");
        return JsonSerializer.Deserialize<StoredRatio>(stream, JsonSerializerOptions.Web) ?? throw new InvalidDataException("stored-ratio.json holds nothing.");
    }
}
