using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Tests.Interdiction;

public class TrainingTests
{
    private static readonly Programme Free = new("USA", "TJK", new DateOnly(2010, 1, 1), 0, null, 0, 0);

    [Fact]
    public void ACohort_FadesWithTheHalfLifeAndLeavesWithAttrition()
    {
        var skill = new Skill(new Stage(TestScenario.OneRoad(0.1)));
        skill.Join(0, 8, 8, 10);
        for (var day = 0; day < 198; day++)
            skill.PassDay();
        var stay = Math.Exp(-0.2 * 198 / 365.25);
        Assert.Equal(8 * stay, skill.Trained[0], 1e-9);
        Assert.Equal(4 * stay, skill.Fresh[0], 1e-9);
    }

    [Fact]
    public void Skill_RisesToTheCeilingWhenAllAreFreshAndNoFurther()
    {
        var skill = new Skill(new Stage(TestScenario.OneRoad(0.1)));
        Assert.Equal(0.3, skill.Mean(0, 10, 0.3), 1e-12);
        skill.Join(0, 5, 5, 10);
        Assert.Equal(0.3 + 0.45 * 0.5, skill.Mean(0, 10, 0.3), 1e-12);
        skill.Join(0, 50, 50, 10);
        Assert.Equal(0.75, skill.Mean(0, 10, 0.3), 1e-12);
    }

    [Fact]
    public void HalfTimeOfTheGain_IsThatOfFadingAndAttritionTogether()
    {
        var skill = new Skill(new Stage(TestScenario.OneRoad(0.1)));
        skill.Join(0, 8, 8, 10);
        var days = 0;
        while (skill.Fresh[0] > 4)
        {
            skill.PassDay();
            days++;
        }

        // 1/(1/h + a/ln 2) with h = 198 d and a = 0.2 a year: 171 d, 5.6 months.
        Assert.Equal(1 / (1.0 / 198 + 0.2 / 365.25 / Math.Log(2)), days, 1.0);
    }

    [Fact]
    public void FreshEquivalents_SettleAtIntakeOverFadingAndAttrition()
    {
        var (skill, _) = Teach(seats: 3, posts: 1, Assignment.Even, days: 4000);
        // n/(ln 2/halfLife + attrition), courses of 10 days so that the saw-tooth is small.
        var expected = 3 / (Math.Log(2) / (198 / 365.25) + 0.2);
        Assert.Equal(expected, skill.Fresh[0], expected * 0.04);
    }

    [Theory]
    [InlineData(Assignment.Even, new[] { 4.0, 4.0, 4.0 })]
    [InlineData(Assignment.BusiestFirst, new[] { 0.0, 2.0, 10.0 })]
    [InlineData(Assignment.LargestSeizuresFirst, new[] { 10.0, 2.0, 0.0 })]
    public void Assignment_DecidesWhoGetsTheFirstGraduates(Assignment assignment, double[] expected)
    {
        // One course of 12 graduates; posts of 10 officers each; traffic grows with the index, seizures fall.
        var (skill, _) = Teach(seats: 12 * 365.25 / 10, posts: 3, assignment, days: 10, seized: [300, 200, 100]);
        for (var p = 0; p < 3; p++)
            Assert.Equal(expected[p], skill.Trained[p], 1e-9);
    }

    [Fact]
    public void WhoFindsNoPlace_Waits()
    {
        var (skill, academy) = Teach(seats: 40 * 365.25 / 10, posts: 3, Assignment.Even, days: 10);
        Assert.Equal(30, skill.Trained.Sum(), 1e-9);
        Assert.Equal(10, academy.Waiting("centre"), 1e-9);
        Assert.Equal(40, academy.Graduates, 1e-9);
    }

    [Fact]
    public void ACurriculumOnTerrorismAlone_RaisesNoPostsSkill()
    {
        var (skill, academy) = Teach(seats: 100, posts: 1, Assignment.Even, days: 100, narcotics: 0);
        Assert.True(academy.Graduates > 0);
        Assert.Equal(0, skill.Trained.Sum());
    }

    [Fact]
    public void WhoWaits_FadesLikeOthersAndIsPlacedAfterTheCentreHasEnded()
    {
        var (skill, academy) = Teach(seats: 40 * 365.25 / 10, posts: 3, Assignment.Even, days: 10);
        var levels = Enumerable.Range(0, 3).Select(_ => new PostLevel { Open = true, Officers = 10 }).ToArray();
        academy.PassDay([], levels, new long[3]);
        // The centre has closed and the posts are full: those who wait leave at a fifth a year.
        Assert.Equal(10 * Math.Exp(-0.2 / 365.25), academy.Waiting("centre"), 1e-9);
        levels[0].Officers = 30;
        Assert.True(academy.PassDay([], levels, new long[3]));
        Assert.Equal(0, academy.Waiting("centre"), 1e-9);
        var left = 10 * Math.Exp(-0.4 / 365.25);
        Assert.Equal(10 + left, skill.Trained[0], 1e-9);
        Assert.Equal(10 + left * Math.Pow(2, -2.0 / 198), skill.Fresh[0], 1e-9);
    }

    [Fact]
    public void EvenAssignment_DilutesOverAllStaff()
    {
        // 400 a year over 9,000: F = n/(ln 2/h + a) = 270 fresh-equivalents, 3 % of strength, at posts as elsewhere. Courses of 10 days: a saw-tooth of 3 %.
        var (skill, _) = Teach(seats: 400, posts: 1, Assignment.Even, days: 6000, staff: 9000);
        Assert.Equal(0.030, skill.FreshShare(0, 1000), 0.0015);
        Assert.Equal(0.030, skill.FreshElsewhere.Sum() / 8000, 0.0015);
    }

    [Theory]
    [InlineData(Assignment.Even)]
    [InlineData(Assignment.BusiestFirst)]
    public void ACourse_ConservesPersons(Assignment assignment)
    {
        var (skill, academy) = Teach(seats: 60 * 365.25 / 10, posts: 3, assignment, days: 10, staff: 50);
        Assert.Equal(60, skill.Trained.Sum() + skill.TrainedElsewhere.Sum() + academy.Waiting("centre"), 1e-9);
        Assert.Equal(assignment == Assignment.Even ? 50 : 30, skill.Trained.Sum() + skill.TrainedElsewhere.Sum(), 1e-9);
    }

    [Fact]
    public void ARefresher_MakesTrainingFreshAgainAndNeverFresherThanNew()
    {
        var skill = new Skill(new Stage(TestScenario.OneRoad(0.1)));
        skill.Join(0, 8, 2, 10);
        skill.Refresh(0, 1);
        Assert.Equal(2 + 0.75, skill.Fresh[0], 1e-12);
        for (var day = 0; day < 100; day++)
            skill.Refresh(0, 1000);
        Assert.Equal(8, skill.Fresh[0], 1e-9);
        Assert.Equal(8, skill.Trained[0], 1e-12);
    }

    [Fact]
    public void OneRefresherAYear_KeepsMoreThanHalfFresh()
    {
        var (without, _) = Teach(seats: 3, posts: 1, Assignment.Even, days: 4000);
        var (with, _) = Teach(seats: 3, posts: 1, Assignment.Even, days: 4000, refreshers: 15);
        // dF/dt = n + r(1 − F/T) − (ln 2/h + a)F with r = 15 a year for T trained, so F = (n + r)/(r/T + ln 2/h + a).
        Assert.Equal(without.Trained[0], with.Trained[0], 1e-9);
        var expected = 18 / (15 / with.Trained[0] + Math.Log(2) / (198 / 365.25) + 0.2);
        Assert.True(with.Fresh[0] > 0.5 * with.Trained[0]);
        Assert.Equal(expected, with.Fresh[0], expected * 0.04);
    }

    [Fact]
    public void ArmedForces_RaiseNoSkillAtPostsAndStillFightMilitants()
    {
        var (skill, academy) = Teach(seats: 200, posts: 1, Assignment.Even, days: 4000, narcotics: 0.5, agency: "ARMY", staff: 9000);
        Assert.Equal(0, skill.Trained[0]);
        // Half of the curriculum: 100 a year of each kind, n/(ln 2/h + a) fresh-equivalents.
        var expected = 100 / (Math.Log(2) / (198 / 365.25) + 0.2);
        Assert.Equal(expected, academy.CounterTerror.Sum(), expected * 0.04);
        Assert.Equal(expected, skill.FreshElsewhere.Sum(), expected * 0.04);
        Assert.Equal(academy.Graduates / 2, academy.CounterTerrorGraduates, 1e-6);
    }

    private static (Skill Skill, Academy Academy) Teach(
        double seats, int posts, Assignment assignment, int days, long[]? seized = null, double narcotics = 1, double staff = 0, double refreshers = 0, string agency = "TJK")
    {
        var centre = new TrainingCentre(true, Free, seats, 10, 1, narcotics, new Dictionary<string, bool> { [agency] = true }, assignment, new Dictionary<string, bool>(), refreshers);
        var scenario = TestScenario.OneRoad(0.1).With(w => w with
        {
            Posts = [.. Enumerable.Range(0, posts).Select(p => TestScenario.Post($"P{p}", "TJK_BANK", "TJK", 0.1) with { LegalTrafficPerDay = 100 + p, Officers = 10 })],
            Agencies = [.. w.Agencies.Select(a => a with { Staff = a.Id == "TJK" ? staff : 0 }), new Agency("ARMY", "ARMY", "TJK", 40, 0.15, 0.2, staff)],
        });
        var stage = new Stage(scenario with { Measures = new Dictionary<string, IMeasure> { ["centre"] = centre } });
        var skill = new Skill(stage);
        var academy = new Academy(stage, skill);
        var levels = Enumerable.Range(0, posts).Select(_ => new PostLevel { Open = true, Officers = posts == 1 ? 1000 : 10 }).ToArray();
        for (var day = 0; day < days; day++)
        {
            skill.PassDay();
            academy.PassDay([("centre", centre)], levels, seized ?? new long[posts]);
        }

        return (skill, academy);
    }
}
