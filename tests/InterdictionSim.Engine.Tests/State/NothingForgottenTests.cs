using System.Reflection;
using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Network;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trade;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Tests.State;

/// <summary>Whoever adds a field that a run changes and forgets to save it reads so here, and not in results that differ after a resume.</summary>
public class NothingForgottenTests
{
    // Classes that change and are not asked to save themselves.
    private static readonly Dictionary<Type, string> notAsked = new()
    {
        [typeof(Simulation)] = "saves itself: it is where saving begins",
        [typeof(TickTeam)] = "threads, between rounds of work",
        [typeof(ArrivalCalendar)] = "saved by its static Exchange, all threads' together",
        [typeof(Tally)] = "saved by its static Exchange, all threads' together",
        [typeof(Field)] = "reports are saved by the detachment that holds it, words are drawn before each use",
        [typeof(MonthlyKg)] = "saved by MonthlyCounts, which fills it",
        [typeof(Orientations)] = "follows from what is open; turned anew by Parts",
        [typeof(PostLevel)] = "the plan applies its measures again",
        [typeof(LinkLevel)] = "the plan applies its measures again",
        [typeof(SupplyLevel)] = "the plan applies its measures again",
        [typeof(CountryLevel)] = "the plan applies its measures again",
        [typeof(AfghanLevel)] = "the plan applies its measures again",
    };

    // Fields that differ after a resume and may.
    private static readonly Dictionary<string, string> mayDiffer = new()
    {
        ["ArrivalCalendar.records"] = "who is under way stands in other chunks",
        ["ArrivalCalendar.next"] = "who is under way stands in other chunks",
        ["ArrivalCalendar.cursor"] = "who is under way stands in other chunks",
        ["ArrivalCalendar.free"] = "who is under way stands in other chunks",
        ["DueHeap.entries"] = "past the count stands whatever stood there",
        ["Orientations.known"] = "other seasons are remembered when they are met",
        ["InterdictionPlan.remembered"] = "a cache",
        ["InterdictionPlan.DaysRunning"] = "only read while a measure is applied",
        ["RouteChoice.terms"] = "scratch of a pass",
        ["RouteChoice.ahead"] = "scratch of a pass",
        ["Readiness.margin"] = "scratch of an update",
        ["Readiness.pull"] = "scratch of an update",
        ["Readiness.groupPull"] = "scratch of an update",
        ["Readiness.groupReference"] = "scratch of an update",
        ["Beliefs.trueLoss"] = "scratch of learning",
        ["News.change"] = "scratch of learning",
        ["News.spare"] = "arrays for later notices",
        ["News.latest"] = "the last of those that are coming",
        ["TripCosts.linkUsdPerKg"] = "scratch of a survey",
        ["TripCosts.bribeOfClass"] = "scratch of a survey",
        ["RouteChoice.weights"] = "scratch of a pass",
        ["Relations.deviation"] = "scratch of a day",
        ["Detachment.before"] = "scratch of a reallocation",
        ["Field.WordsToDraw"] = "drawn before each use",
        ["RouteChoice.thresholds"] = "scratch of a pass",
        ["Beliefs.seen"] = "scratch of learning",
        ["Beliefs.seenAtKind"] = "scratch of learning",
        ["Beliefs.kindOf"] = "scratch of learning",
        ["Academy.officersAtPosts"] = "scratch of a day",
        ["Academy.served"] = "scratch of an assignment",
        ["Academy.rank"] = "scratch of an assignment",
        ["Simulation.deliveredToday"] = "scratch of a day",
        ["Tally.Reaches"] = "scratch of a tick",
        ["InspectionTable.changed"] = "past the count stands whatever stood there",
        ["Posts.selected"] = "a cache",
        ["Signal.isSet"] = "threads",
        ["TickTeam.left"] = "threads",
        ["TickTeam.work"] = "threads",
    };

    [Fact]
    public void EveryClassThatARunChanges_SavesItself()
    {
        using var simulation = new Simulation(RichScenario.One, 1, 0, threads: 2);
        var before = ObjectWalk.Fields(simulation);
        simulation.RunToEnd();
        var after = ObjectWalk.Fields(simulation);

        // An array that several hold is saved by one of them.
        var saved = after.Keys.Where(f => f.Owner is IState).Select(f => f.Field.GetValue(f.Owner)).ToHashSet(ReferenceEqualityComparer.Instance);
        var changing = after.Where(f => IsAssignable(f.Key.Field) || (before.TryGetValue(f.Key, out var was) && was != f.Value && !saved.Contains(f.Key.Field.GetValue(f.Key.Owner)))).Select(f => f.Key.Field);
        var forgotten = changing.Where(f => IsAsked(f.DeclaringType!)).Select(f => $"{f.DeclaringType!.Name}.{ObjectWalk.NameOf(f)}");

        Assert.True(after.Count > 200, "the walk has lost its way");
        Assert.Empty(forgotten.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(97)]
    [InlineData(300)]
    [InlineData(463)]
    public void WhatIsResumed_IsTheSameInEveryField(int tick)
    {
        using var first = new Simulation(RichScenario.One, 1, 0);
        first.RunTo(tick, TestContext.Current.CancellationToken);
        using var second = Simulation.Resume(RichScenario.One, 1, 0, first.Save());

        var differences = Differences(first, second);

        Assert.Empty(differences.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheScenarioOfTheseTests_CanRunAndMovesWhatCanMove()
    {
        Assert.Empty(RichScenario.One.Problems());
        using var simulation = new Simulation(RichScenario.One, 1, 0);
        simulation.RunToEnd();
        var parts = simulation.Parts;
        Assert.All(parts.Ledger.DispatchedGrams.Concat(parts.Ledger.DeliveredGrams).Concat(parts.Ledger.SpendingCents), value => Assert.True(value > 0));
        Assert.True(parts.Ledger.SeizedGrams.Count(grams => grams > 0) >= 5 && parts.Ledger.Graduates > 0 && parts.Ledger.BribeCents > 0 && parts.Posts.CountsMatter);
        // The interior checkpoint, the one that a measure builds and the teams are one site, and each seizes there.
        var site = parts.Posts.Table.Sites.Single(s => s.Posts.Length > 1);
        Assert.Equal(["C", "checkpoint", "teams@KAZ_C"], site.Posts.Select(p => parts.Stage.Posts[p].Id));
        Assert.All(site.Posts, p => Assert.True(parts.Ledger.Seizures[p] > 0));
    }

    // Parameters of a primary constructor are not read-only, but nobody assigns to them.
    private static bool IsAssignable(FieldInfo field) => !field.IsInitOnly && !field.Name.EndsWith(">P", StringComparison.Ordinal);

    private static bool IsAsked(Type type) =>
        !typeof(IState).IsAssignableFrom(type) && !notAsked.ContainsKey(type) && !IsPartOf(type) && !type.GetInterfaces().Contains(typeof(IMeasure));

    // What is nested in a class is saved by it.
    private static bool IsPartOf(Type type) => type.DeclaringType is { } outer && (typeof(IState).IsAssignableFrom(outer) || notAsked.ContainsKey(outer));

    private static HashSet<string> Differences(Simulation first, Simulation second)
    {
        var differences = new HashSet<string>();
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Compare(first, second, "Simulation");
        return differences;

        void Compare(object a, object b, string path)
        {
            if (!visited.Add(a))
                return;
            foreach (var (field, x, y) in ObjectWalk.Pairs(a, b))
            {
                var name = $"{field.DeclaringType!.Name}.{ObjectWalk.NameOf(field)}";
                if (mayDiffer.ContainsKey(name))
                    continue;
                if (ObjectWalk.Differ(x, y, (p, q) => Compare(p, q, name)))
                    differences.Add($"{name} (reached by {path})");
            }
        }
    }
}
