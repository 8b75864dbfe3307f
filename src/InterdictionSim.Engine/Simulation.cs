using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.Supply;
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
    public const int ModelVersion = 1;

    private readonly Stage stage;
    private readonly Season season;
    private readonly OpiumStock stock;
    private readonly Prices prices;
    private readonly Skill skill;
    private readonly Posts posts;
    private readonly Academy academy;
    private readonly Beliefs beliefs;
    private readonly Orientations orientations;
    private readonly TripCosts costs;
    private readonly RouteChoice routes;
    private readonly ChoiceTables choice;
    private readonly Readiness readiness;
    private readonly Movement movement;
    private readonly Dispatch dispatch;
    private readonly Sale sale;
    private readonly TripAccounts tripAccounts;
    private readonly Programmes programmes;
    private readonly ArrivalCalendar[] calendars;
    private readonly Tally[] tallies;
    private readonly Ledger ledger;
    private readonly Headlines headlines;
    private readonly Recorder recorder;
    private readonly TickTeam team;
    private readonly Action<int> count;
    private readonly Action<int> advance;
    private readonly int[] arrivals;
    private readonly long[] deliveredBefore;
    private readonly long[] deliveredToday;
    private InterdictionPlan plan;
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
        stage = new Stage(scenario);
        var key = Philox.Key(seed, replication);
        Day = scenario.Run.FirstDay;

        season = new Season(stage.Network.Links);
        season.Turn(Day);
        prices = new Prices(stage);
        stock = new OpiumStock(stage);
        ledger = new Ledger(stage);
        skill = new Skill(stage);
        var bribe = new BribeOffer(scenario.Bribe, prices.UsdPerKg);
        posts = new Posts(stage, skill, bribe);
        academy = new Academy(stage, skill);
        programmes = new Programmes(stage, ledger);
        plan = posts.ApplyMeasures(Day);
        posts.Refresh();

        choice = new ChoiceTables(stage.Network, stage.Tables.Length);
        var travel = new int[stage.Network.DirectedLinks];
        beliefs = new Beliefs(stage, posts.Table, prices);
        beliefs.Begin();
        orientations = new Orientations(stage);
        orientations.Orient(season.Open);
        costs = new TripCosts(stage, posts, prices, bribe, beliefs, travel);
        costs.Survey(season);
        costs.Update();
        routes = new RouteChoice(stage, orientations, costs, choice);
        routes.Replan();
        readiness = new Readiness(stage, routes, prices);
        readiness.Begin();

        var staging = QuantileTable.Exponential(scenario.Fleet.StagingDaysPerPlace * scenario.Run.TicksPerDay * 65536.0);
        var horizon = (int)Math.Ceiling(LongestDays() * scenario.Run.TicksPerDay) + (staging.Maximum >> 16) + 2;
        calendars = [.. Enumerable.Range(0, threads).Select(member => new ArrivalCalendar(Share(member, threads), horizon))];
        tallies = [.. Enumerable.Range(0, threads).Select(_ => new Tally(stage.Bands.Length, stage.Network.DirectedLinks, stage.Posts.Length, stage.Commodities.Length))];
        movement = new Movement(stage.Network, posts.Table, choice, stage.Bands, travel, staging, bribe, key, scenario.Run.TicksPerDay);
        dispatch = new Dispatch(stage, readiness, choice, movement, stock, prices, ledger, calendars, key);
        sale = new Sale(stage, prices, dispatch, ledger);
        tripAccounts = new TripAccounts(stage, costs, tallies, ledger);
        headlines = new Headlines(stage, ledger, tallies, posts, skill, prices, stock);
        recorder = new Recorder(stage, ledger, headlines);

        team = new TickTeam(threads);
        count = member => movement.Count(calendars[member], Tick, tallies[member]);
        advance = member => movement.Advance(calendars[member], Tick, tallies[member]);
        arrivals = new int[stage.Posts.Length];
        deliveredBefore = new long[stage.Markets.Length];
        deliveredToday = new long[stage.Markets.Length];
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
    public RunLayout Layout => recorder.Layout;

    /// <summary>Arrivals so far: the work of the hot loop.</summary>
    public long Arrivals => tallies.Sum(t => t.Arrivals);

    /// <summary>Where the time goes; null, and nothing is measured, unless somebody asks.</summary>
    public PhaseClock? Clock { get; set; }

    internal Stage Stage => stage;

    internal Ledger Ledger => ledger;

    internal OpiumStock Stock => stock;

    internal Posts Posts => posts;

    internal Beliefs Beliefs => beliefs;

    internal RouteChoice Routes => routes;

    internal TripCosts Costs => costs;

    internal Orientations Orientations => orientations;

    internal ChoiceTables Choice => choice;

    internal Readiness Readiness => readiness;

    internal Movement Movement => movement;

    internal Dispatch Dispatch => dispatch;

    internal Skill Skill => skill;

    internal Academy Academy => academy;

    internal Prices Prices => prices;

    internal ArrivalCalendar[] Calendars => calendars;

    internal Tally[] Tallies => tallies;

    /// <summary>Runs to the end date.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public RunRecord Run(CancellationToken cancellation = default)
    {
        while (!IsFinished)
        {
            if (Tick % stage.Scenario.Run.TicksPerDay == 0)
                cancellation.ThrowIfCancellationRequested();
            Step();
        }

        return recorder.Record(Replication);
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

        dispatch.Advance(Tick);
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
            Measure();
            Clock?.Lap(Phase.Measurement);
            Day = Day.AddDays(1);
        }
    }

    /// <summary>Grams under way, counted one by one in the calendars, by commodity.</summary>
    public long UnderWayGrams(string commodity)
    {
        var bands = stage.Bands.Select(b => b.Organisation.Commodity == commodity).ToArray();
        return calendars.Sum(calendar => calendar.Sum(trafficker => bands[trafficker.Organisation] ? trafficker.Grams : 0));
    }

    /// <inheritdoc/>
    public void Dispose() => team.Dispose();

    // Measures that begin or end today, closures and seasons: what is built or shut is known at once to those who meet it.
    private void TurnCalendar()
    {
        programmes.PassDay(Day);
        var (topology, times) = season.Turn(Day);
        var measures = programmes.Changes(Day.AddDays(-1), Day);
        if (measures)
        {
            plan = posts.ApplyMeasures(Day);
            posts.Refresh();
            beliefs.Notice(Tick / stage.Scenario.Run.TicksPerDay);
        }

        if (topology)
            orientations.Orient(season.Open);
        if (!(topology || times || measures))
            return;
        tripAccounts.Settle();
        posts.SelectUsual();
        costs.Survey(season);
        Replan();
    }

    private void Replan()
    {
        costs.Update();
        routes.Replan();
        readiness.Update();
    }

    private void Supply()
    {
        stock.PassDay(Day, stock.DrawnGrams - drawnBefore, ledger.HarvestedGrams);
        drawnBefore = stock.DrawnGrams;
    }

    // Two passes, so that the order of traffickers cannot matter: count the loads that arrive at each post, then decide each by its own draw.
    private void MoveAndInterdict()
    {
        if (posts.CountsMatter)
        {
            team.Run(count);
            Array.Clear(arrivals);
            foreach (var tally in tallies)
            {
                for (var p = 0; p < arrivals.Length; p++)
                    arrivals[p] += tally.ArrivalsAtPost[p];
                Array.Clear(tally.ArrivalsAtPost);
            }

            posts.Select(arrivals);
        }

        team.Run(advance);
    }

    private void Sell()
    {
        foreach (var calendar in calendars)
            sale.Settle(calendar, Tick);
        dispatch.BuyFollowing(tallies, Day);
    }

    private void Learn()
    {
        var day = Tick / stage.Scenario.Run.TicksPerDay;
        for (var m = 0; m < deliveredToday.Length; m++)
        {
            deliveredToday[m] = ledger.DeliveredGrams[m] - deliveredBefore[m];
            deliveredBefore[m] = ledger.DeliveredGrams[m];
        }

        prices.PassDay(deliveredToday);
        if (day - replannedDay < stage.Scenario.Learning.ReplanDays)
            return;
        tripAccounts.Settle();
        posts.SelectUsual();
        beliefs.Learn(tallies, day, day - replannedDay);
        replannedDay = day;
        prices.PassThrough();
        Replan();
    }

    private void Train()
    {
        skill.PassDay();
        ledger.Collect(stage, tallies);
        var joined = academy.PassDay(plan.Centres, posts.Levels, ledger.SeizedGrams);
        ledger.Graduates = academy.Graduates;
        // Probabilities follow skill at each replanning, and at once when graduates arrive.
        if (!joined && !(skill.Any && replannedDay == Tick / stage.Scenario.Run.TicksPerDay))
            return;
        posts.Refresh();
        costs.Survey(season);
        beliefs.Notice(Tick / stage.Scenario.Run.TicksPerDay);
    }

    private void Measure()
    {
        for (var p = 0; p < posts.QueueHours.Length; p++)
            ledger.QueueLorryMinutes[p] += (long)Math.Round(posts.QueueHours[p] * 60.0 * stage.Posts[p].LegalTrafficPerDay * stage.Scenario.Run.PopulationScale);
        if (Day.AddDays(1).Day == 1 || Day == stage.Scenario.Run.EndDate || Day.AddDays(1) == stage.Scenario.Run.StartDate)
        {
            tripAccounts.Settle();
            ledger.CollectLinks(stage, tallies);
        }

        recorder.PassDay(Day);
    }

    // The longest link in any season, with the longest queue at each of the posts where it ends.
    private double LongestDays()
    {
        var longest = 0.0;
        for (var d = 0; d < stage.Network.DirectedLinks; d++)
        {
            var queues = posts.Table.First[d + 1] - posts.Table.First[d];
            longest = Math.Max(longest, Season.LongestDays(stage.Network.LinkAt(d)) + queues * stage.Scenario.Inspection.MaxQueueHours / 24.0);
        }

        return longest;
    }

    private int Share(int member, int threads)
    {
        long share = 0;
        foreach (var band in stage.Bands)
            share += (band.Traffickers + threads - 1 - member) / threads;
        return (int)share;
    }
}
