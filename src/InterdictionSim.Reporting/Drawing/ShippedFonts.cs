using ScottPlot;
using SkiaSharp;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>The two faces that pictures are written in, carried by this assembly.</summary>
internal sealed class ShippedFonts : IFontResolver
{
    /// <summary>A name that no machine has, so that no installed font can step in.</summary>
    public const string Family = "InterdictionSim Sans";

    private static readonly Lazy<ShippedFonts> shipped = new(Register);

    private readonly SKTypeface regular = Load("DejaVuSans.ttf");
    private readonly SKTypeface bold = Load("DejaVuSans-Bold.ttf");

    /// <summary>Makes all text of this process's pictures use them; may be called again and from any thread.</summary>
    public static void Use() => _ = shipped.Value;

    /// <summary>The face itself, to measure and to write with.</summary>
    public static SKTypeface Face(bool bold) => bold ? shipped.Value.bold : shipped.Value.regular;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Family ? (bold ? this.bold : regular) : null;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, italic: false);

    private static ShippedFonts Register()
    {
        var fonts = new ShippedFonts();
        ScottPlot.Fonts.FontResolvers.Insert(0, fonts);
        ScottPlot.Fonts.Default = Family;
        ScottPlot.Fonts.Sans = Family;
        return fonts;
    }

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(ShippedFonts).Assembly.GetManifestResourceStream(file)!;
        return SKTypeface.FromStream(stream);
    }
}
