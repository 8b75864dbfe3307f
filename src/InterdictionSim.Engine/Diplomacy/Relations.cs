using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Diplomacy;

/// <summary>How well sponsors and hosts get on: each relation returns to its mean, is shaken by events and by chance, and suffers from what a rival gains.</summary>
/// <remarks>
/// R′ = R̄ + (R − R̄)e^(−κΔ) − ½·rivalry·Δ·Σ(R_b − R̄_b) + shocks + σ√((1 − e^(−2κΔ))/2κ)·ξ, in 0 … 1, with Δ a day: the exact step of an
/// Ornstein–Uhlenbeck process but for the coupling to rivals, the other sponsors of the same host. They start at the world's levels.
/// </remarks>
internal sealed class Relations : IState
{
    private const double DayYears = 1 / 365.25;
    private readonly Stage stage;
    private readonly ulong key;
    private readonly uint[] hash;
    private readonly int[][] rivals;
    private readonly (int Measure, double Shift)[][] policies;
    private readonly double keep;
    private readonly double noise;
    private readonly double coupling;
    private readonly double[] deviation;
    private readonly bool[] shocked;
    private readonly Dictionary<string, int> measureIndex;

    /// <exception cref="ScenarioException">Two relations would share their draws.</exception>
    public Relations(Stage stage, ulong key)
    {
        this.stage = stage;
        this.key = key;
        var diplomacy = stage.Scenario.Diplomacy;
        hash = Hashes.Of("relations", [.. stage.Relations.Select(r => $"{r.Sponsor}-{r.Host}")]);
        rivals = [.. stage.Relations.Select(r => Enumerable.Range(0, stage.Relations.Length).Where(b => IsRival(stage.Relations[b].Sponsor, stage.Relations[b].Host, r)).ToArray())];
        policies = [.. stage.Relations.Select(r => Enumerable.Range(0, stage.Measures.Length).Select(m => (m, Policy(stage.Measures[m].Measure.Programme, r))).Where(p => p.Item2 != 0).ToArray())];
        keep = Portable.Exp(-diplomacy.ReversionPerYear * DayYears);
        noise = diplomacy.NoisePerSqrtYear * StepDeviation(diplomacy.ReversionPerYear);
        coupling = 0.5 * diplomacy.RivalryPerYear * DayYears;
        Level = [.. stage.Relations.Select(r => r.Level)];
        Mean = [.. Level];
        deviation = new double[Level.Length];
        shocked = new bool[stage.Measures.Length];
        measureIndex = stage.Measures.Select((m, i) => (m.Id, i)).ToDictionary(m => m.Id, m => m.i, StringComparer.Ordinal);
    }

    /// <summary>Levels, 0 … 1, in the order of the stage's relations.</summary>
    public double[] Level { get; }

    /// <summary>Means that they return to: the world's level, what measures move, commitment and the rivals' footprint.</summary>
    public double[] Mean { get; }

    /// <summary>A day's step.</summary>
    public void PassDay(DateOnly day, InterdictionPlan plan, Programmes programmes)
    {
        for (var r = 0; r < Level.Length; r++)
        {
            Mean[r] = stage.Relations[r].Level + plan.RelationMeanShift[r] + Policy(r, programmes);
            deviation[r] = Level[r] - Mean[r];
        }

        for (var r = 0; r < Level.Length; r++)
            Level[r] = Math.Clamp(Mean[r] + deviation[r] * keep - coupling * Rivals(r) + Noise(r, day), 0.0, 1.0);
        for (var s = 0; s < plan.Shocks.Count; s++)
            Shake(plan.Shocks[s], programmes);
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Level);
        archive.Exchange(Mean);
        archive.Exchange(shocked);
    }

    // Once, on the first day that the measure runs. What ran before the first simulated day shook the relation before it.
    private void Shake((string Id, int Relation, double Size) shock, Programmes programmes)
    {
        var m = measureIndex[shock.Id];
        if (shocked[m])
            return;
        shocked[m] = true;
        if (programmes.DaysRun(m) == 1)
            Level[shock.Relation] = Math.Clamp(Level[shock.Relation] + shock.Size, 0.0, 1.0);
    }

    private double Policy(int r, Programmes programmes)
    {
        var sum = 0.0;
        foreach (var (measure, shift) in policies[r])
            sum += programmes.IsRunning(measure) ? shift : 0.0;
        return sum;
    }

    // Signed facilities show commitment; a rival's presence is resented.
    private double Policy(Programme programme, Relation relation)
    {
        if (programme.Sponsor == relation.Sponsor && programme.Host == relation.Host)
            return programme.ConsentLevel is null ? 0.0 : stage.Scenario.Diplomacy.Commitment;
        return IsRival(programme.Sponsor, programme.Host, relation) ? -(stage.Scenario.Diplomacy.Footprint * programme.Presence) : 0.0;
    }

    private double Rivals(int r)
    {
        var sum = 0.0;
        foreach (var b in rivals[r])
            sum += deviation[b];
        return sum;
    }

    private double Noise(int r, DateOnly day) =>
        noise > 0 ? noise * Sampler.Normal(Philox.Draw(key, 0, hash[r], (uint)day.DayNumber, (uint)Purpose.Relations << 24).W0) : 0.0;

    private static bool IsRival(string sponsor, string host, Relation relation) => host == relation.Host && sponsor != relation.Sponsor;

    // √((1 − e^(−2κΔ))/2κ), and √Δ where nothing returns.
    private static double StepDeviation(double reversionPerYear) =>
        Math.Sqrt(reversionPerYear > 1e-9 ? (1.0 - Portable.Exp(-2 * reversionPerYear * DayYears)) / (2 * reversionPerYear) : DayYears);
}
