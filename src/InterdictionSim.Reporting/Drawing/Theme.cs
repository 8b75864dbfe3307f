using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>House style: sizes, colours that colour-blind readers tell apart, and how lines, bands and texts are drawn.</summary>
internal static class Theme
{
    public const float TitleSize = 22;
    public const float HeadingSize = 15;
    public const float TextSize = 14;
    public const float LabelSize = 13;
    public const float NoteSize = 11.5f;

    public static readonly Color Ink = Color.FromHex("#1A1A1A");
    public static readonly Color Faint = Color.FromHex("#5A5A5A");
    public static readonly Color GridLine = Color.FromHex("#E4E4E4");
    public static readonly Color Blue = Color.FromHex("#0072B2");
    public static readonly Color Vermilion = Color.FromHex("#D55E00");
    public static readonly Color Green = Color.FromHex("#007A5A");
    public static readonly Color Purple = Color.FromHex("#A8518A");
    public static readonly Color Amber = Color.FromHex("#B87B00");
    public static readonly Color Sky = Color.FromHex("#2E9BD6");

    private static readonly Color[] series = [Blue, Vermilion, Green, Purple, Amber, Sky, Ink];

    /// <summary>Colour of a country, the same in every picture.</summary>
    public static Color OfCountry(string code) => code switch
    {
        "TJK" => Blue,
        "UZB" => Amber,
        "KGZ" => Green,
        "KAZ" => Sky,
        "TKM" => Purple,
        "RUS" => Vermilion,
        _ => Ink,
    };

    /// <summary>Colour of the n-th series where no country fits.</summary>
    public static Color OfSeries(int number) => series[number % series.Length];

    /// <summary>An empty chart in house style.</summary>
    public static Plot NewPlot()
    {
        ShippedFonts.Use();
        var plot = new Plot();
        // Panels share one canvas.
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.Font.Set(ShippedFonts.Family);
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Grid.MajorLineColor = GridLine;
        plot.Grid.MajorLineWidth = 1;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Bottom.FrameLineStyle.Color = Faint;
        foreach (var axis in (IAxis[])[plot.Axes.Left, plot.Axes.Bottom])
        {
            axis.TickLabelStyle.FontSize = LabelSize;
            axis.TickLabelStyle.ForeColor = Ink;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Layout.Fixed(new PixelPadding(left: 58, right: 14, bottom: 40, top: 6));
        return plot;
    }

    /// <summary>Draws the light, the dark band and the median.</summary>
    public static void AddBands(Plot plot, double[] xs, Bands bands, Color color, bool dark = true)
    {
        AddFill(plot, xs, bands.Low90, bands.High90, color.WithAlpha(0.18));
        if (dark)
            AddFill(plot, xs, bands.Low50, bands.High50, color.WithAlpha(0.32));
        var known = Enumerable.Range(0, xs.Length).Where(i => double.IsFinite(bands.Median[i])).ToArray();
        var line = plot.Add.ScatterLine(known.Select(i => xs[i]).ToArray(), known.Select(i => bands.Median[i]).ToArray(), color);
        line.LineWidth = 2.2f;
    }

    /// <summary>A vertical scale from 0 that leaves a share of the height free above the largest value.</summary>
    public static void ScaleFromZero(Plot plot, double largest, double freeShare = 0.06)
    {
        var top = largest is > 0 and < double.PositiveInfinity ? largest / (1 - freeShare) : 1;
        plot.Axes.SetLimitsY(0, top);
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = Words.Number, MinimumTickSpacing = 24 };
    }

    /// <summary>A text at a point of the chart.</summary>
    public static void AddText(Plot plot, string text, double x, double y, Color color, Alignment alignment, float size = LabelSize, bool bold = false, bool halo = false)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelFontName = ShippedFonts.Family;
        label.LabelFontSize = size;
        label.LabelFontColor = color;
        // By name and weight, the chart's own face would win over the bold one.
        label.LabelStyle.Font = ShippedFonts.Face(bold);
        label.LabelBold = bold;
        label.LabelAlignment = alignment;
        label.LabelBackgroundColor = halo ? Colors.White.WithAlpha(0.72) : Colors.Transparent;
        label.LabelBorderWidth = 0;
        label.LabelPadding = 1;
    }

    /// <summary>Width of a text, pixels.</summary>
    public static float TextWidth(string text, float size, bool bold = false)
    {
        using var font = new SKFont(ShippedFonts.Face(bold), size);
        return font.MeasureText(text);
    }

    /// <summary>Lines no wider than that, broken between words.</summary>
    public static List<string> Wrap(string text, float size, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && TextWidth(lines[^1] + " " + word, size) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    /// <summary>Writes on the page itself; y is the base line.</summary>
    public static void Write(SKCanvas canvas, string text, float x, float y, float size, Color color, bool bold = false)
    {
        using var font = new SKFont(ShippedFonts.Face(bold), size) { Subpixel = true, Edging = SKFontEdging.Antialias };
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    private static void AddFill(Plot plot, double[] xs, double[] low, double[] high, Color color)
    {
        var known = Enumerable.Range(0, xs.Length).Where(i => double.IsFinite(low[i]) && double.IsFinite(high[i])).ToArray();
        if (known.Length == 0)
            return;
        var fill = plot.Add.FillY(known.Select(i => xs[i]).ToArray(), known.Select(i => low[i]).ToArray(), known.Select(i => high[i]).ToArray());
        fill.FillColor = color;
        fill.LineWidth = 0;
        fill.MarkerSize = 0;
    }
}
