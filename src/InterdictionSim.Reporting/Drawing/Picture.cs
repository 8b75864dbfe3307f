using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>A page of one or more panels under a title, with a note on the sources below.</summary>
public sealed partial class Picture : IDisposable
{
    private const float Margin = 20;

    private readonly string title;
    private readonly List<string> subtitle;
    private readonly List<string> notes;
    private readonly List<Panel> panels = [];

    internal Picture(string title, string subtitle, string notes)
    {
        ShippedFonts.Use();
        this.title = title;
        this.subtitle = Theme.Wrap(subtitle, Theme.TextSize, Width - 2 * Margin);
        this.notes = Theme.Wrap(notes, Theme.NoteSize, Width - 2 * Margin);
        Body = new PixelRect(
            left: Margin,
            right: Width - Margin,
            bottom: Height - 14 - 15 * this.notes.Count,
            top: 46 + 19 * this.subtitle.Count);
    }

    /// <summary>Width, pixels.</summary>
    public static int Width => 1200;

    /// <summary>Height, pixels.</summary>
    public static int Height => 750;

    /// <summary>What the picture shows.</summary>
    public string Title => title;

    /// <summary>Where panels may stand.</summary>
    internal PixelRect Body { get; }

    internal IReadOnlyList<Panel> Panels => panels;

    /// <summary>The picture as a PNG file.</summary>
    public byte[] Png()
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        Render(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The picture as an SVG file; text stays text.</summary>
    public byte[] Svg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
            Render(canvas);
        return Encoding.UTF8.GetBytes(Tidy(Encoding.UTF8.GetString(stream.ToArray())));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var panel in panels)
            panel.Plot.Dispose();
    }

    /// <summary>Adds a panel with a heading above it, both inside the area.</summary>
    internal Plot Add(PixelRect area, string heading)
    {
        var plot = Theme.NewPlot();
        panels.Add(new Panel(plot, area, heading));
        return plot;
    }

    private static string Tidy(string svg)
    {
        // A reader without the face gets one with the same widths, or at least one without serifs.
        svg = svg.Replace("font-family=\"DejaVu Sans\"", "font-family=\"DejaVu Sans, Verdana, sans-serif\"", StringComparison.Ordinal);
        // Clips are numbered through the life of the process; a picture numbers its own.
        var clips = new Dictionary<string, string>(StringComparer.Ordinal);
        svg = ClipId().Replace(svg, id => clips.TryGetValue(id.Value, out var own) ? own : clips[id.Value] = $"clip{clips.Count + 1}");
        // A tenth of a pixel is as fine as anyone sees.
        return PathData().Replace(svg, path => SpareDigits().Replace(path.Value, "$1"));
    }

    [GeneratedRegex("\\bcl_[0-9a-f]+\\b")]
    private static partial Regex ClipId();

    [GeneratedRegex(" d=\"[^\"]*\"")]
    private static partial Regex PathData();

    [GeneratedRegex(@"(\.\d)\d+")]
    private static partial Regex SpareDigits();

    private void Render(SKCanvas canvas)
    {
        canvas.Clear(SKColors.White);
        Theme.Write(canvas, title, Margin, 36, Theme.TitleSize, Theme.Ink, bold: true);
        for (var line = 0; line < subtitle.Count; line++)
            Theme.Write(canvas, subtitle[line], Margin, 59 + 19 * line, Theme.TextSize, Theme.Ink);
        foreach (var panel in panels)
        {
            Theme.Write(canvas, panel.Heading, panel.Area.Left, panel.Area.Top + 17, Theme.HeadingSize, Theme.Ink, bold: true);
            panel.Render(canvas);
        }

        for (var line = 0; line < notes.Count; line++)
            Theme.Write(canvas, notes[line], Margin, Height - 10 - 15 * (notes.Count - 1 - line), Theme.NoteSize, Theme.Faint);
    }
}

/// <summary>One chart of a picture.</summary>
internal sealed record Panel(Plot Plot, PixelRect Area, string Heading)
{
    public const float HeadingHeight = 26;

    /// <summary>Where the chart itself stands, below the heading if there is one.</summary>
    public PixelRect Inside => new(Area.Left, Area.Right, Area.Bottom, Area.Top + (Heading.Length > 0 ? HeadingHeight : 0));

    public void Render(SKCanvas canvas)
    {
        // A chart's first rendering draws more than once until its axes are settled; on a shared canvas that would darken what is translucent.
        using var recorder = new SKPictureRecorder();
        Plot.Render(recorder.BeginRecording(new SKRect(0, 0, Picture.Width, Picture.Height)), Inside);
        using var settling = recorder.EndRecording();
        Plot.Render(canvas, Inside);
    }
}
