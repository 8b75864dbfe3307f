namespace InterdictionSim.Cli.Terminal;

/// <summary>A table in plain text: columns aligned, two spaces between them, no lines.</summary>
/// <param name="alignments">A letter a column: <c>l</c> left, <c>r</c> right.</param>
internal sealed class TextTable(string alignments)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row; missing cells at its end stay empty.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    public int Count => rows.Count;

    public void WriteTo(TextWriter writer)
    {
        var widths = Enumerable.Range(0, alignments.Length).Select(column => rows.Max(row => Cell(row, column).Length)).ToArray();
        foreach (var row in rows)
        {
            var line = string.Join("  ", widths.Select((width, column) =>
                alignments[column] == 'r' ? Cell(row, column).PadLeft(width) : Cell(row, column).PadRight(width)));
            writer.WriteLine(line.TrimEnd());
        }
    }

    private static string Cell(string[] row, int column) => column < row.Length ? row[column] : "";
}
