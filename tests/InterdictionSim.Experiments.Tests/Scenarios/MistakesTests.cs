using InterdictionSim.Engine;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Experiments.Scenarios;

namespace InterdictionSim.Experiments.Tests.Scenarios;

public sealed class MistakesTests : IDisposable
{
    private readonly SmallWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData("\"fleet\": {\"turnaroundDay\": 3}", "bad.json:2:11: /fleet/turnaroundDay: unknown key; did you mean 'turnaroundDays'?")]
    [InlineData("\"flet\": {}", "bad.json:2:1: /flet: unknown key; did you mean 'fleet'?")]
    [InlineData("\"risk\": {\"courage\": 3}", "bad.json:2:10: /risk/courage: unknown key; known are premiumExponent, premiumMaximum, premiumWeight, weight")]
    [InlineData("\"fleet\": {\"turnaroundDays\": \"long\"}", "bad.json:2:29: /fleet/turnaroundDays: expected a number, found \"long\"")]
    [InlineData("\"fleet\": {\"turnaroundDays\": \"3\"}", "bad.json:2:29: /fleet/turnaroundDays: expected a number, found \"3\"")]
    [InlineData("\"fleet\": {\"turnaroundDays\": null}", "bad.json:2:29: /fleet/turnaroundDays: expected a number, found null")]
    [InlineData("\"fleet\": [1]", "bad.json:2:10: /fleet: expected an object, found a list")]
    [InlineData("\"fleet\": {\"traffickers\": 7}", "bad.json:2:26: /fleet/traffickers: expected an object, found 7")]
    [InlineData("\"risk\": {\"weight\": 0.1, \"weight\": 0.2}", "bad.json:2:25: /risk/weight: is there twice")]
    [InlineData("\"risk\": {\"weight\": NaN}", "bad.json:2:20: /risk/weight: is NaN; expected a finite number")]
    [InlineData("\"risk\": {\"weight\": -Infinity}", "bad.json:2:20: /risk/weight: is -Infinity; expected a finite number")]
    [InlineData("\"risk\": {\"weight\": 1e999}", "bad.json:2:20: /risk/weight: 1e999 is out of range; expected a finite number")]
    [InlineData("\"run\": {\"tickHours\": 6.5}", "bad.json:2:22: /run/tickHours: expected a whole number, found 6.5")]
    [InlineData("\"run\": {\"warmUpDays\": 3000000000}", "bad.json:2:23: /run/warmUpDays: 3000000000 is out of range; expected a whole number between -2147483648 and 2147483647")]
    [InlineData("\"run\": {\"endDate\": \"2010-13-01\"}", "bad.json:2:20: /run/endDate: expected a date as 2010-01-31, found \"2010-13-01\"")]
    [InlineData("\"measures\": {\"checkpont\": {}}", "bad.json:2:14: /measures/checkpont: unknown measure kind 'checkpont'; did you mean 'checkpoint'? known kinds: {measures}")]
    [InlineData("\"measures\": {\"checkpoint\": {\"dusti\": {\"enabled\": 1}}}", "bad.json:2:50: /measures/checkpoint/dusti/enabled: expected true or false, found 1")]
    [InlineData("\"measures\": {\"checkpoint\": {\"dusti\": {\"reach\": \"bordr\"}}}", "bad.json:2:48: /measures/checkpoint/dusti/reach: expected one of border, interior, found \"bordr\"; did you mean 'border'?")]
    [InlineData("\"measures\": {\"checkpoint\": {\"a:b\": {}}}", "bad.json:2:29: /measures/checkpoint/a:b: an id has at least one character, and neither ':' nor '/'")]
    [InlineData("\"commodities\": {\"Hashish\": {}, \"hashish\": {}}", "bad.json:2:32: /commodities/hashish: differs only in case from 'Hashish'")]
    [InlineData("\"risk\": {\"weight\": 0.5 0.6}", "bad.json:2:24: is not JSON: '0' is invalid after a value. Expected either ',', '}', or ']'")]
    [InlineData("\"title\": \"\\ud800\"", "bad.json:2:10: is not JSON: a text is not valid Unicode")]
    [InlineData("\"title\": 7", "bad.json:2:10: /title: expected a text, found 7")]
    public void EachMistake_IsToldAtItsLineAndColumn(string line, string expected)
    {
        var problems = world.ProblemsOf($"{{\"extends\": \"baseline.json\",\n{line}}}");
        Assert.Equal(expected.Replace("{measures}", string.Join(", ", Catalog.Kinds<IMeasure>().Keys), StringComparison.Ordinal), problems[0]);
        // A measure that is not whole is also told what it lacks.
        Assert.All(problems.Skip(1), p => Assert.StartsWith("bad.json:2:", p, StringComparison.Ordinal));
        Assert.All(problems.Skip(1), p => Assert.Contains(" is missing; expected ", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_CountCharacters_NotBytes() =>
        Assert.Equal(["bad.json:1:46: /wrld: unknown key; did you mean 'world'?"], world.ProblemsOf("""{"extends": "baseline.json", "title": "äöü", "wrld": "x"}"""));

    [Fact]
    public void AllMistakesOfAllFiles_AreToldAtOnce()
    {
        world.Edit("baseline.json", "\"turnaroundDays\": 290", "\"turnaroundDays\": true")
            .Edit("world/posts.json", "\"officers\": 40", "\"officers\": \"40\"");
        world.Write("bad.json", """
            {
              "name": "silly",
              "extends": "baseline.json",
              "risk": {"weigth": 0.1},
              "run": {"startDate": "yesterday"}
            }
            """);
        Assert.Equal(
            [
                "bad.json:4:12: /risk/weigth: unknown key; did you mean 'weight'?",
                "bad.json:5:24: /run/startDate: expected a date as 2010-01-31, found \"yesterday\"",
                "baseline.json:18:63: /fleet/turnaroundDays: expected a number, found true",
                "world/posts.json:2:126: /world/posts/XB_SHERKHAN.TJK/officers: expected a number, found \"40\"",
                "--set fleet.turnaroundDay=3: unknown key; did you mean 'turnaroundDays'?",
            ],
            world.Problems("bad.json", sets: ["fleet.turnaroundDay=3"]));
    }

    [Fact]
    public void ValuesOutOfRange_AreToldTogetherWithSlips_WhereTheRestIsWhole()
    {
        world.Write("bad.json", """
            {"extends": "baseline.json", "flet": {},
            "risk": {"weight": 7},
            "measures": {"training-centre": {"karatog": {"enabled": true}}}}
            """);
        var problems = world.Problems("bad.json");
        Assert.Contains("bad.json:1:30: /flet: unknown key; did you mean 'fleet'?", problems);
        Assert.Contains("bad.json:2:20: /risk/weight: is 7; expected 0 … 1", problems);
        Assert.Contains("bad.json:3:45: /measures/training-centre/karatog/seatsPerYear: is missing; expected a number", problems);
    }

    [Fact]
    public void Heading_CarriesNameAndCount()
    {
        world.Write("bad.json", """{"name": "silly", "extends": "baseline.json", "risk": {"weigth": 0.1}}""");
        var e = Assert.Throws<ScenarioException>(() => world.Load("bad.json"));
        Assert.StartsWith("Scenario 'silly' has 1 problem(s):" + Environment.NewLine + "  ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingValues_AreToldWithWhatIsExpected()
    {
        world.Edit("baseline.json", "\"turnaroundDays\": 290, ", "").Edit("baseline.json", "  \"risk\": {\"weight\": 0.25, \"premiumWeight\": 0, \"premiumExponent\": 2, \"premiumMaximum\": 5},\n", "");
        Assert.Equal(
            [
                "baseline.json:18:12: /fleet/turnaroundDays: is missing; expected a number",
                "baseline.json:1:1: /risk: is missing; expected an object",
            ],
            world.Problems());
    }

    [Theory]
    [InlineData("fleet.turnaroundDay=3", "--set fleet.turnaroundDay=3: unknown key; did you mean 'turnaroundDays'?")]
    [InlineData("fleet.turnaroundDays=long", "--set fleet.turnaroundDays=long: expected a number, found \"long\"")]
    [InlineData("fleet.turnaroundDays=NaN", "--set fleet.turnaroundDays=NaN: expected a number, found \"NaN\"")]
    [InlineData("fleet.turnaroundDays", "--set fleet.turnaroundDays: expected path=value, as fleet.turnaroundDays=30")]
    [InlineData("fleet=3", "--set fleet=3: is an object; set one of its values")]
    [InlineData("fleet.turnaroundDays.x=3", "--set fleet.turnaroundDays.x=3: 'turnaroundDays' is a number and has no 'x'")]
    [InlineData("measures.checkpont.x.enabled=true", "--set measures.checkpont.x.enabled=true: unknown measure kind; did you mean 'checkpoint'?")]
    [InlineData("fleet.turnaroundDays=-3", "--set fleet.turnaroundDays=-3: /fleet/turnaroundDays: is -3; expected 0 or more")]
    public void MistakesOfSets_AreToldAtTheSet(string set, string expected) => Assert.Equal([expected], world.Problems(sets: [set]));

    [Fact]
    public void MissingFiles_AreToldInThePlannersWords()
    {
        Assert.Equal(["nowhere.json: no such file"], world.Problems("nowhere.json"));
        Assert.Equal(["world: is a folder; expected a file"], world.Problems("world"));
        Assert.Equal(["bad.json:1:13: /extends: 'bas.json': no such file"], world.ProblemsOf("""{"extends": "bas.json"}"""));
        Assert.Equal(["bad.json:1:39: /world: no such folder 'moon'"], world.ProblemsOf("""{"extends": "baseline.json", "world": "moon"}"""));
        Assert.Equal(["bad.json:1:13: /extends: 'a\0b': no such file"], world.ProblemsOf("""{"extends": "a\u0000b"}"""));
        Assert.Equal(["bad.json:1:39: /world: no such folder 'a\0b'"], world.ProblemsOf("""{"extends": "baseline.json", "world": "a\u0000b"}"""));
        Assert.Throws<ScenarioException>(() => ScenarioLoader.Load("", [], []));
        File.Delete(world["world/prices.json"]);
        Assert.Equal(["world/prices.json: no such file"], world.Problems());
    }

    [Fact]
    public void LayersThatGoRound_AreRefused()
    {
        world.Write("a.json", """{"extends": "b.json"}""");
        world.Write("b.json", """{"extends": "a.json"}""");
        Assert.Equal(["b.json:1:13: /extends: 'a.json' extends this file in turn; layers cannot go round in a circle"], world.Problems("a.json"));
    }

    [Fact]
    public void WorldFiles_MayCarryProvenance_ButNoSlips()
    {
        world.Edit("world/links.geojson", "\"terrain\": \"plain\"", "\"winterMonth\": [1], \"anything\": 3");
        Assert.Equal(["world/links.geojson:2:218: /world/links/L1/winterMonth: unknown key; did you mean 'winterMonths'?"], world.Problems());
    }
}
