using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests.Measures;

public class ConsentTests
{
    private static readonly Programme Asked = new("USA", "TJK", new DateOnly(2010, 2, 1), 30, null, 1_000_000, 365_250, ConsentLevel: 0.55);

    [Fact]
    public void AHostThatConsents_SignsAtTheStartAndTheMeasureIsBuiltAndRuns()
    {
        using var simulation = Simulation(Asked, level: 0.6);
        Advance(simulation, new DateOnly(2010, 2, 1));
        Assert.Equal((MeasureState.Planned, 0), (State(simulation), Spent(simulation)));
        Advance(simulation, new DateOnly(2010, 2, 2));
        Assert.Equal((MeasureState.Building, 1_000_000), (State(simulation), Spent(simulation)));
        Assert.Equal(new DateOnly(2010, 2, 1), simulation.Parts.Programmes.Signed(0));
        Advance(simulation, new DateOnly(2010, 3, 4));
        Assert.Equal((MeasureState.Running, 1_001_000), (State(simulation), Spent(simulation)));
        Assert.Equal(new DateOnly(2010, 3, 3), simulation.Parts.Programmes.FirstRun(0));
        Assert.Equal(3, simulation.Parts.Posts.Levels[0].SearchFactor);
    }

    [Fact]
    public void AHostThatRefuses_IsAskedAgainAndNothingIsPaidBefore()
    {
        using var simulation = Simulation(Asked, level: 0.5);
        Advance(simulation, new DateOnly(2010, 3, 1));
        simulation.Parts.Relations.Level[0] = 0.6;
        // Refused on 1 February, asked again 90 days later and not sooner.
        Advance(simulation, new DateOnly(2010, 5, 2));
        Assert.Equal((MeasureState.AwaitingAccess, 0), (State(simulation), Spent(simulation)));
        var record = simulation.RunToEnd();
        Assert.Equal(new DateOnly(2010, 5, 2), simulation.Parts.Programmes.Signed(0));
        Assert.Equal(new DateOnly(2010, 6, 1), simulation.Parts.Programmes.FirstRun(0));
        Assert.Equal(214, simulation.Parts.Programmes.DaysRun(0));
        Assert.Equal(214, record.Outcomes[simulation.Layout.OutcomeIndex("measure-running-days.measure")]);
        Assert.Equal(120, record.Outcomes[simulation.Layout.OutcomeIndex("measure-delay.measure")]);
        Assert.Equal(1_000_000 + 214_000, Spent(simulation));
    }

    [Fact]
    public void WithoutConsent_NothingHappensAndNoDelayIsTold()
    {
        using var simulation = Simulation(Asked, level: 0.5);
        var record = simulation.RunToEnd();
        Assert.Equal((MeasureState.AwaitingAccess, 0), (State(simulation), Spent(simulation)));
        Assert.Equal(double.NaN, record.Outcomes[simulation.Layout.OutcomeIndex("measure-delay.measure")]);
        Assert.Equal(1, simulation.Parts.Posts.Levels[0].SearchFactor);
    }

    [Fact]
    public void ASuspendedMeasure_ResumesAtTheLevelAndNotAtTheMargin()
    {
        using var simulation = Simulation(Asked, level: 0.6);
        Advance(simulation, new DateOnly(2010, 4, 1));
        foreach (var (level, state) in new[]
        {
            (0.41, MeasureState.Running), (0.39, MeasureState.Suspended), (0.45, MeasureState.Suspended), (0.549, MeasureState.Suspended), (0.55, MeasureState.Running), (0.41, MeasureState.Running),
        })
        {
            simulation.Parts.Relations.Level[0] = level;
            var (spent, days) = (Spent(simulation), simulation.Parts.Programmes.DaysRun(0));
            Advance(simulation, simulation.Day.AddDays(1));
            Assert.Equal(state, State(simulation));
            Assert.Equal(state == MeasureState.Running ? 3 : 1, simulation.Parts.Posts.Levels[0].SearchFactor);
            Assert.Equal(state == MeasureState.Running ? (1000, 1) : (0, 0), (Spent(simulation) - spent, simulation.Parts.Programmes.DaysRun(0) - days));
        }
    }

    [Fact]
    public void AnEnd_StaysADateWhateverWasSigned()
    {
        using var simulation = Simulation(Asked with { End = new DateOnly(2010, 5, 1) }, level: 0.5);
        Advance(simulation, new DateOnly(2010, 4, 1));
        simulation.Parts.Relations.Level[0] = 0.9;
        simulation.RunToEnd();
        Assert.Equal((MeasureState.Ended, 0), (State(simulation), Spent(simulation)));
    }

    [Fact]
    public void WhatRunsOnTheFirstSimulatedDay_WasSignedBeforeIt()
    {
        // The warm-up begins on 2 November 2009; at this level nobody would sign, and nobody would leave.
        using var simulation = Simulation(Asked with { Start = new DateOnly(2009, 9, 1) }, level: 0.45);
        Advance(simulation, new DateOnly(2009, 11, 3));
        Assert.Equal((MeasureState.Running, 1000), (State(simulation), Spent(simulation)));
        Assert.Equal(33, simulation.Parts.Programmes.DaysRun(0)); // since 1 October
    }

    private static Simulation Simulation(Programme programme, double level)
    {
        var scenario = TestScenario.OneRoad(0.05).With(w => w with { Relations = [new("USA", "TJK", level)] });
        return new Simulation(
            scenario with
            {
                Measures = new Dictionary<string, IMeasure> { ["measure"] = new CheckpointUpgrade(true, programme, new Dictionary<string, bool> { ["POST"] = true }, 3, 0, 1, 0) },
                // Relations stay where they are put.
                Diplomacy = scenario.Diplomacy with { NoisePerSqrtYear = 0, ReversionPerYear = 0 },
            },
            1,
            0);
    }

    private static MeasureState State(Simulation simulation) => simulation.Parts.Programmes.State(0);

    private static long Spent(Simulation simulation) => simulation.Parts.Ledger.SpendingCents[0] / 100;

    private static void Advance(Simulation simulation, DateOnly day)
    {
        while (simulation.Day < day)
            simulation.Step();
    }
}
