using InterdictionSim.Engine;
using InterdictionSim.Engine.Metrics;

namespace InterdictionSim.Experiments.Results;

/// <summary>All replications of one scenario.</summary>
/// <param name="Scenario">The scenario as it ran.</param>
/// <param name="Seed">Seed of the campaign.</param>
/// <param name="Layout">Names and units of what each replication tells.</param>
/// <param name="Replications">Replications in the order of their numbers.</param>
/// <param name="Published">Published figures to stand beside the outcomes.</param>
public sealed record RunResults(
    Scenario Scenario,
    ulong Seed,
    RunLayout Layout,
    IReadOnlyList<RunRecord> Replications,
    IReadOnlyList<PublishedFigure> Published)
{
    /// <summary>One outcome over replications.</summary>
    public double[] Outcome(string name)
    {
        var index = Layout.OutcomeIndex(name);
        return [.. Replications.Select(r => r.Outcomes[index])];
    }
}

/// <summary>A published figure that an outcome can be held against.</summary>
/// <param name="Id">Row of the targets, as <c>K11</c>.</param>
/// <param name="Outcome">Name of the outcome, as <c>seized.TJK@2010</c>.</param>
/// <param name="Quantity">What it is, in words.</param>
/// <param name="Value">Published value, in the outcome's unit.</param>
/// <param name="Low">Lower end of its range.</param>
/// <param name="High">Upper end of its range.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Year">Year it stands for.</param>
/// <param name="Grade">A read in the source, B remembered, C assumed.</param>
/// <param name="Use"><c>hard</c>, <c>soft</c>, <c>validation</c> or <c>input</c>.</param>
/// <param name="Source">Where it stands.</param>
public sealed record PublishedFigure(
    string Id, string Outcome, string Quantity, double Value, double Low, double High, string Unit, int Year, string Grade, string Use, string Source);
