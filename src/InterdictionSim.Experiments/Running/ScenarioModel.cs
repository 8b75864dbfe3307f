using System.Collections.Concurrent;
using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Tracing;

namespace InterdictionSim.Experiments.Running;

/// <summary>A scenario with a seed, ready to be replicated.</summary>
/// <remarks>Thread-safe: each replication is a simulation of its own.</remarks>
public sealed class ScenarioModel(Scenario scenario, ulong seed)
{
    private readonly ConcurrentDictionary<int, IReadOnlyList<TraceEvent>> traces = new();
    private RunLayout? layout;

    /// <summary>Names and units of what each replication tells; known once a replication has begun, else read from a simulation that is not run.</summary>
    public RunLayout Layout => layout ??= new Simulation(scenario, seed, 0).Layout;

    /// <summary>Ticks that have passed when <see cref="Save"/> is called, ascending.</summary>
    public IReadOnlyList<int> SaveAt { get; init; } = [];

    /// <summary>Saves a run as it stands; called from several threads.</summary>
    public Action<Simulation> Save { get; init; } = _ => { };

    /// <summary>State that the only replication goes on from; null when replications begin at the beginning.</summary>
    public ReadOnlyMemory<byte>? From { get; init; }

    /// <summary>Traffickers and posts to follow (<see cref="Simulation.Follow"/>).</summary>
    public IReadOnlyList<string> Follow { get; init; } = [];

    /// <summary>What was followed, by number of the replication.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<TraceEvent>> Traces => traces;

    /// <summary>Runs the replication of that number.</summary>
    public RunRecord Simulate(int replication, CancellationToken cancellation)
    {
        using var simulation = From is { } state ? Simulation.Resume(scenario, seed, replication, state) : new Simulation(scenario, seed, replication);
        layout ??= simulation.Layout;
        if (Follow.Count > 0)
            simulation.Follow(Follow);
        foreach (var tick in SaveAt)
        {
            simulation.RunTo(tick, cancellation);
            Save(simulation);
        }

        var record = simulation.Run(cancellation);
        if (Follow.Count > 0)
            traces[replication] = simulation.Trace;
        return record;
    }
}
