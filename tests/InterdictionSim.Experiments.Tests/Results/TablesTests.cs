using InterdictionSim.Experiments.Results;
using Parquet;

namespace InterdictionSim.Experiments.Tests.Results;

public class TablesTests
{
    [Fact]
    public void Csv_OfOutcomes_ReadsBackToTheBit() =>
        Assert.Equal(
            "scenario,point_id,replication_id,metric,unit,value\n"
            + "sample,0,0,seized.TJK,kg/yr,985.25\n"
            + "sample,0,0,rate,share,0.1\n"
            + "sample,0,1,seized.TJK,kg/yr,-0.5\n"
            + "sample,0,1,rate,share,NaN\n"
            + "sample,0,2,seized.TJK,kg/yr,1E-300\n"
            + "sample,0,2,rate,share,0.3333333333333333\n",
            Csv("runs/part-0"));

    [Fact]
    public void Csv_OfSeries_HasARowPerReplicationAndDay() =>
        Assert.Equal(
            "scenario,point_id,replication_id,date,seizedKg.TJK\n"
            + "sample,0,0,2010-01-01,1.5\nsample,0,0,2010-01-02,2.5\n"
            + "sample,0,1,2010-01-01,3.5\nsample,0,1,2010-01-02,4.5\n"
            + "sample,0,2,2010-01-01,5.5\nsample,0,2,2010-01-02,6.5\n",
            Csv("series/daily"));

    [Fact]
    public void Csv_OfLinks_HasARowPerReplicationAndLink() =>
        Assert.Equal(
            "scenario,point_id,replication_id,link,from,to,kg_per_year\n"
            + "sample,0,0,E001,AFG_KUNDUZ,TJK_KULYAB,12.5\n"
            + "sample,0,1,E001,AFG_KUNDUZ,TJK_KULYAB,0\n"
            + "sample,0,2,E001,AFG_KUNDUZ,TJK_KULYAB,1.7976931348623157E+308\n",
            Csv("series/links"));

    [Fact]
    public void Csv_OfMonths_HasARowWhereThereWasAny()
    {
        var results = Samples.Results();
        var monthly = results with
        {
            Layout = results.Layout with
            {
                Months = [new(2010, 1, 1), new(2010, 2, 1)],
                Posts = [new("P1", "TJK_KULYAB", "TJK"), new("P2", "TJK_KULYAB", "TJK")],
                Markets = [new("RUS_MOSCOW", "RUS")],
            },
            Replications = [.. results.Replications.Take(2).Select(r => r with { Monthly = new([1.5f, r.Replication], [0, 0, 0, r.Replication], [0, 0]) })],
        };

        string Csv(string path)
        {
            using var writer = new StringWriter();
            CsvTable.Write(RunTables.Of(monthly).Single(t => t.Path == path), writer);
            return writer.ToString();
        }

        Assert.Equal(
            "scenario,point_id,replication_id,month,link,from,to,kg\n"
            + "sample,0,0,2010-01-01,E001,AFG_KUNDUZ,TJK_KULYAB,1.5\n"
            + "sample,0,1,2010-01-01,E001,AFG_KUNDUZ,TJK_KULYAB,1.5\n"
            + "sample,0,1,2010-02-01,E001,AFG_KUNDUZ,TJK_KULYAB,1\n",
            Csv("series/links-by-month"));
        Assert.Equal("scenario,point_id,replication_id,month,post,place,country,kg\nsample,0,1,2010-02-01,P2,TJK_KULYAB,TJK,1\n", Csv("series/posts-by-month"));
        Assert.Equal("scenario,point_id,replication_id,month,place,group,kg\n", Csv("series/markets-by-month"));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum, all", "\"'@sum, all\"")]
    [InlineData("", "")]
    public void Csv_QuotesNames_AndMakesNoFormulaOfThem(string name, string cell) =>
        Assert.Equal(cell, CsvTable.Text(name));

    [Fact]
    public async Task Parquet_ReadsBack()
    {
        using var stream = new MemoryStream(Parquet("runs/part-0"));
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var values = new double[6];
        await group.ReadAsync<double>(reader.Schema.DataFields[5], values, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["scenario", "point_id", "replication_id", "metric", "unit", "value"], reader.Schema.DataFields.Select(f => f.Name));
        Assert.Equal([985.25, 0.1, -0.5, double.NaN, 1e-300, 1.0 / 3], values);
    }

    [Fact]
    public async Task Parquet_KeepsDates()
    {
        using var stream = new MemoryStream(Parquet("series/daily"));
        await using var reader = await ParquetReader.CreateAsync(stream, new ParquetOptions { UseDateOnlyTypeForDates = true }, cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var dates = new DateOnly[6];
        await group.ReadAsync<DateOnly>(reader.Schema.DataFields[3], dates, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(new DateOnly(2010, 1, 2), dates[5]);
    }

    [Theory]
    [InlineData("runs/part-0")]
    [InlineData("series/daily")]
    [InlineData("series/links")]
    public void Parquet_GivesTheSameBytesEachTime(string table) => Assert.Equal(Parquet(table), Parquet(table));

    [Fact]
    public void LargeTables_AreCutBetweenReplications()
    {
        var results = Samples.Results();
        var days = ResultTable.BlockRows / 2 + 1;
        var table = RunTables.Of(results with { Replications = [.. results.Replications.Select(r => r with { Daily = new double[days] })] })[1];

        Assert.Equal([days, days, days], table.Blocks.Select(block => block[0].Length));
    }

    private static ResultTable Table(string path) => RunTables.Of(Samples.Results()).Single(t => t.Path == path);

    private static string Csv(string path)
    {
        using var writer = new StringWriter();
        CsvTable.Write(Table(path), writer);
        return writer.ToString();
    }

    private static byte[] Parquet(string path)
    {
        using var stream = new MemoryStream();
        ParquetTable.Write(Table(path), stream);
        return stream.ToArray();
    }
}
