using System.Buffers;
using System.Globalization;

namespace InterdictionSim.Experiments.Results;

/// <summary>Writes a table as CSV: UTF-8, a header, line feeds, a full stop as decimal sign, doubles that read back to the bit.</summary>
internal static class CsvTable
{
    private static readonly SearchValues<char> quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> formulae = SearchValues.Create("=+-@\t\r");

    public static void Write(ResultTable table, TextWriter writer)
    {
        writer.Write(string.Join(',', table.Columns.Select(c => Text(c.Name))));
        writer.Write('\n');
        foreach (var block in table.Blocks)
        {
            for (var row = 0; row < block[0].Length; row++)
                WriteRow(block, row, writer);
        }
    }

    private static void WriteRow(Array[] block, int row, TextWriter writer)
    {
        for (var column = 0; column < block.Length; column++)
        {
            if (column > 0)
                writer.Write(',');
            writer.Write(Cell(block[column], row));
        }

        writer.Write('\n');
    }

    private static string Cell(Array cells, int row) => cells switch
    {
        string[] text => Text(text[row]),
        int[] whole => whole[row].ToString(CultureInfo.InvariantCulture),
        float[] real => real[row].ToString("R", CultureInfo.InvariantCulture),
        double[] real => real[row].ToString("R", CultureInfo.InvariantCulture),
        DateOnly[] dates => dates[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"a column holds {cells.GetType().Name}, which no table has", nameof(cells)),
    };

    /// <summary>A name as a cell: quoted where it must be, and never a formula to a spreadsheet, which an apostrophe in front prevents.</summary>
    internal static string Text(string name)
    {
        var safe = name.Length > 0 && formulae.Contains(name[0]) ? "'" + name : name;
        return safe.AsSpan().ContainsAny(quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
