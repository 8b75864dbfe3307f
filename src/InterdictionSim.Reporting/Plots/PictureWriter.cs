namespace InterdictionSim.Reporting.Plots;

/// <summary>Writes pictures to files.</summary>
public static class PictureWriter
{
    /// <summary>Writes <c>name.png</c> and <c>name.svg</c> for every plot that applies and tells the file names, in the order of the catalogue.</summary>
    /// <remarks>Each file appears whole or not at all; a file of that name is replaced.</remarks>
    public static IReadOnlyList<string> WriteAll(PlotContext context, string folder)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        foreach (var plot in PlotCatalog.All.Where(plot => plot.Applies(context.Results)))
        {
            using var picture = plot.Draw(context);
            written.Add(Write(folder, plot.Name + ".png", picture.Png()));
            written.Add(Write(folder, plot.Name + ".svg", picture.Svg()));
        }

        return written;
    }

    private static string Write(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path + ".tmp", content);
        File.Move(path + ".tmp", path, overwrite: true);
        return name;
    }
}
