using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Engine;

/// <summary>One replication of a scenario.</summary>
public sealed class Simulation
{
    /// <summary>Prepares a run.</summary>
    public Simulation(Scenario scenario, ulong seed, int replication, int threads = 1)
    {
    }

    /// <summary>Names and units of what the run will tell.</summary>
    public RunLayout Layout => throw new NotSupportedException();

    /// <summary>Runs to the end date.</summary>
    public RunRecord Run(CancellationToken cancellation = default) => throw new NotSupportedException();
}
