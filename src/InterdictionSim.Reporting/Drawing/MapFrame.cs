using ScottPlot;

namespace InterdictionSim.Reporting.Drawing;

/// <summary>Which part of the earth a map shows and how degrees become pixels of its area; longitudes shrink with the middle latitude's cosine.</summary>
internal sealed class MapFrame
{
    private readonly double cosine;

    /// <summary>The smallest frame of the area's shape that holds the box.</summary>
    public MapFrame(double west, double east, double south, double north, double widthPixels, double heightPixels)
    {
        cosine = Math.Cos((south + north) / 2 * Math.PI / 180);
        var degreesPerPixel = Math.Max((east - west) * cosine / widthPixels, (north - south) / heightPixels);
        PixelsPerDegree = 1 / degreesPerPixel;
        var middle = (west + east) / 2 * cosine;
        var equator = (south + north) / 2;
        Limits = new AxisLimits(
            middle - widthPixels * degreesPerPixel / 2,
            middle + widthPixels * degreesPerPixel / 2,
            equator - heightPixels * degreesPerPixel / 2,
            equator + heightPixels * degreesPerPixel / 2);
    }

    /// <summary>Limits of the chart's axes.</summary>
    public AxisLimits Limits { get; }

    /// <summary>Pixels of a degree of latitude.</summary>
    public double PixelsPerDegree { get; }

    /// <summary>West and east edge, degrees.</summary>
    public (double West, double East) Longitudes => (Limits.Left / cosine, Limits.Right / cosine);

    /// <summary>Where a point of the earth stands on the chart.</summary>
    public Coordinates At(double longitude, double latitude) => new(longitude * cosine, latitude);

    /// <summary>The same, moved to the edge if it lies outside.</summary>
    public Coordinates Clamped(double longitude, double latitude)
    {
        var point = At(longitude, latitude);
        return new Coordinates(Math.Clamp(point.X, Limits.Left, Limits.Right), Math.Clamp(point.Y, Limits.Bottom, Limits.Top));
    }

    public bool Holds(double longitude, double latitude) => At(longitude, latitude) == Clamped(longitude, latitude);

    /// <summary>Pixels from the left and from the top.</summary>
    public (double X, double Y) Pixel(Coordinates point) => ((point.X - Limits.Left) * PixelsPerDegree, (Limits.Top - point.Y) * PixelsPerDegree);

    /// <summary>The point at those pixels from the left and from the top.</summary>
    public Coordinates Point(double x, double y) => new(Limits.Left + x / PixelsPerDegree, Limits.Top - y / PixelsPerDegree);
}
