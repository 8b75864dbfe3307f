using CsCheck;
using InterdictionSim.Engine.Tracing;

namespace InterdictionSim.Engine.Tests.State;

/// <summary>A trace tells what happened and touches nothing.</summary>
public class TraceTests
{
    private static readonly string[] everyPost = ["post:A", "post:C", "post:M", "post:SECTOR", "post:checkpoint", "post:teams@TJK_A", "post:teams@TJK_B", "post:teams@KAZ_C"];
    private static readonly string[] some = ["trafficker:band/3", "trafficker:band/17", "trafficker:band/90", "trafficker:opium-band/0", "trafficker:opium-band/9"];

    [Fact]
    public void ATrace_ChangesNoResult_AndIsTheSameForAnyNumberOfThreads() =>
        Gen.Select(RichScenario.Any, Gen.Int[2, 3]).Sample((scenario, threads) =>
        {
            using Simulation plain = new(scenario, 5, 2), traced = new(scenario, 5, 2), threaded = new(scenario, 5, 2, threads);
            traced.Follow([.. some, .. everyPost]);
            threaded.Follow([.. some, .. everyPost]);
            var fingerprint = plain.RunToEnd().Fingerprint();
            Assert.Equal(fingerprint, traced.RunToEnd().Fingerprint());
            Assert.Equal(fingerprint, threaded.RunToEnd().Fingerprint());
            Assert.NotEmpty(traced.Trace);
            Assert.Equal(traced.Trace, threaded.Trace);
        }, iter: 4);

    [Fact]
    public void TheEventsOfOneTrafficker_AreALegalStory() =>
        RichScenario.Any.Sample(scenario =>
        {
            var events = Events(scenario, some, out _);
            foreach (var story in events.GroupBy(e => (e.Organisation, e.Slot)))
            {
                TraceEvent? last = null;
                foreach (var next in story)
                {
                    Assert.True(MayFollow(last, next), $"{next} follows {last}");
                    last = next;
                }
            }
        }, iter: 6);

    [Fact]
    public void WhatAPostSeizesInTheTrace_IsWhatTheLedgerSays() =>
        RichScenario.Any.Sample(scenario =>
        {
            var events = Events(scenario, everyPost, out var simulation);
            var (ledger, stage) = (simulation.Parts.Ledger, simulation.Parts.Stage);
            for (var p = 0; p < stage.Posts.Length; p++)
            {
                var seizures = events.Where(e => e.Kind == TraceKind.Seized && e.Post == stage.Posts[p].Id).ToArray();
                Assert.Equal(ledger.Seizures[p], seizures.Length);
                Assert.Equal(ledger.SeizedGrams.AsSpan(p * stage.Commodities.Length, stage.Commodities.Length).ToArray().Sum(), seizures.Sum(e => (long)e.Grams));
            }

            Assert.Equal(ledger.BribeCents / 100.0, events.Where(e => e.Kind == TraceKind.Bribes).Sum(e => e.BribeUsd), 1e-3);
        }, iter: 6);

    [Fact]
    public void EveryDecision_FollowsFromTheDrawBesideIt() =>
        RichScenario.Any.Sample(scenario =>
        {
            foreach (var e in Events(scenario, [.. some, .. everyPost], out _))
            {
                switch (e.Kind)
                {
                    case TraceKind.Passes:
                        Assert.False(e.Draw >= e.From && e.Draw < e.To, e.ToString());
                        break;
                    case TraceKind.Seized or TraceKind.Bribes:
                        Assert.True(e.Draw >= e.From && e.Draw < e.To, e.ToString());
                        Assert.Equal(e.Kind == TraceKind.Seized, e.BribeDraw < e.Refuses);
                        Assert.Equal((1 - e.From) * e.Selected * e.Found, e.To - e.From, 1e-8);
                        break;
                    case TraceKind.Departs:
                        Assert.True(e.Draw >= e.From && e.Draw < e.To, e.ToString());
                        break;
                }
            }
        }, iter: 6);

    [Fact]
    public void AResumedTrace_IsTheRestOfTheWhole()
    {
        using var whole = new Simulation(RichScenario.One, 1, 0);
        whole.Follow(some);
        whole.RunTo(200, TestContext.Current.CancellationToken);
        using var rest = Simulation.Resume(RichScenario.One, 1, 0, whole.Save());
        rest.Follow(some);
        whole.RunToEnd();
        rest.RunToEnd();
        Assert.Equal(whole.Trace.Where(e => e.Tick >= 200), rest.Trace);
    }

    [Theory]
    [InlineData("trafficker:bnd/3", "no organisation is called 'bnd'; did you mean 'band'?")]
    [InlineData("trafficker:band/150", "with a slot of 0 … 149")]
    [InlineData("trafficker:band/x", "with a slot of 0 … 149")]
    [InlineData("trafficker:band", "expected trafficker:band/SLOT")]
    [InlineData("post:SECTR", "no post is called 'SECTR'; did you mean 'SECTOR'?")]
    [InlineData("place:A", "expected trafficker:ORGANISATION/SLOT or post:POST")]
    public void WhatIsNotThere_IsToldWithTheNearest(string subject, string told)
    {
        using var simulation = new Simulation(RichScenario.One, 1, 0);
        Assert.Contains(told, Assert.Throws<ScenarioException>(() => simulation.Follow([subject])).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<TraceEvent> Events(Scenario scenario, string[] subjects, out Simulation simulation)
    {
        simulation = new Simulation(scenario, 5, 2);
        simulation.Follow(subjects);
        simulation.RunToEnd();
        return simulation.Trace;
    }

    private static bool MayFollow(TraceEvent? last, TraceEvent next) => next.Kind switch
    {
        TraceKind.Departs => last?.Kind switch
        {
            null or TraceKind.Replaced => next.Hop == 0,
            TraceKind.Delivers => next.Hop == 0 && next.Trip == last.Trip + 1,
            // Only where consignments return at once: else the arrest comes first.
            TraceKind.Seized => next.Hop == 0 && next.Trip == last.Trip + 1 && next.Tick == last.Tick,
            TraceKind.Arrives or TraceKind.Passes or TraceKind.Bribes => next.Hop == last.Hop && next.Trip == last.Trip && next.Tick == last.Tick && next.Place.Length > 0,
            TraceKind.Waits => next.Hop == last.Hop + 1 && next.Trip == last.Trip && next.Place == last.Place,
            _ => false,
        },
        TraceKind.Arrives => last is { Kind: TraceKind.Departs } && next.Link == last.Link && next.Tick > last.Tick && next.Hop == last.Hop + 1 && next.Grams == last.Grams,
        TraceKind.Passes or TraceKind.Bribes or TraceKind.Seized =>
            last is { Kind: TraceKind.Arrives or TraceKind.Passes or TraceKind.Bribes } && next.Link == last.Link && next.Tick == last.Tick,
        TraceKind.Waits => last is { Kind: TraceKind.Arrives or TraceKind.Passes or TraceKind.Bribes or TraceKind.Waits },
        TraceKind.Delivers => last is { Kind: TraceKind.Arrives or TraceKind.Passes or TraceKind.Bribes } && next.Tick == last.Tick && next.UsdPerKg > 0,
        TraceKind.Arrested => last is { Kind: TraceKind.Seized } && next.Tick == last.Tick && next.Post == last.Post,
        TraceKind.Replaced => last is { Kind: TraceKind.Arrested } && next.Tick > last.Tick && next.Trip == last.Trip + 1,
        _ => false,
    };
}
