using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Tracing;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine;

/// <summary>One replication of a scenario, tick by tick.</summary>
/// <remarks>
/// Deterministic: scenario, seed and replication fix every event to the bit, whatever the number of threads, the processor's instruction set and the
/// order in which the scenario's parts were written. Not thread-safe itself; run many simulations in parallel instead.
/// </remarks>
public sealed class Simulation : IDisposable
{
    /// <summary>Raised by hand whenever the same scenario and seed give other results than before.</summary>
    public const int ModelVersion = 2;

    private readonly Parts parts;
    private readonly Stage stage;
    private readonly TickTeam team;
    private readonly Action<int> count;
    private readonly Action<int> advance;
    private readonly long[] deliveredBefore;
    private readonly long[] deliveredToday;
    private long drawnBefore;
    private double replannedDay;

    /// <summary>Prepares a run.</summary>
    /// <param name="scenario">A scenario without <see cref="Scenario.Problems"/>.</param>
    /// <param name="seed">Seed of the campaign; 0 is a seed like any other.</param>
    /// <param name="replication">Number of the replication, from 0.</param>
    /// <param name="threads">Threads inside the run; they pay from some 100,000 traffickers on and never change a result.</param>
    /// <exception cref="ScenarioException">The scenario names a decision rule that does not exist, or two organisations would share their draws.</exception>
    public Simulation(Scenario scenario, ulong seed, int replication, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Replication = replication;
        Day = scenario.Run.FirstDay;
        parts = new Parts(scenario, Philox.Key(seed, replication), threads);
        stage = parts.Stage;
        team = new TickTeam(threads);
        count = member => parts.Movement.Count(parts.Calendars[member], Tick, parts.Tallies[member]);
        advance = member => parts.Movement.Advance(parts.Calendars[member], Tick, parts.Tallies[member]);
        deliveredBefore = new long[stage.Markets.Length];
        deliveredToday = new long[stage.Markets.Length];
    }

    /// <summary>Goes on with a run that was saved, to the same results to the bit as if it had never stopped.</summary>
    /// <param name="scenario">The very scenario of the saved run.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="replication">Its number.</param>
    /// <param name="saved">What <see cref="Save"/> gave.</param>
    /// <param name="threads">Threads inside the run; not necessarily as many as before.</param>
    /// <exception cref="ScenarioException">The state is torn, or another model, replication or scenario left it.</exception>
    public static Simulation Resume(Scenario scenario, ulong seed, int replication, ReadOnlyMemory<byte> saved, int threads = 1)
    {
        var simulation = new Simulation(scenario, seed, replication, threads);
        try
        {
            simulation.Exchange(new StateArchive(saved));
            return simulation;
        }
        catch
        {
            simulation.Dispose();
            throw;
        }
    }

    /// <summary>Number of the replication.</summary>
    public int Replication { get; }

    /// <summary>Tick that comes next, from 0.</summary>
    public int Tick { get; private set; }

    /// <summary>Day that the next tick belongs to.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Whether the end date has passed.</summary>
    public bool IsFinished => Day > stage.Scenario.Run.EndDate;

    /// <summary>Names and units of what the run will tell.</summary>
    public RunLayout Layout => parts.Recorder.Layout;

    /// <summary>Arrivals so far: the work of the hot loop.</summary>
    public long Arrivals => parts.Tallies.Sum(t => t.Arrivals);

    /// <summary>Where the time goes; null, and nothing is measured, unless somebody asks.</summary>
    public PhaseClock? Clock { get; set; }

    /// <summary>Events of what <see cref="Follow"/> asked for, so far; empty unless it was called.</summary>
    public IReadOnlyList<TraceEvent> Trace => parts.Dispatch.Trace?.Events() ?? [];

    internal Parts Parts => parts;

    /// <summary>Follows traffickers and posts from now on; it changes no result.</summary>
    /// <param name="subjects">As <c>trafficker:kunduz-car/17</c> (organisation and slot) and <c>post:XB_SHERKHAN.TJK</c>.</param>
    /// <exception cref="ScenarioException">There is no such trafficker or post.</exception>
    public void Follow(IEnumerable<string> subjects) => parts.Dispatch.Trace = new Trace(parts, subjects);

    /// <summary>Refuses subjects that <see cref="Follow"/> would refuse, without a run.</summary>
    /// <exception cref="ScenarioException">There is no such trafficker or post.</exception>
    public static void CheckSubjects(Scenario scenario, IEnumerable<string> subjects) => _ = new TraceSubjects(new Stage(scenario), subjects);

    /// <summary>Runs to the end date.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RunRecord Run(CancellationToken cancellation = default)
    {
        RunTo(int.MaxValue, cancellation);
        return parts.Recorder.Record(Replication);
    }

    /// <summary>Runs until so many ticks have passed, or to the end date.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public void RunTo(int tick, CancellationToken cancellation = default)
    {
        while (!IsFinished && Tick < tick)
        {
            if (Tick % stage.Scenario.Run.TicksPerDay == 0)
                cancellation.ThrowIfCancellationRequested();
            Step();
        }
    }

    /// <summary>The state between two ticks, from which <see cref="Resume"/> goes on; draws need none, because each is a function of what it is for.</summary>
    /// <remarks>The same bytes for any number of threads.</remarks>
    public ReadOnlyMemory<byte> Save()
    {
        var archive = new StateArchive();
        Exchange(archive);
        return archive.Bytes;
    }

    /// <summary>One tick: the phases in their order.</summary>
    public void Step()
    {
        Clock?.Start();
        if (Tick % stage.Scenario.Run.TicksPerDay == 0)
        {
            TurnCalendar();
            Supply();
            Clock?.Lap(Phase.Calendar);
        }

        parts.Dispatch.Advance(Tick);
        Clock?.Lap(Phase.Dispatch);
        MoveAndInterdict();
        Clock?.Lap(Phase.Movement);
        Sell();
        Clock?.Lap(Phase.Sale);
        Tick++;
        if (Tick % stage.Scenario.Run.TicksPerDay == 0)
        {
            Learn();
            Clock?.Lap(Phase.Learning);
            Train();
            Clock?.Lap(Phase.Training);
            Secure();
            Clock?.Lap(Phase.Security);
            Measure();
            Clock?.Lap(Phase.Measurement);
            Day = Day.AddDays(1);
        }
    }

    /// <summary>Grams under way, counted one by one in the calendars, by commodity.</summary>
    public long UnderWayGrams(string commodity)
    {
        var bands = stage.Bands.Select(b => b.Organisation.Commodity == commodity).ToArray();
        return parts.Calendars.Sum(calendar => calendar.Sum(trafficker => bands[trafficker.Organisation] ? trafficker.Grams : 0));
    }

    /// <inheritdoc/>
    public void Dispose() => team.Dispose();

    private void Exchange(StateArchive archive)
    {
        var (model, replication) = (archive.Exchange(ModelVersion), archive.Exchange(Replication));
        if (model != ModelVersion)
            throw new ScenarioException($"the state was saved by version {model} of the model, and this is version {ModelVersion}");
        if (replication != Replication)
            throw new ScenarioException($"the state is that of replication {replication}, not of {Replication}");
        Tick = archive.Exchange(Tick);
        Day = DateOnly.FromDayNumber(archive.Exchange(Day.DayNumber));
        archive.Exchange(ref drawnBefore);
        archive.Exchange(ref replannedDay);
        archive.Exchange(deliveredBefore);
        archive.Exchange(parts);
        archive.Close();
    }

    // Measures that begin, change or end today, closures and seasons: what is built or shut is known at once to those who meet it.
    private void TurnCalendar()
    {
        var measures = parts.Programmes.PassDay(Day);
        if (measures)
        {
            parts.Programmes.Apply(Day);
            parts.Deployment.Adopt();
            parts.Posts.Adopt();
            parts.Posts.Refresh();
            Notice();
        }

        // Nobody is told where the teams stand, so neither beliefs nor costs follow.
        parts.Deployment.PassDay(Day);

        var (topology, times) = parts.Season.Turn(Day);
        if (topology)
            parts.Orientations.Orient(parts.Season.Open);
        if (!(topology || times || measures))
            return;
        parts.TripAccounts.Settle();
        parts.Posts.SelectUsual();
        parts.Costs.Survey(parts.Season);
        Replan();
    }

    private void Replan()
    {
        parts.Costs.Update();
        parts.Routes.Replan();
        parts.Readiness.Update();
    }

    private void Supply()
    {
        parts.Stock.PassDay(Day, parts.Stock.DrawnGrams - drawnBefore, parts.Ledger.HarvestedGrams);
        drawnBefore = parts.Stock.DrawnGrams;
    }

    // Two passes, so that the order of traffickers cannot matter: count the loads that arrive at each site, then decide each by its own draw.
    private void MoveAndInterdict()
    {
        if (parts.Posts.CountsMatter)
            team.Run(count);
        parts.Posts.Select(parts.Tallies);
        team.Run(advance);
    }

    private void Sell()
    {
        foreach (var calendar in parts.Calendars)
            parts.Sale.Settle(calendar, Tick);
        parts.Dispatch.BuyFollowing(parts.Tallies, Day);
    }

    private void Learn()
    {
        var day = Tick / stage.Scenario.Run.TicksPerDay;
        for (var m = 0; m < deliveredToday.Length; m++)
        {
            deliveredToday[m] = parts.Ledger.DeliveredGrams[m] - deliveredBefore[m];
            deliveredBefore[m] = parts.Ledger.DeliveredGrams[m];
        }

        parts.Prices.PassDay(deliveredToday);
        parts.Crowding.PassDay(parts.Tallies, Day);
        parts.Vigilance.PassDay(parts.Tallies);
        if (day - replannedDay < stage.Scenario.Learning.ReplanDays)
            return;
        parts.TripAccounts.Settle();
        parts.Posts.SelectUsual();
        if (parts.Vigilance.Follow())
            parts.Costs.Survey(parts.Season);
        // Values first: beliefs are told in the values at which they are felt.
        parts.Prices.PassThrough();
        parts.Beliefs.Learn(parts.Tallies, day, day - replannedDay);
        replannedDay = day;
        Replan();
    }

    private void Train()
    {
        parts.Skill.PassDay();
        parts.Posts.Table.Split();
        parts.Ledger.Collect(stage, parts.Tallies);
        var joined = parts.Academy.PassDay(parts.Plan.Courses, parts.Posts.Levels, parts.Ledger.SeizedGrams);
        parts.Ledger.Graduates = parts.Academy.Graduates;
        parts.Ledger.CounterTerrorGraduates = parts.Academy.CounterTerrorGraduates;
        // Probabilities follow skill at each replanning, and at once when graduates arrive.
        if (!joined && !(parts.Skill.Any && replannedDay == Tick / stage.Scenario.Run.TicksPerDay))
            return;
        parts.Posts.Refresh();
        parts.Costs.Survey(parts.Season);
        Notice();
    }

    // Militants are paid and grow, strike, and shake their countries; posts follow; sponsors and hosts draw nearer or apart.
    private void Secure()
    {
        parts.Militants.PassDay(parts.Ledger.Money[Account.Militants], parts.Plan, parts.Academy.CounterTerror);
        parts.Attacks.PassDay(Day, parts.Militants.Strength, parts.Posts.Levels);
        parts.Outbreaks.PassDay(Day, parts.Programmes, parts.Militants.FundsUsdPerYear);
        parts.Order.PassDay(parts.Attacks.Today, parts.Attacks.UsualPerYear, parts.Outbreaks.StabilityLost);
        parts.Garrisons.FollowIncidents(parts.Attacks, Day);
        parts.Relations.PassDay(Day, parts.Plan, parts.Programmes);
        if (replannedDay != Tick / stage.Scenario.Run.TicksPerDay || !parts.Garrisons.FollowStability(parts.Order))
            return;
        parts.Costs.Survey(parts.Season);
        Notice();
    }

    // News of posts as they are for long: without what an incident does to one for a week.
    private void Notice()
    {
        parts.Garrisons.HideIncidents();
        parts.Beliefs.Notice(Tick / stage.Scenario.Run.TicksPerDay);
        parts.Garrisons.ShowIncidents();
    }

    private void Measure()
    {
        for (var p = 0; p < parts.Posts.QueueMinutesPerDay.Length; p++)
            parts.Ledger.QueueLorryMinutes[p] += parts.Posts.QueueMinutesPerDay[p];
        parts.Ledger.CollectLevels(parts.Militants.Strength, parts.Attacks.Today, parts.Order.Stability, parts.Relations.Level);
        if (Day.AddDays(1).Day == 1 || Day == stage.Scenario.Run.EndDate || Day.AddDays(1) == stage.Scenario.Run.StartDate)
        {
            parts.TripAccounts.Settle();
            parts.Ledger.CollectLinks(stage, parts.Tallies);
        }

        parts.Standing.PassDay();
        parts.Reporting.PassDay();
        parts.Recorder.PassDay(Day);
    }
}
