using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests.Diplomacy;

public class RelationsTests
{
    private static readonly Relation[] Known = [new("USA", "TJK", 0.6), new("USA", "KGZ", 0.5), new("RUS", "KGZ", 0.6), new("RUS", "TJK", 0.5)];

    [Fact]
    public void ARelation_HasTheMomentsOfItsProcess()
    {
        const int Runs = 2000;
        var levels = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var parts = Parts([new Relation("USA", "TJK", 0.5)], (ulong)run);
            parts.Relations.Level[0] = 0.6;
            for (var day = 0; day < 365; day++)
                parts.Relations.PassDay(new DateOnly(2010, 1, 1).AddDays(day), parts.Plan, parts.Programmes);
            levels[run] = parts.Relations.Level[0];
        }

        // Mean R̄ + (R − R̄)e^(−κt), variance σ²(1 − e^(−2κt))/2κ; four standard errors.
        var years = 365 / 365.25;
        var mean = 0.5 + 0.1 * Math.Exp(-0.7 * years);
        var variance = 0.08 * 0.08 * (1 - Math.Exp(-1.4 * years)) / 1.4;
        Assert.Equal(mean, levels.Average(), 4 * Math.Sqrt(variance / Runs));
        Assert.Equal(1, levels.Average(x => (x - mean) * (x - mean)) / variance, 4 * Math.Sqrt(2.0 / Runs));
    }

    [Fact]
    public void Consent_AtARandomDate_IsOrderedAsEventsWere()
    {
        var parts = Parts(Known, 11);
        var index = Known.Select(k => Array.FindIndex(parts.Stage.Relations, r => r.Sponsor == k.Sponsor && r.Host == k.Host)).ToArray();
        double[] threshold = [0.55, 0.55, 0.7, 0.65];
        var above = new int[4];
        var days = 0;
        for (var day = new DateOnly(2010, 1, 1); day.Year < 6010; day = day.AddDays(1), days++)
        {
            parts.Relations.PassDay(day, parts.Plan, parts.Programmes);
            for (var k = 0; k < 4; k++)
                above[k] += parts.Relations.Level[index[k]] >= threshold[k] ? 1 : 0;
        }

        // 4,000 years at κ = 0.7 hold some 1,500 independent values: standard errors 0.011, 0.011, 0.007, 0.003. The coupling to the rival widens the
        // stationary sd from 0.0676 to 0.0683.
        Assert.Equal(0.77, above[0] / (double)days, 0.04);
        Assert.Equal(0.23, above[1] / (double)days, 0.04);
        Assert.Equal(0.07, above[2] / (double)days, 0.025);
        Assert.Equal(0.013, above[3] / (double)days, 0.01);
    }

    [Fact]
    public void WhatARivalGains_TheOtherLoses()
    {
        var parts = Parts([new Relation("RUS", "TJK", 0.5), new Relation("USA", "TJK", 0.6)], 1, noise: 0);
        parts.Relations.Level[0] = 0.8;
        parts.Relations.PassDay(new DateOnly(2010, 1, 1), parts.Plan, parts.Programmes);
        Assert.Equal(0.6 - 0.5 * 0.2 / 365.25 * 0.3, parts.Relations.Level[1], 1e-12);
    }

    [Fact]
    public void Presence_LowersTheRivalsMeanAndConsentRaisesItsOwn()
    {
        var access = new AirfieldAccess(true, new Programme("USA", "TJK", new DateOnly(2010, 2, 1), 0, null, 0, 0, ConsentLevel: 0.5, Presence: 1), "air", 100);
        using var simulation = Simulation(access);
        Advance(simulation, new DateOnly(2010, 2, 10));
        Assert.Equal(0.6 + 0.03, Mean(simulation, "USA"), 1e-12);
        Assert.Equal(0.5 - 0.05, Mean(simulation, "RUS"), 1e-12);
        Assert.Equal(120, simulation.Parts.Plan.Route("air").TeuPerWeek);
    }

    [Fact]
    public void ADrawdown_LowersTheMeanOfTheSponsorsRelationsOnly()
    {
        var drawdown = new Drawdown(true, new Programme("USA", "AFG", new DateOnly(2010, 2, 1), 0, null, 0, 0), 60, 0, 0, 0, 0, 0.2);
        using var simulation = Simulation(drawdown);
        Advance(simulation, new DateOnly(2010, 6, 1));
        Assert.Equal(0.4, Mean(simulation, "USA"), 1e-9);
        Assert.Equal(0.5, Mean(simulation, "RUS"), 1e-12);
    }

    [Fact]
    public void AShock_JumpsOnceAndMayMoveTheMean()
    {
        var shock = new RelationsShock(true, new Programme("RUS", "TJK", new DateOnly(2010, 2, 1), 0, null, 0, 0), -0.3, -0.1, new Dictionary<string, bool> { ["POST"] = true }, 0.5);
        using var simulation = Simulation(shock, reversion: 0);
        var russia = Array.FindIndex(simulation.Parts.Stage.Relations, r => r.Sponsor == "RUS");
        Advance(simulation, new DateOnly(2010, 2, 1));
        Assert.Equal(0.5, simulation.Parts.Relations.Level[russia], 1e-12);
        Advance(simulation, new DateOnly(2010, 2, 2));
        Assert.Equal(0.2, simulation.Parts.Relations.Level[russia], 1e-12);
        Advance(simulation, new DateOnly(2010, 8, 1));
        Assert.Equal(0.2, simulation.Parts.Relations.Level[russia], 1e-12);
        Assert.Equal(0.4, Mean(simulation, "RUS"), 1e-12);
        Assert.Equal(0.5e9, simulation.Parts.Posts.Levels[0].LegalTrafficPerDay);
    }

    [Fact]
    public void AnotherRelation_MovesNoDrawOfTheFirst()
    {
        Parts alone = Parts([Known[0]], 5), together = Parts([Known[0], Known[1]], 5);
        for (var day = new DateOnly(2010, 1, 1); day.Year < 2012; day = day.AddDays(1))
        {
            alone.Relations.PassDay(day, alone.Plan, alone.Programmes);
            together.Relations.PassDay(day, together.Plan, together.Programmes);
        }

        Assert.Equal(alone.Relations.Level[0], together.Relations.Level[1]);
    }

    private static double Mean(Simulation simulation, string sponsor) =>
        simulation.Parts.Relations.Mean[Array.FindIndex(simulation.Parts.Stage.Relations, r => r.Sponsor == sponsor)];

    private static Simulation Simulation(IMeasure measure, double reversion = 0.7)
    {
        var scenario = TestScenario.OneRoad(0.05).With(w => w with { Relations = [new("RUS", "TJK", 0.5), new("USA", "TJK", 0.6)], SupplyRoutes = [new("air", "air", 20, false, new Dictionary<string, bool>())] });
        return new Simulation(
            scenario with
            {
                Measures = new Dictionary<string, IMeasure> { ["measure"] = measure },
                Diplomacy = scenario.Diplomacy with { NoisePerSqrtYear = 0, ReversionPerYear = reversion, RivalryPerYear = 0 },
            },
            1,
            0);
    }

    private static Parts Parts(IReadOnlyList<Relation> relations, ulong key, double noise = 0.08)
    {
        var scenario = TestScenario.OneRoad(0.05).With(w => w with { Relations = relations });
        return new Parts(scenario with { Fleet = scenario.Fleet with { Traffickers = new Dictionary<string, double> { ["heroin"] = 1 } }, Diplomacy = scenario.Diplomacy with { NoisePerSqrtYear = noise } }, key, 1);
    }

    private static void Advance(Simulation simulation, DateOnly day)
    {
        while (simulation.Day < day)
            simulation.Step();
    }
}
