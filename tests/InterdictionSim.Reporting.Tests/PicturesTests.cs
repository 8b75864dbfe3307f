using System.Text;
using System.Xml.Linq;
using InterdictionSim.Reporting.Plots;

namespace InterdictionSim.Reporting.Tests;

public sealed class PicturesTests : IDisposable
{
    private static readonly byte[] pngSignature = [0x89, 0x50, 0x4E, 0x47];

    private readonly string folder = Directory.CreateTempSubdirectory("pictures").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Names => [.. PlotCatalog.All.Select(plot => plot.Name)];

    [Fact]
    public void Catalogue_HoldsThePlotsByName()
    {
        Assert.Equal(
            ["deliveries-over-time", "flow-map", "officers-and-skill", "price-along-route", "seizures-by-country", "seizures-over-time"],
            PlotCatalog.All.Select(plot => plot.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryPlot_SaysWhatItShowsAndWhatItIsFor(string name)
    {
        var plot = PlotCatalog.All.Single(p => p.Name == name);

        Assert.Matches("^[A-Z][^\n]{8,60}$", plot.Title);
        Assert.Matches("^[A-Z][^\n]{20,140}\\.$", plot.Meaning);
        var documented = XDocument.Load(Path.ChangeExtension(plot.GetType().Assembly.Location, ".xml"))
            .Descendants("member").Single(m => m.Attribute("name")!.Value == "T:" + plot.GetType().FullName);
        Assert.NotEmpty(documented.Element("summary")!.Value.Trim());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryPlot_DrawsPngAndSvg_TheSameFromRunToRun(string name)
    {
        var context = new PlotContext(SampleResults.Make(), Outlines());
        var plot = PlotCatalog.All.Single(p => p.Name == name);
        Assert.True(plot.Applies(context.Results));

        using var first = plot.Draw(context);
        using var second = plot.Draw(context);
        var png = first.Png();

        Assert.Equal(pngSignature, png[..4]);
        Assert.True(png.Length > 10_000, "a page with nothing on it is smaller");
        Assert.Equal(png, second.Png());
        Assert.Equal(first.Svg(), second.Svg());
        Assert.Equal(png, first.Png());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryPlot_StandsOnOneReplicationAFewDaysAndNoMeasuresNorOutlines(string name)
    {
        var results = SampleResults.Make(replications: 1, days: 20, measures: false);

        using var picture = PlotCatalog.All.Single(p => p.Name == name).Draw(new PlotContext(results, Path.Combine(folder, "none.geojson")));

        Assert.NotEmpty(picture.Png());
        Assert.Contains("1 replication", Encoding.UTF8.GetString(picture.Svg()), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SvgText_StaysText_AndNamesOnlyShippedOrGenericFaces(string name)
    {
        var plot = PlotCatalog.All.Single(p => p.Name == name);
        using var picture = plot.Draw(new PlotContext(SampleResults.Make(), Outlines()));

        var svg = XDocument.Parse(Encoding.UTF8.GetString(picture.Svg()));

        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").ToArray();
        Assert.Contains(texts, t => t.Value.Contains(plot.Title, StringComparison.Ordinal));
        Assert.Equal(["DejaVu Sans, Verdana, sans-serif"], texts.Select(t => t.Attribute("font-family")!.Value).Distinct());
        Assert.Contains(texts, t => t.Value.Contains("“sample”", StringComparison.Ordinal));
    }

    [Fact]
    public void WriteAll_WritesBothFilesOfEveryPlotThatApplies_AndLeavesNothingElse()
    {
        var results = SampleResults.Without(SampleResults.Make(), column => column == "trainedOfficers");

        var written = PictureWriter.WriteAll(new PlotContext(results, Outlines()), Path.Combine(folder, "plots"));

        Assert.DoesNotContain("officers-and-skill.png", written);
        Assert.Equal(2 * (PlotCatalog.All.Count - 1), written.Count);
        Assert.Equal(written.Order(StringComparer.Ordinal), Directory.GetFiles(Path.Combine(folder, "plots")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    [Fact]
    public void NoPlot_AppliesToResultsWithoutItsColumns()
    {
        var bare = SampleResults.Without(SampleResults.Make(), _ => true);
        bare = bare with
        {
            Layout = bare.Layout with { Outcomes = [], Links = [] },
            Replications = [.. bare.Replications.Select(r => r with { Outcomes = [], LinkKgPerYear = [] })],
        };

        Assert.DoesNotContain(PlotCatalog.All, plot => plot.Applies(bare));
    }

    [Fact]
    public void NoPlot_AppliesToNoReplications() =>
        Assert.DoesNotContain(PlotCatalog.All, plot => plot.Applies(SampleResults.Make() with { Replications = [] }));

    private string Outlines()
    {
        var path = Path.Combine(folder, "countries.geojson");
        File.WriteAllText(
            path,
            """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"iso_a3":"TJK","name":"Tajikistan"},"geometry":{"type":"Polygon","coordinates":[[[67,36],[75,36],[75,41],[67,41],[67,36]]]}},
              {"type":"Feature","properties":{"iso_a3":"RUS","name":"Russia"},"geometry":{"type":"MultiPolygon","coordinates":[[[[44,50],[90,50],[90,57],[44,57],[44,50]]],[[[44,44],[46,44],[46,46],[44,44]]]]}}]}
            """);
        return path;
    }
}
