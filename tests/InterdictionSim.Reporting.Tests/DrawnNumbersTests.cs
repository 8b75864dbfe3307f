using InterdictionSim.Engine;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Reporting.Drawing;
using InterdictionSim.Reporting.Plots;

namespace InterdictionSim.Reporting.Tests;

/// <summary>The numbers that are plotted, not the pixels.</summary>
public sealed class DrawnNumbersTests
{
    [Fact]
    public void Months_SumTheirDays_AndLeaveOutWhatIsCutOff()
    {
        // 15 Jan to 10 May: February, March and April are whole.
        var periods = Periods.Of(new DateOnly(2010, 1, 15), 116);

        var sums = periods.Sums([.. Enumerable.Repeat(2.0, 116)]);

        Assert.True(periods.Monthly);
        Assert.Equal([56, 62, 60], sums);
        Assert.Equal(new DateOnly(2010, 2, 1).DayNumber + 14, periods.Middles[0]);
    }

    [Fact]
    public void Months_TakeTheDaysThatAreTheirs()
    {
        var periods = Periods.Of(new DateOnly(2012, 1, 1), 366);
        var daily = Enumerable.Range(0, 366).Select(day => (double)new DateOnly(2012, 1, 1).AddDays(day).Month).ToArray();

        Assert.Equal(Enumerable.Range(1, 12).Select(m => (double)m), periods.Means(daily));
        Assert.Equal(2 * 29, periods.Sums(daily)[1]);
    }

    [Fact]
    public void ShortRuns_AreShownByDay()
    {
        var periods = Periods.Of(new DateOnly(2010, 1, 1), 40);

        Assert.Equal("day", periods.Unit);
        Assert.Equal(40, periods.Middles.Length);
    }

    [Fact]
    public void Bands_AreQuantilesOfTypeSevenOverReplications()
    {
        // 0, 10 … 100: the quantile of type 7 at p is 100 p.
        var bands = Bands.Over([.. Enumerable.Range(0, 11).Select(r => new[] { 10.0 * r, double.NaN })]);

        Assert.Equal([5, 25, 50, 75, 95], new[] { bands.Low90[0], bands.Low50[0], bands.Median[0], bands.High50[0], bands.High90[0] }, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.True(double.IsNaN(bands.Median[1]));
    }

    [Fact]
    public void FiveStates_AreAddedUpWithinEachReplication()
    {
        // Replication r seizes r + 1 kg a day in each of five states: 5·31·3 in January of the median one.
        var results = SampleResults.Make(replications: 5);

        var bands = Periods.Of(results).SumBands(results, SampleResults.States.Select(c => "seizedKg." + c));

        Assert.Equal(5 * 31 * 3, bands.Median[0], tolerance: 1e-9);
        Assert.Equal(5 * 28 * 2, bands.Low50[1], tolerance: 1e-9);
        Assert.Equal(24, bands.Median.Length);
    }

    [Fact]
    public void Deliveries_AreTonnesAMonth()
    {
        var results = SampleResults.Make(replications: 3);

        Assert.Equal(201 * 31 / 1000.0, DeliveriesOverTime.Tonnes(Periods.Of(results), results, "deliveredKg.RUS").Median[0], tolerance: 1e-12);
    }

    [Fact]
    public void BusiestPath_FollowsTheLargestNetFlowThatLeadsToTheMarket()
    {
        // Osh gets 400 net, but leads nowhere; Samara gets 510 over two links.
        var results = SampleResults.Make();

        Assert.Equal(["KUNDUZ", "XB.AFG", "XB.TJK", "DUSHANBE", "SAMARA", "MOSCOW"], new Flows(results).BusiestPath(results.Scenario));
    }

    [Fact]
    public void PriceStops_CarryHeroinPricesAndTheShortestKilometres()
    {
        var stops = PriceAlongRoute.Stops(SampleResults.Make());

        Assert.Equal([2600, 3000, 3600, 5000, 20_000, 27_000], stops.Select(s => s.UsdPerKg));
        Assert.Equal([0, 65, 65, 245, 3245, 4305], stops.Select(s => s.Km));
        Assert.True(stops[1].IsOtherBankOf(stops[2]));
    }

    [Fact]
    public void Streams_AddUpLandLinks_KeepAirApart_AndSkipTheStepOverTheBorder()
    {
        var results = SampleResults.Make();

        var streams = FlowLayer.Streams(results.Scenario.World, new Flows(results)).ToDictionary(s => (s.From.Id, s.To.Id, s.ByAir), s => s.KgPerYear);

        Assert.Equal(510, streams[("DUSHANBE", "SAMARA", false)]);
        Assert.Equal(200, streams[("DUSHANBE", "MOSCOW", true)]);
        Assert.Equal(400, streams[("DUSHANBE", "OSH", false)]);
        Assert.DoesNotContain(streams.Keys, key => key.Item1 == "XB.AFG" || key.Item2 == "XB.AFG" && key.Item1 == "XB.TJK");
    }

    [Fact]
    public void CountryRows_HoldMeanAndNinetyPercentOfReplications_BesideThePublishedFigure()
    {
        var rows = SeizuresByCountry.Rows(SampleResults.Make(replications: 21));

        var tajikistan = rows.Single(r => r.Code == "TJK");
        Assert.Equal((1100, 200, 2000), (tajikistan.Mean, Math.Round(tajikistan.Low, 6), Math.Round(tajikistan.High, 6)));
        Assert.Equal("model 1,100 (200 … 2,000), above range", tajikistan.ModelText);
        Assert.Equal("published 985 (900 … 1,070), grade B, K11", tajikistan.PublishedText);
        Assert.Equal(["RUS", "five-states"], rows.Where(r => r.IsLarge).Select(r => r.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MeasureMarks_StandWhereTheMeasureBeginsToWork()
    {
        var results = SampleResults.Make();

        var dates = new MeasureDates(results.Scenario, Periods.Of(results));

        var mark = Assert.Single(dates.Marks);
        Assert.Equal(new Mark(new DateOnly(2010, 9, 8), "Dushanbe training centre"), mark);
        Assert.Contains("run from the start: Older outposts", dates.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void MeasureMarks_SayWhereAHostMustConsent()
    {
        var results = SampleResults.Make();
        Assert.DoesNotContain("consent", new MeasureDates(results.Scenario, Periods.Of(results)).Note, StringComparison.Ordinal);
        var asked = results.Scenario.Measures.ToDictionary(m => m.Key, m => (IMeasure)((BorderOutposts)m.Value with { Programme = m.Value.Programme with { ConsentLevel = 0.5 } }));

        var dates = new MeasureDates(results.Scenario with { Measures = asked }, Periods.Of(results));

        Assert.EndsWith(" Later, or not at all, where the host does not consent at once: Dushanbe training centre.", dates.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeLabels_KeepApart_AndTellTheYearOnce()
    {
        var ticks = TimeAxis.Ticks(Periods.Of(new DateOnly(2010, 1, 1), 730), widthPixels: 800).ToArray();

        Assert.Equal(["Jan\n2010", "Mar", "May"], ticks.Take(3).Select(t => t.Label));
        Assert.InRange(ticks.Length, 8, 12);
        Assert.Equal(2, ticks.Count(t => t.Label.Contains("20", StringComparison.Ordinal)));
    }

    [Fact]
    public void MapFrame_ShowsDegreesInTheirTrueProportion()
    {
        var frame = new MapFrame(60, 80, 30, 50, 600, 600);

        var east = frame.Pixel(frame.At(71, 40)).X - frame.Pixel(frame.At(70, 40)).X;
        var north = frame.Pixel(frame.At(70, 40)).Y - frame.Pixel(frame.At(70, 41)).Y;

        Assert.Equal(Math.Cos(40 * Math.PI / 180), east / north, tolerance: 1e-9);
        Assert.True(frame.Holds(60, 30) && frame.Holds(80, 50));
    }

    [Fact]
    public void MapFrame_CutsLinesAtItsEdge()
    {
        var frame = new MapFrame(60, 80, 30, 50, 600, 600);

        var (from, to) = frame.Visible(frame.At(70, 40), frame.At(70, 80))!.Value;

        Assert.Equal((40, 50), (from.Y, Math.Round(to.Y, 9)));
        Assert.Null(frame.Visible(frame.At(70, 60), frame.At(75, 60)));
    }

    [Fact]
    public void Names_NeverOverlap()
    {
        var placer = new LabelPlacer(400, 400);
        var placed = Enumerable.Range(0, 60).Select(i => placer.Place(200 + i % 8 * 9, 200 + i / 8 * 9, 60, 15, 6)).OfType<(double Left, double Top)>().ToArray();

        Assert.True(placed.Length > 3);
        for (var i = 0; i < placed.Length; i++)
            Assert.DoesNotContain(placed.Skip(i + 1), p => Math.Abs(p.Left - placed[i].Left) < 60 && Math.Abs(p.Top - placed[i].Top) < 15);
    }

    [Fact]
    public void SpreadLabels_KeepTheirOrderAndDistance()
    {
        Assert.Equal([1.0, 2.0, 9.0, 10.0], Spread.Apart([1, 1, 10, 10], least: 1, lowest: 0, highest: 10));
    }

    [Theory]
    [InlineData(20_000, 20_000)]
    [InlineData(19_999, 10_000)]
    [InlineData(730, 500)]
    public void LegendFlows_AreRoundNumbers(double value, double expected) => Assert.Equal(expected, FlowMap.RoundDown(value));

    [Theory]
    [InlineData(12_345, "12,300")]
    [InlineData(985, "985")]
    [InlineData(4.25, "4.3")]
    [InlineData(0.354, "0.35")]
    public void Numbers_HaveTheDigitsTheyDeserve(double value, string expected) => Assert.Equal(expected, Words.Number(value));

    [Fact]
    public void CloseUp_ShowsTheTransitCountryWithTheMostCrossings() =>
        Assert.Equal("TJK", FlowMap.Focus(SampleResults.Make().Scenario.World));

    [Fact]
    public void Crossings_AreCalledByTheirNameAlone()
    {
        var crossing = new Place("X", "Panj-Qumsangir river sector (Imam Sahib)", "TJK", PlaceKind.CrossingGreenBorder, 37, 69);

        Assert.Equal("Panj-Qumsangir", Words.Crossing(crossing, 22));
    }
}
