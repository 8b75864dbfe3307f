using System.Globalization;

namespace InterdictionSim.Benchmarks.ReferenceWorkload;

/// <summary>A link of the reference workload; the last threshold of a place is 2^32 − 1 and its cumulative weight 1.</summary>
/// <param name="To">Place the link leads to.</param>
/// <param name="LengthTicks">Ticks from leaving to arriving, 1 … 8.</param>
/// <param name="Threshold">Cumulative weight × 2^32: a 32-bit random word below it takes this link or one before.</param>
/// <param name="Cumulative">Weight of this link and the ones before it at the same place.</param>
public readonly record struct ReferenceLink(int To, int LengthTicks, uint Threshold, double Cumulative);

/// <summary>The graph every peer walks: <see cref="Places"/> places of <see cref="LinksPerPlace"/> links each, places 0 … <see cref="Sources"/> − 1 being sources.</summary>
public sealed class ReferenceGraph
{
    private readonly ReferenceLink[] links;

    private ReferenceGraph(int places, int linksPerPlace, int sources)
    {
        (Places, LinksPerPlace, Sources) = (places, linksPerPlace, sources);
        links = new ReferenceLink[places * linksPerPlace];
    }

    /// <summary>Probability that an arrival is caught.</summary>
    public const double CatchProbability = 0.02;

    /// <summary>Agents' first arrivals are spread evenly over ticks 1 … this.</summary>
    public const int FirstLegTicks = 8;

    /// <summary>Number of places.</summary>
    public int Places { get; }

    /// <summary>Out-degree, the same at every place.</summary>
    public int LinksPerPlace { get; }

    /// <summary>Number of sources, the first places.</summary>
    public int Sources { get; }

    /// <summary>The links that leave a place, by rising threshold.</summary>
    public ReadOnlySpan<ReferenceLink> LinksFrom(int place) => links.AsSpan(place * LinksPerPlace, LinksPerPlace);

    /// <summary>Place an agent heads for at the start.</summary>
    public int FirstPlace(int agent) => agent % Sources;

    /// <summary>Tick, counted from 1, of an agent's first arrival.</summary>
    public int FirstArrivalTick(int agent) => 1 + (agent / Sources % FirstLegTicks);

    /// <summary>Reads the graph that is embedded in this assembly.</summary>
    public static ReferenceGraph Load()
    {
        using var stream = typeof(ReferenceGraph).Assembly.GetManifestResourceStream("graph.txt")
            ?? throw new InvalidOperationException("The assembly carries no resource graph.txt.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }

    private static ReferenceGraph Read(TextReader reader)
    {
        var head = Cells(reader.ReadLine());
        var graph = new ReferenceGraph(Integer(head[0]), Integer(head[1]), Integer(head[2]));
        for (var line = 0; line < graph.links.Length; line++)
        {
            var cells = Cells(reader.ReadLine());
            graph.links[(Integer(cells[0]) * graph.LinksPerPlace) + Integer(cells[1])] = new ReferenceLink(
                Integer(cells[2]),
                Integer(cells[3]),
                uint.Parse(cells[4], CultureInfo.InvariantCulture),
                double.Parse(cells[5], CultureInfo.InvariantCulture));
        }
        return graph;
    }

    private static string[] Cells(string? line) =>
        line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? throw new InvalidDataException("graph.txt ends before its last link.");

    private static int Integer(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
}
