using System.Diagnostics;
using System.Globalization;
using InterdictionSim.Engine;

namespace InterdictionSim.Benchmarks.WholeModel;

/// <summary>The whole-process mode of the baseline: time of a replication, where it goes, and what it allocates.</summary>
public sealed class BaselineRun(int replications, int populationScale)
{
    private readonly Scenario scenario = BaselineScenario.Load(populationScale);

    /// <summary>Prints a line a figure; times are medians over the replications, after one that is not timed.</summary>
    public void Print(TextWriter output)
    {
        Time(replication: 0);
        var times = Enumerable.Range(0, replications).Select(Time).ToArray();
        var milliseconds = Median.Of(times.Select(t => t.Milliseconds));
        Line(output, "replications", $"{replications}");
        Line(output, "one replication", $"{milliseconds:F0} ms, of which preparing {Median.Of(times.Select(t => t.PreparingMilliseconds)):F0} ms");
        Line(output, "ticks", $"{times[0].Ticks}");
        Line(output, "arrivals", $"{Median.Of(times.Select(t => (double)t.Arrivals)):F0}, {Median.Of(times.Select(t => (double)t.Arrivals / t.Ticks)):F1} a tick");
        Line(output, "ns an arrival", $"{Median.Of(times.Select(t => t.Milliseconds * 1e6 / t.Arrivals)):F0}, all phases");
        PrintPhases(output);
        PrintBytes(output);
    }

    private RunTime Time(int replication)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        using var simulation = new Simulation(scenario, BaselineScenario.Seed, replication);
        var prepared = Stopwatch.GetElapsedTime(start);
        simulation.Run();
        return new RunTime(Stopwatch.GetElapsedTime(start).TotalMilliseconds, prepared.TotalMilliseconds, simulation.Tick, simulation.Arrivals);
    }

    // A replication of its own, because reading the clock takes time too.
    private void PrintPhases(TextWriter output)
    {
        using var simulation = new Simulation(scenario, BaselineScenario.Seed, replication: 0) { Clock = new PhaseClock() };
        var (underWay, days) = (0.0, 0);
        while (!simulation.IsFinished)
        {
            var measured = simulation.Day >= scenario.Run.StartDate;
            BaselineScenario.Run(simulation, scenario.Run.TicksPerDay);
            (underWay, days) = measured ? (underWay + BaselineScenario.UnderWay(simulation), days + 1) : (underWay, days);
        }

        Line(output, "under way", $"{underWay / days / BaselineScenario.Traffickers(simulation):P1} of {BaselineScenario.Traffickers(simulation)} traffickers, mean over the measured days");
        var total = Enum.GetValues<Phase>().Sum(phase => simulation.Clock[phase].TotalMilliseconds);
        foreach (var phase in Enum.GetValues<Phase>())
            Line(output, $"phase {phase}", $"{simulation.Clock[phase].TotalMilliseconds / total,6:P1} {simulation.Clock[phase].TotalMilliseconds,7:F1} ms");
        Line(output, "ns an arrival", $"{simulation.Clock[Phase.Movement].TotalNanoseconds / simulation.Arrivals:F1}, Movement alone");
    }

    // From a January on which every season has been seen; the turn of a year keeps that year's tables, so it is told apart.
    private void PrintBytes(TextWriter output)
    {
        using var simulation = BaselineScenario.InSteadyState(populationScale);
        RunUntil(simulation, new DateOnly(2011, 1, 10));
        var start = GC.GetTotalAllocatedBytes(precise: true);
        BaselineScenario.Run(simulation, Allocation.WindowTicks);
        var steady = GC.GetTotalAllocatedBytes(precise: true);
        RunUntil(simulation, new DateOnly(2012, 1, 10));
        var turned = GC.GetTotalAllocatedBytes(precise: true);
        Line(output, "bytes a tick", $"{(double)(steady - start) / Allocation.WindowTicks:F1} over {Allocation.WindowTicks} ticks inside a year; {turned - steady} bytes at its turn");
    }

    private static void RunUntil(Simulation simulation, DateOnly day)
    {
        while (simulation.Day < day)
            simulation.Step();
    }

    private static void Line(TextWriter output, string what, FormattableString figure) =>
        output.WriteLine($"{what,-18} {figure.ToString(CultureInfo.InvariantCulture)}");

    private readonly record struct RunTime(double Milliseconds, double PreparingMilliseconds, int Ticks, long Arrivals);
}
