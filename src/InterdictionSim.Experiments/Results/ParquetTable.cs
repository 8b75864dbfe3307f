using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace InterdictionSim.Experiments.Results;

/// <summary>Writes a table as Parquet: a row group a block, Zstandard; the same table always gives the same bytes.</summary>
internal static class ParquetTable
{
    public static void Write(ResultTable table, Stream stream) => WriteAsync(table, stream).GetAwaiter().GetResult();

    private static async Task WriteAsync(ResultTable table, Stream stream)
    {
        var fields = table.Columns.Select(c => new DataField(c.Name, c.Type, isNullable: false)).ToArray();
        // Zstandard's default level takes forty times as long as this one and saves a twelfth.
        var options = new ParquetOptions
        {
            CompressionMethod = CompressionMethod.Zstd,
            CompressionLevel = CompressionLevel.Optimal,
            UseDateOnlyTypeForDates = true,
        };
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, options);
        foreach (var block in table.Blocks)
        {
            using var group = writer.CreateRowGroup();
            for (var column = 0; column < fields.Length; column++)
                await WriteColumnAsync(group, fields[column], block[column]);
            group.CompleteValidate();
        }
    }

    private static Task WriteColumnAsync(ParquetRowGroupWriter group, DataField field, Array cells) => cells switch
    {
        string[] text => group.WriteAsync(field, text),
        int[] whole => group.WriteAsync<int>(field, whole),
        float[] real => group.WriteAsync<float>(field, real),
        double[] real => group.WriteAsync<double>(field, real),
        DateOnly[] dates => group.WriteAsync<DateOnly>(field, dates),
        _ => throw new ArgumentException($"column {field.Name} holds {cells.GetType().Name}, which no table has", nameof(cells)),
    };
}
