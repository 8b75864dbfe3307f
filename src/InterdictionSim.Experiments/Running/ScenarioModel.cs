using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Experiments.Running;

/// <summary>A scenario with a seed, ready to be replicated.</summary>
/// <remarks>Thread-safe: each replication is a simulation of its own.</remarks>
public sealed class ScenarioModel(Scenario scenario, ulong seed)
{
    private RunLayout? layout;

    /// <summary>Names and units of what each replication tells; known once a replication has begun, else read from a simulation that is not run.</summary>
    public RunLayout Layout => layout ??= new Simulation(scenario, seed, 0).Layout;

    /// <summary>Runs the replication of that number.</summary>
    public RunRecord Simulate(int replication, CancellationToken cancellation)
    {
        var simulation = new Simulation(scenario, seed, replication);
        layout ??= simulation.Layout;
        return simulation.Run(cancellation);
    }
}
