using InterdictionSim.Engine.Diplomacy;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.Security;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Supply;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine;

/// <summary>The parts of a run and how they are put together: who knows whom.</summary>
internal sealed class Parts : IState
{
    public Parts(Scenario scenario, ulong key, int threads)
    {
        var firstDay = scenario.Run.FirstDay;
        Stage = new Stage(scenario);
        Plan = new InterdictionPlan(Stage);
        Ledger = new Ledger(Stage);
        Relations = new Relations(Stage, key);
        Programmes = new Programmes(Stage, Ledger, Plan, Relations);
        Programmes.Begin(firstDay);
        Season = new Season(Stage.Network.Links, Plan.Links);
        Season.Turn(firstDay);
        Prices = new Prices(Stage);
        Stock = new OpiumStock(Stage, Plan.Afghanistan);
        Skill = new Skill(Stage);
        var bribe = new BribeOffer(scenario.Bribe, Prices.UsdPerKg);
        Posts = new Posts(Stage, Plan, Skill, bribe);
        Academy = new Academy(Stage, Skill);
        Posts.Adopt();
        Posts.Refresh();
        Militants = new Militants(Stage);
        Attacks = new Attacks(Stage, key);
        Outbreaks = new Outbreaks(Stage, key);
        Order = new Order(Stage);
        Garrisons = new Garrisons(Stage, Posts);

        Choice = new ChoiceTables(Stage.Network, Stage.Tables.Length);
        var travel = new int[Stage.Network.DirectedLinks];
        Beliefs = new Beliefs(Stage, Posts.Table, Prices);
        Beliefs.Begin();
        Orientations = new Orientations(Stage);
        Orientations.Orient(Season.Open);
        Crowding = new Crowding(Stage);
        Vigilance = new Vigilance(Stage, Posts);
        Costs = new TripCosts(Stage, Plan, Posts, Prices, bribe, Beliefs, Crowding, travel);
        Costs.Survey(Season);
        Costs.Update();
        Routes = new RouteChoice(Stage, Orientations, Costs, Choice);
        Routes.Replan();
        Readiness = new Readiness(Stage, Routes, Prices);
        Readiness.Begin();

        Deployment = new Deployment(Stage, Plan, Posts, Skill, Ledger, new TeamGround(Stage, Season.Open, Orientations, Choice, Readiness), key);

        var staging = QuantileTable.Exponential(scenario.Fleet.StagingDaysPerPlace * scenario.Run.TicksPerDay * 65536.0);
        var horizon = (int)Math.Ceiling(LongestDays() * scenario.Run.TicksPerDay) + (staging.Maximum >> 16) + 2;
        Calendars = [.. Enumerable.Range(0, threads).Select(member => new ArrivalCalendar(Share(member, threads), horizon))];
        Tallies = [.. Enumerable.Range(0, threads).Select(_ => new Tally(Stage.Bands.Length, Stage.Network.DirectedLinks, Stage.Commodities.Length, Posts.Table))];
        Posts.Table.Attach(Tallies);
        Movement = new Movement(Stage.Network, Posts.Table, Choice, Stage.Bands, travel, staging, bribe, key, scenario.Run.TicksPerDay);
        Dispatch = new Dispatch(Stage, Readiness, Choice, Movement, Stock, Prices, Ledger, Calendars, key);
        Sale = new Sale(Stage, Prices, Dispatch, Ledger);
        TripAccounts = new TripAccounts(Stage, Costs, Tallies, Ledger);
        Standing = new Standing(Stage, Ledger, Plan, Posts, Season, Skill);
        Reporting = new Reporting(Stage, Ledger);
        Headlines = new Headlines(Stage, Ledger, Tallies, Posts, Skill, Prices, Stock);
        Recorder = new Recorder(Stage, Ledger, Headlines);
    }

    public Stage Stage { get; }

    public InterdictionPlan Plan { get; }

    public Relations Relations { get; }

    public Programmes Programmes { get; }

    public Season Season { get; }

    public OpiumStock Stock { get; }

    public Prices Prices { get; }

    public Skill Skill { get; }

    public Posts Posts { get; }

    public Deployment Deployment { get; }

    public Academy Academy { get; }

    public Militants Militants { get; }

    public Attacks Attacks { get; }

    public Outbreaks Outbreaks { get; }

    public Order Order { get; }

    public Garrisons Garrisons { get; }

    public Beliefs Beliefs { get; }

    public Crowding Crowding { get; }

    public Vigilance Vigilance { get; }

    public Orientations Orientations { get; }

    public TripCosts Costs { get; }

    public RouteChoice Routes { get; }

    public ChoiceTables Choice { get; }

    public Readiness Readiness { get; }

    public Movement Movement { get; }

    public Dispatch Dispatch { get; }

    public Sale Sale { get; }

    public TripAccounts TripAccounts { get; }

    public Ledger Ledger { get; }

    public Standing Standing { get; }

    public Reporting Reporting { get; }

    public Headlines Headlines { get; }

    public Recorder Recorder { get; }

    public ArrivalCalendar[] Calendars { get; }

    public Tally[] Tallies { get; }

    /// <inheritdoc/>
    /// <remarks>Orientations follow from what is open and come back with it; all else is told by each part.</remarks>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(Ledger, Relations, Programmes, Season, Stock, Prices, Skill, Deployment, Posts, Academy);
        archive.Exchange(Militants, Attacks, Outbreaks, Order, Garrisons, Beliefs, Crowding, Vigilance);
        Orientations.Orient(Season.Open);
        archive.Exchange(Costs, Routes, Readiness, Dispatch, TripAccounts, Reporting, Headlines, Recorder);
        ArrivalCalendar.Exchange(archive, Calendars);
        Tally.Exchange(archive, Tallies);
    }

    // The longest link in any season and under any measure, with the longest queue at each of the posts where it ends.
    private double LongestDays()
    {
        var longest = 0.0;
        for (var d = 0; d < Stage.Network.DirectedLinks; d++)
        {
            var queues = 0;
            foreach (var site in Posts.Table.SitesOn(d))
                queues += Posts.Table.Sites[site].Posts.Length;
            longest = Math.Max(longest, Season.LongestDays(Stage.Network.LinkAt(d)) + queues * Stage.Scenario.Inspection.MaxQueueHours / 24.0);
        }

        return Stage.Measures.Length > 0 ? longest + Season.MostDwellDays : longest;
    }

    private int Share(int member, int threads)
    {
        long share = 0;
        foreach (var band in Stage.Bands)
            share += (band.Traffickers + threads - 1 - member) / threads;
        return (int)share;
    }
}
