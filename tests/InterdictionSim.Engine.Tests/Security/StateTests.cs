using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Tests.Security;

public class StateTests
{
    [Fact]
    public void SavedState_IsThatOfTheRunAndFillsAnother()
    {
        using Simulation first = Simulation(), second = Simulation();
        while (first.Day < new DateOnly(2010, 9, 1))
            first.Step();
        var saved = new StateArchive();
        saved.Exchange(Parts(first));
        var blank = new StateArchive();
        blank.Exchange(Parts(second));
        Assert.False(saved.Bytes.Span.SequenceEqual(blank.Bytes.Span));
        var reading = new StateArchive(saved.Bytes);
        reading.Exchange(Parts(second));
        Assert.True(reading.IsAtEnd);
        var again = new StateArchive();
        again.Exchange(Parts(second));
        Assert.True(saved.Bytes.Span.SequenceEqual(again.Bytes.Span));
        // The rest of the year on either, without traffic, comes to the same.
        Assert.Equal(TheRestOfTheYear(first), TheRestOfTheYear(second));
    }

    private static double[] TheRestOfTheYear(Simulation simulation)
    {
        var parts = simulation.Parts;
        // The plan follows from what runs, so it is made and not kept.
        parts.Programmes.Apply(new DateOnly(2010, 8, 31));
        for (var day = new DateOnly(2010, 9, 1); day.Year < 2011; day = day.AddDays(1))
        {
            if (parts.Programmes.PassDay(day))
                parts.Programmes.Apply(day);
            parts.Skill.PassDay();
            parts.Academy.PassDay(parts.Plan.Courses, parts.Posts.Levels, new long[parts.Stage.Posts.Length]);
            parts.Militants.PassDay(day.DayNumber * 1_000_00L, parts.Plan, parts.Academy.CounterTerror);
            parts.Attacks.PassDay(day, parts.Militants.Strength, parts.Posts.Levels);
            parts.Outbreaks.PassDay(day, parts.Programmes, parts.Militants.FundsUsdPerYear);
            parts.Order.PassDay(parts.Attacks.Today, parts.Attacks.UsualPerYear, parts.Outbreaks.StabilityLost);
            parts.Garrisons.FollowIncidents(parts.Attacks, day);
            parts.Relations.PassDay(day, parts.Plan, parts.Programmes);
        }

        return [.. parts.Militants.Strength, .. parts.Order.Stability, .. parts.Relations.Level, .. parts.Skill.Fresh, .. parts.Posts.Present, parts.Academy.Graduates, parts.Programmes.DaysRun(0)];
    }

    private static IState[] Parts(Simulation simulation)
    {
        var p = simulation.Parts;
        return [p.Relations, p.Programmes, p.Skill, p.Academy, p.Militants, p.Attacks, p.Outbreaks, p.Order, p.Garrisons];
    }

    private static Simulation Simulation()
    {
        var scenario = MilitantsTests.Guarded().With(w => w with { Relations = [new("USA", "TJK", 0.6), new("RUS", "TJK", 0.5)] });
        var programme = new Programme("USA", "TJK", new DateOnly(2010, 1, 1), 20, null, 0, 1000, ConsentLevel: 0.5);
        var agencies = new Dictionary<string, bool> { ["TJK"] = true };
        return new Simulation(
            scenario with
            {
                Measures = new Dictionary<string, IMeasure>
                {
                    ["centre"] = new TrainingCentre(true, programme, 40, 30, 1, 0.5, agencies, Assignment.Even, new Dictionary<string, bool>(), 2),
                    ["clashes"] = new Unrest(true, programme with { ConsentLevel = null }, 0.1, 100, 1, 0.01),
                    ["shock"] = new RelationsShock(true, programme with { ConsentLevel = null }, -0.05, 0, new Dictionary<string, bool>(), 1),
                },
            },
            1,
            0);
    }
}
