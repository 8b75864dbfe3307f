using InterdictionSim.Engine.Diplomacy;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;

namespace InterdictionSim.Engine.Measures;

/// <summary>Measures from plan to end: who is asked, which run today, what they cost, and what the plan looks like under them.</summary>
/// <remarks>
/// A measure with a consent level starts only when its host signs: on its start, or when the host is asked again. Capital is paid at signing; then it is built.
/// It is suspended while the relation is below that level less the closing margin, and resumes at the level. What was begun before the first simulated day was
/// signed and paid for before it.
/// </remarks>
internal sealed class Programmes : IState
{
    private const int Never = int.MaxValue;
    private readonly Stage stage;
    private readonly Ledger ledger;
    private readonly InterdictionPlan plan;
    private readonly Relations relations;
    private readonly int[] relationOf;
    private readonly Programme[] programmes;
    private readonly int[] steadyUntil;
    private readonly long[] centsPerDay;
    private readonly bool[] mayChange;
    private readonly MeasureState[] state;
    private readonly int[] daysRun;
    private readonly int[] askDay;
    private readonly int[] signedDay;
    private readonly int[] firstRunDay;

    public Programmes(Stage stage, Ledger ledger, InterdictionPlan plan, Relations relations)
    {
        this.stage = stage;
        this.ledger = ledger;
        this.plan = plan;
        this.relations = relations;
        var measures = stage.Measures.Length;
        relationOf = [.. stage.Measures.Select(m => Array.FindIndex(stage.Relations, r => r.Sponsor == m.Measure.Programme.Sponsor && r.Host == m.Measure.Programme.Host))];
        programmes = [.. stage.Measures.Select(m => m.Measure.Programme)];
        steadyUntil = [.. programmes.Select(p => p.ConsentLevel is not null ? int.MinValue : p.End?.DayNumber ?? Never)];
        centsPerDay = [.. programmes.Select(p => Cents(p.RunningUsdPerYear / 365.25))];
        mayChange = [.. stage.Measures.Select(m => ChangesByItself(m.Measure.GetType()))];
        state = new MeasureState[measures];
        daysRun = new int[measures];
        askDay = new int[measures];
        signedDay = new int[measures];
        firstRunDay = new int[measures];
        Array.Fill(signedDay, Never);
        Array.Fill(firstRunDay, Never);
    }

    /// <summary>Where a measure, by its number among those taken, stands.</summary>
    public MeasureState State(int measure) => state[measure];

    /// <summary>Whether a measure runs today.</summary>
    public bool IsRunning(int measure) => state[measure] == MeasureState.Running;

    /// <summary>Days that a measure has run so far, today included; suspended days do not count.</summary>
    public int DaysRun(int measure) => daysRun[measure];

    /// <summary>Day on which the host signed; null before. One begun before the first simulated day was signed at its start.</summary>
    public DateOnly? Signed(int measure) => Date(signedDay[measure]);

    /// <summary>First day on which it ran; null before.</summary>
    public DateOnly? FirstRun(int measure) => Date(firstRunDay[measure]);

    /// <summary>Takes what was begun before the first simulated day, and what runs on it, as signed and built without a question.</summary>
    public void Begin(DateOnly day)
    {
        for (var m = 0; m < state.Length; m++)
        {
            var programme = programmes[m];
            if (programme.IsRunning(day))
                (state[m], daysRun[m], firstRunDay[m]) = (MeasureState.Running, day.DayNumber - programme.Runs.DayNumber, programme.Runs.DayNumber);
            else if (programme.Start < day)
                (state[m], daysRun[m]) = day >= programme.End ? (MeasureState.Ended, Math.Max(0, programme.End.Value.DayNumber - programme.Runs.DayNumber)) : (MeasureState.Building, 0);
            if (state[m] != MeasureState.Planned)
                signedDay[m] = programme.Start.DayNumber;
        }

        Apply(day);
    }

    /// <summary>A day begins: hosts are asked, measures start, pause, resume, end and are paid. Returns whether the plan must be made anew.</summary>
    public bool PassDay(DateOnly day)
    {
        var changes = false;
        for (var m = 0; m < state.Length; m++)
        {
            var ran = IsRunning(m);
            // What runs on the first simulated day has not been paid for if it begins on that very day.
            if (ran && signedDay[m] == day.DayNumber)
                Pay(m, Cents(programmes[m].CapitalUsd));
            // What runs and needs nobody's consent runs on until its last day.
            if (!ran || day.DayNumber >= steadyUntil[m])
                state[m] = Next(m, day);
            var runs = IsRunning(m);
            if (runs)
                Run(m, day);
            changes |= runs != ran || (runs && mayChange[m] && daysRun[m] > 1 && stage.Measures[m].Measure.ChangesAfter(daysRun[m] - 1));
        }

        return changes;
    }

    /// <summary>Makes the plan anew: the world's levels, then each measure that runs, or whose work lasts, in the ordinal order of the ids.</summary>
    public void Apply(DateOnly day)
    {
        plan.Reset(day);
        for (var m = 0; m < state.Length; m++)
        {
            if (IsRunning(m) || (daysRun[m] > 0 && stage.Measures[m].Measure.Lasts))
                plan.Apply(m, Math.Max(0, daysRun[m] - 1));
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(state);
        archive.Exchange(daysRun);
        archive.Exchange(askDay);
        archive.Exchange(signedDay);
        archive.Exchange(firstRunDay);
        archive.Exchange(plan);
    }

    // Whether a kind has a word of its own on when it changes: most have none, and hundreds of them need not be asked every day.
    private static bool ChangesByItself(Type kind)
    {
        var map = kind.GetInterfaceMap(typeof(IMeasure));
        return map.TargetMethods[Array.FindIndex(map.InterfaceMethods, m => m.Name == nameof(IMeasure.ChangesAfter))].DeclaringType != typeof(IMeasure);
    }

    private MeasureState Next(int m, DateOnly day)
    {
        var programme = programmes[m];
        if (day >= programme.End)
            return MeasureState.Ended;
        return state[m] switch
        {
            MeasureState.Planned when day >= programme.Start => Ask(m, day),
            MeasureState.AwaitingAccess when day.DayNumber >= askDay[m] => Ask(m, day),
            MeasureState.Building => Open(m, day),
            MeasureState.Running when !MayStay(m) => MeasureState.Suspended,
            MeasureState.Suspended when MayOpen(m) => MeasureState.Running,
            var same => same,
        };
    }

    private MeasureState Ask(int m, DateOnly day)
    {
        if (!MayOpen(m))
        {
            askDay[m] = day.DayNumber + (int)Math.Ceiling(stage.Scenario.Diplomacy.AskAgainDays);
            return MeasureState.AwaitingAccess;
        }

        signedDay[m] = day.DayNumber;
        Pay(m, Cents(programmes[m].CapitalUsd));
        return Open(m, day);
    }

    private MeasureState Open(int m, DateOnly day)
    {
        if (day.DayNumber < signedDay[m] + programmes[m].LeadDays)
            return MeasureState.Building;
        return MayStay(m) ? MeasureState.Running : MeasureState.Suspended;
    }

    private void Run(int m, DateOnly day)
    {
        daysRun[m]++;
        ledger.RunningDays[m]++;
        firstRunDay[m] = Math.Min(firstRunDay[m], day.DayNumber);
        ledger.FirstRunDay[m] = firstRunDay[m];
        Pay(m, centsPerDay[m]);
    }

    private bool MayOpen(int m) => programmes[m].ConsentLevel is not { } level || relations.Level[relationOf[m]] >= level;

    private bool MayStay(int m) =>
        programmes[m].ConsentLevel is not { } level || relations.Level[relationOf[m]] >= level - stage.Scenario.Diplomacy.ClosingMargin;

    private static long Cents(double usd) => (long)Math.Round(usd * 100, MidpointRounding.ToEven);

    private void Pay(int measure, long cents)
    {
        if (cents == 0)
            return;
        ledger.SpendingCents[measure] += cents;
        ledger.Money.Transfer(Account.Sponsors, Account.Programmes, cents);
    }

    private static DateOnly? Date(int day) => day == Never ? null : DateOnly.FromDayNumber(day);
}
