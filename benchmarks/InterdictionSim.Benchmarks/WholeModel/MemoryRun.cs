using System.Globalization;
using InterdictionSim.Engine;

namespace InterdictionSim.Benchmarks.WholeModel;

/// <summary>What a prepared run of the baseline retains: per trafficker, and whatever the number of them.</summary>
public static class MemoryRun
{
    private const int Traffickers = 1_000_000;
    private const double MostBytesPerTrafficker = 64;

    /// <summary>Prints the bytes; 1 if a trafficker more takes over 64.</summary>
    public static int Print(TextWriter output)
    {
        var one = Retained(populationScale: 1);
        // Rounding by organisation may leave one or two off the million.
        var scale = (double)Traffickers / one.Traffickers;
        Retained(scale);
        var million = Retained(scale);
        var twoMillion = Retained(2 * scale);
        var each = (double)(twoMillion.Bytes - million.Bytes) / (twoMillion.Traffickers - million.Traffickers);
        foreach (var (traffickers, bytes) in new[] { one, million, twoMillion })
            Line(output, $"{traffickers,9} traffickers retain {bytes,11} bytes, {(double)bytes / traffickers,6:F1} each");
        Line(output, $"{each,9:F1} bytes a trafficker more; expected at most {MostBytesPerTrafficker:F0}");
        Line(output, $"{million.Bytes - each * million.Traffickers,9:F0} bytes of fixed costs at a million");
        return each <= MostBytesPerTrafficker ? 0 : 1;
    }

    private static (int Traffickers, long Bytes) Retained(double populationScale)
    {
        var scenario = BaselineScenario.Load(populationScale);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var simulation = new Simulation(scenario, BaselineScenario.Seed, replication: 0);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        return (BaselineScenario.Traffickers(simulation), bytes);
    }

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
