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
        skill.Join(0, 8, 10);
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
        skill.Join(0, 5, 10);
        Assert.Equal(0.3 + 0.45 * 0.5, skill.Mean(0, 10, 0.3), 1e-12);
        skill.Join(0, 50, 10);
        Assert.Equal(0.75, skill.Mean(0, 10, 0.3), 1e-12);
    }

    [Fact]
    public void HalfTimeOfTheGain_IsThatOfFadingAndAttritionTogether()
    {
        var skill = new Skill(new Stage(TestScenario.OneRoad(0.1)));
        skill.Join(0, 8, 10);
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

    private static (Skill Skill, Academy Academy) Teach(
        double seats, int posts, Assignment assignment, int days, long[]? seized = null, double narcotics = 1)
    {
        var scenario = TestScenario.OneRoad(0.1).With(w => w with
        {
            Posts = [.. Enumerable.Range(0, posts).Select(p => TestScenario.Post($"P{p}", "TJK_BANK", "TJK", 0.1) with { LegalTrafficPerDay = 100 + p, Officers = 10 })],
        });
        var stage = new Stage(scenario);
        var skill = new Skill(stage);
        var academy = new Academy(stage, skill);
        var centre = new TrainingCentre(true, Free, seats, 10, 1, narcotics, new Dictionary<string, bool> { ["TJK"] = true }, assignment, new Dictionary<string, bool>());
        var levels = Enumerable.Range(0, posts).Select(_ => new PostLevel { Open = true, Officers = posts == 1 ? 1000 : 10 }).ToArray();
        for (var day = 0; day < days; day++)
        {
            skill.PassDay();
            academy.PassDay([("centre", centre)], levels, seized ?? new long[posts]);
        }

        return (skill, academy);
    }
}
