using System.Diagnostics;
using System.Globalization;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Benchmarks.WholeModel;

/// <summary>The baseline against itself with ten posts where it has one, and as many measures: what an arrival costs in each.</summary>
/// <remarks>
/// Both run in one process in turn, a window each a round, so that a busy machine meets both alike. What disturbs a window only adds to its time: the least of
/// all windows tells best what the work takes.
/// </remarks>
public sealed class PostsRun : IDisposable
{
    private const int PostsForOne = 10;
    // Five times 14 days of 4 ticks: as many replannings in each.
    private const int WindowTicks = 280;
    private readonly int rounds;
    private readonly Simulation one = Prepare(BaselineScenario.Load(1, "run.endDate=2029-12-31"));
    private readonly Simulation ten = Prepare(Multiplied(BaselineScenario.Load(1, "run.endDate=2029-12-31")));
    private readonly (Window One, Window Ten)[] windows;

    /// <summary>Runs both past their warm-up and measures them.</summary>
    /// <param name="rounds">Windows of each.</param>
    public PostsRun(int rounds)
    {
        this.rounds = rounds;
        Next(one);
        Next(ten);
        // Who goes first changes from round to round.
        windows = [.. Enumerable.Range(0, rounds).Select(round => round % 2 == 0 ? (Next(one), Next(ten)) : Swap(Next(ten), Next(one)))];
    }

    /// <summary>Time of the Movement phase an arrival: with ten posts over with one.</summary>
    public double MovementRatio => Least(w => w.Ten.Nanoseconds[(int)Phase.Movement]) / Least(w => w.One.Nanoseconds[(int)Phase.Movement]);

    /// <summary>Prints a line a figure.</summary>
    public void Print(TextWriter output)
    {
        Line(output, "rounds", $"{rounds} of {WindowTicks} ticks");
        Line(output, "posts", $"{one.Parts.Stage.Posts.Length} and {ten.Parts.Stage.Posts.Length}; measures {one.Parts.Stage.Measures.Length} and {ten.Parts.Stage.Measures.Length}");
        Line(output, "kg seized", $"{SeizedKg(one):F0} and {SeizedKg(ten):F0}, expected {ExpectedKg(one):F0} and {ExpectedKg(ten):F0}, since the first day");
        Line(output, "arrivals a tick", $"{Median.Of(windows.Select(w => w.One.ArrivalsPerTick)):F1} and {Median.Of(windows.Select(w => w.Ten.ArrivalsPerTick)):F1}");
        foreach (var phase in Enum.GetValues<Phase>())
            Ratio(output, $"ns, {phase}", w => w.Nanoseconds[(int)phase]);
        Ratio(output, "ns, all phases", w => w.Nanoseconds.Sum());
        // Once for the compiler, which has its last version of a method only after many calls.
        RefreshMilliseconds(ten);
        Line(output, "ms to refresh", $"{RefreshMilliseconds(one):F3} and {RefreshMilliseconds(ten):F3}, all posts");
        Line(output, "bytes a tick", $"{BytesPerTick(one):F1} and {BytesPerTick(ten):F1}");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        one.Dispose();
        ten.Dispose();
    }

    /// <summary>
    /// The scenario with nine more checkpoints beside each of its checkpoints, built by measures that run from before the first day. The ten share the searches
    /// of the one, so that they seize about as much; only the one has a queue.
    /// </summary>
    internal static Scenario Multiplied(Scenario scenario)
    {
        var checkpoints = scenario.World.Posts.Where(p => p.Kind == PostKind.Checkpoint).ToArray();
        var countries = scenario.World.Agencies.ToDictionary(a => a.Id, a => a.Country, StringComparer.Ordinal);
        return scenario with
        {
            World = scenario.World with
            {
                Posts = [.. scenario.World.Posts.Select(p => p.Kind == PostKind.Checkpoint ? p with { Effort = p.Effort / PostsForOne } : p)],
            },
            Measures = (from post in checkpoints
                        from copy in Enumerable.Range(1, PostsForOne - 1)
                        select (Id: $"{post.Id}-{copy}", Measure: (IMeasure)new Checkpoint(
                            true, new Programme("TEST", countries[post.Agency], scenario.Run.FirstDay.AddDays(-1), 0, null, 0, 1e6),
                            post.Place, post.Reach, post.Agency, post.Officers, post.LegalTrafficPerDay, 1e9, post.Lanes, post.Effort / PostsForOne, 0)))
                .ToDictionary(m => m.Id, m => m.Measure, StringComparer.Ordinal),
        };
    }

    private static Simulation Prepare(Scenario scenario)
    {
        var simulation = new Simulation(scenario, BaselineScenario.Seed, replication: 0);
        BaselineScenario.Run(simulation, BaselineScenario.BurnInDays * scenario.Run.TicksPerDay);
        simulation.Clock = new PhaseClock();
        return simulation;
    }

    private static Window Next(Simulation simulation)
    {
        var phases = Enum.GetValues<Phase>();
        var (arrivals, before) = (simulation.Arrivals, phases.Select(phase => simulation.Clock![phase]).ToArray());
        BaselineScenario.Run(simulation, WindowTicks);
        double arrived = simulation.Arrivals - arrivals;
        return new Window([.. phases.Select(phase => (simulation.Clock![phase] - before[(int)phase]).TotalNanoseconds / arrived)], arrived / WindowTicks);
    }

    private static (Window, Window) Swap(Window ten, Window one) => (one, ten);

    private static double RefreshMilliseconds(Simulation simulation) => Enumerable.Range(0, 500).Min(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        simulation.Parts.Posts.Refresh();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });

    // From a January on: the turn of a year keeps that year's counts.
    private static double BytesPerTick(Simulation simulation)
    {
        while (simulation.Day is not { Month: 1, Day: 10 })
            simulation.Step();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        BaselineScenario.Run(simulation, Allocation.WindowTicks);
        return (double)(GC.GetTotalAllocatedBytes(precise: true) - before) / Allocation.WindowTicks;
    }

    private static double SeizedKg(Simulation simulation) => simulation.Parts.Ledger.SeizedGrams.Sum() / 1000.0;

    private static double ExpectedKg(Simulation simulation) =>
        simulation.Parts.Ledger.ExpectedSeizedGrams.Sum(units => units / Engine.Interdiction.InspectionTable.ExpectedUnitsPerGram) / 1000.0;

    private double Least(Func<(Window One, Window Ten), double> figure) => windows.Min(figure);

    private void Ratio(TextWriter output, string what, Func<Window, double> figure)
    {
        var (one, ten) = (Least(w => figure(w.One)), Least(w => figure(w.Ten)));
        Line(output, what, $"{one:F1} and {ten:F1}, ratio {ten / one:F3}; medians {Median.Of(windows.Select(w => figure(w.One))):F1} and {Median.Of(windows.Select(w => figure(w.Ten))):F1}");
    }

    private static void Line(TextWriter output, string what, FormattableString figure) =>
        output.WriteLine($"{what,-18} {figure.ToString(CultureInfo.InvariantCulture)}");

    // Nanoseconds an arrival, by phase.
    private readonly record struct Window(double[] Nanoseconds, double ArrivalsPerTick);
}
