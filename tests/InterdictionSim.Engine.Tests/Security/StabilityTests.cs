using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Security;

namespace InterdictionSim.Engine.Tests.Security;

public class StabilityTests
{
    private static readonly Programme Programme = new("LOCAL", "TJK", new DateOnly(2010, 3, 1), 0, null, 0, 0);
    private static readonly Unrest Clashes = new(true, Programme, 0.3, 180, 0, 0);

    [Fact]
    public void UsualIncidents_KeepStabilityAtItsMean()
    {
        var parts = new Parts(MilitantsTests.Guarded(), 7, 1);
        var (sum, squares, days) = (0.0, 0.0, 0);
        var tajikistan = Array.IndexOf(parts.Stage.Network.Countries, "TJK");
        for (var day = new DateOnly(2010, 1, 1); day.Year < 3010; day = day.AddDays(1))
        {
            parts.Attacks.PassDay(day, [400], parts.Plan.Posts);
            parts.Order.PassDay(parts.Attacks.Today, parts.Attacks.UsualPerYear, parts.Outbreaks.StabilityLost);
            var stability = parts.Order.Stability[tajikistan];
            sum += stability;
            squares += (stability - 0.6) * (stability - 0.6);
            days++;
        }

        // Shot noise: sd = loss·√(rate/(2·recovery)) = 0.045; 1,000 years hold some 250 independent values, standard error 0.003.
        Assert.Equal(0.6, sum / days, 0.012);
        Assert.Equal(0.0447, Math.Sqrt(squares / days), 0.005);
    }

    [Fact]
    public void OfficersPresent_AnswerStabilityAlikeBothWays()
    {
        var parts = new Parts(MilitantsTests.Guarded(), 7, 1);
        var tajikistan = Array.IndexOf(parts.Stage.Network.Countries, "TJK");
        parts.Order.Stability[tajikistan] = 0.5;
        Assert.Equal(0.9, parts.Order.Present(tajikistan), 1e-12);
        Assert.Equal(1.05, parts.Order.BribeRise(tajikistan), 1e-12);
        parts.Order.Stability[tajikistan] = 0.7;
        Assert.Equal(1.1, parts.Order.Present(tajikistan), 1e-12);
        Assert.Equal(1, parts.Order.BribeRise(tajikistan));
    }

    [Fact]
    public void AnOutbreak_CostsStabilityThatComesBackWithItsHalfLife()
    {
        // It ends after two weeks; what it cost comes back no sooner.
        using var simulation = new Simulation(Taking(Clashes with { Programme = Programme with { End = new DateOnly(2010, 3, 15) } }), 1, 0);
        var tajikistan = Array.IndexOf(simulation.Parts.Stage.Network.Countries, "TJK");
        Advance(simulation, new DateOnly(2010, 3, 1));
        Assert.Equal(1, simulation.Parts.Order.Stability[tajikistan]);
        Advance(simulation, new DateOnly(2010, 3, 2));
        Assert.Equal(0.7, simulation.Parts.Order.Stability[tajikistan], 1e-12);
        Advance(simulation, new DateOnly(2010, 3, 2).AddDays(180));
        Assert.Equal(0.85, simulation.Parts.Order.Stability[tajikistan], 1e-9);
        // Posts follow at replannings, 14 days at most behind.
        Assert.Equal(0.85, simulation.Parts.Posts.Present[0], 0.01);
        Assert.Equal(1.075, simulation.Parts.Posts.BribeRise[0], 0.005);
    }

    [Fact]
    public void Unrest_LowersSeizures() =>
        Assert.True(ExpectedSeized(Taking(Clashes with { HalfLifeDays = 3000 })) < 0.85 * ExpectedSeized(TestScenario.OneRoad(0.05)));

    [Fact]
    public void UnrestThatTheTradePaysFor_BreaksOutMoreOften()
    {
        var scripted = StabilityAtEnd(Clashes with { StabilityLoss = 0.02, HalfLifeDays = 3000 });
        var fed = StabilityAtEnd(Clashes with { StabilityLoss = 0.02, HalfLifeDays = 3000, OutbreaksPerYearPerMillionUsd = 0.3 });
        Assert.Equal(0.98, scripted, 0.01);
        // Some 40 million USD a year: a dozen outbreaks a year, ten months.
        Assert.InRange(fed, 0.6, 0.93);
    }

    [Fact]
    public void WithoutGroupsRelationsAndMeasures_SecurityChangesNoBit()
    {
        var scenario = TestScenario.OneRoad(0.05);
        var others = scenario with
        {
            Security = scenario.Security with { IncidentsPerFighterYear = 9, IncidentStabilityLoss = 0.5, AbsencePerStability = 2 },
            Diplomacy = scenario.Diplomacy with { NoisePerSqrtYear = 0.5 },
        };
        using Simulation a = new(scenario, 1, 0), b = new(others, 1, 0);
        Assert.Equal(a.RunToEnd().Fingerprint(), b.RunToEnd().Fingerprint());
    }

    private static Scenario Taking(Unrest measure) => TestScenario.OneRoad(0.05) with { Measures = new Dictionary<string, IMeasure> { ["clashes"] = measure } };

    private static double ExpectedSeized(Scenario scenario)
    {
        using var simulation = new Simulation(scenario, 9, 0);
        simulation.RunToEnd();
        return simulation.Parts.Ledger.ExpectedSeizedGrams.Sum(x => (double)x);
    }

    private static double StabilityAtEnd(Unrest measure)
    {
        // A group that makes no incidents, so that funds are there to read.
        var scenario = MilitantsTests.Guarded() with { Measures = new Dictionary<string, IMeasure> { ["clashes"] = measure } };
        scenario = scenario with { Security = scenario.Security with { IncidentsPerFighterYear = 0, Stability = new Dictionary<string, double>() } };
        using var simulation = new Simulation(scenario, 2, 0);
        simulation.RunToEnd();
        return simulation.Parts.Order.Stability[Array.IndexOf(simulation.Parts.Stage.Network.Countries, "TJK")];
    }

    private static void Advance(Simulation simulation, DateOnly day)
    {
        while (simulation.Day < day)
            simulation.Step();
    }
}
