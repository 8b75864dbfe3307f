namespace InterdictionSim.Engine.Network;

/// <summary>The places and directed links of a world as compressed adjacency: the out-links of place <c>p</c> are <c>First[p] … First[p + 1] − 1</c>.</summary>
/// <remarks>Places stand in the ordinal order of their ids and out-links in the order of (head, link id), so that the order of the input never matters.</remarks>
internal sealed class BorderNetwork
{
    private readonly Dictionary<string, int> placeIndex;

    public BorderNetwork(World world)
    {
        Places = [.. world.Places.OrderBy(p => p.Id, StringComparer.Ordinal)];
        placeIndex = Places.Select((place, index) => (place.Id, index)).ToDictionary(p => p.Id, p => p.index, StringComparer.Ordinal);
        Countries = [.. Places.Select(p => p.Country).Distinct().Order(StringComparer.Ordinal)];
        CountryOf = [.. Places.Select(p => Array.IndexOf(Countries, p.Country))];
        Links = [.. world.Links.OrderBy(l => l.Id, StringComparer.Ordinal)];

        var directed = Links
            .SelectMany((link, index) => new[] { (Tail: placeIndex[link.From], Head: placeIndex[link.To], Link: index), (Tail: placeIndex[link.To], Head: placeIndex[link.From], Link: index) })
            .OrderBy(d => d.Tail).ThenBy(d => d.Head).ThenBy(d => d.Link)
            .ToArray();
        Tail = [.. directed.Select(d => d.Tail)];
        Head = [.. directed.Select(d => d.Head)];
        LinkOf = [.. directed.Select(d => d.Link)];
        First = new int[Places.Length + 1];
        foreach (var d in directed)
            First[d.Tail + 1]++;
        for (var p = 0; p < Places.Length; p++)
            First[p + 1] += First[p];
        Into = [.. Enumerable.Range(0, Places.Length).Select(p => Enumerable.Range(0, Head.Length).Where(d => Head[d] == p).ToArray())];
    }

    /// <summary>Places.</summary>
    public Place[] Places { get; }

    /// <summary>Countries, sorted.</summary>
    public string[] Countries { get; }

    /// <summary>Country index of each place.</summary>
    public int[] CountryOf { get; }

    /// <summary>Undirected links.</summary>
    public Link[] Links { get; }

    /// <summary>First out-link of each place, and one past the last.</summary>
    public int[] First { get; }

    /// <summary>Place where each directed link starts.</summary>
    public int[] Tail { get; }

    /// <summary>Place where each directed link ends.</summary>
    public int[] Head { get; }

    /// <summary>Undirected link of each directed one.</summary>
    public int[] LinkOf { get; }

    /// <summary>Directed links that end at each place.</summary>
    public int[][] Into { get; }

    /// <summary>Number of directed links.</summary>
    public int DirectedLinks => Head.Length;

    /// <summary>Index of a place.</summary>
    public int this[string place] => placeIndex[place];

    /// <summary>The undirected link under a directed one.</summary>
    public Link LinkAt(int directed) => Links[LinkOf[directed]];

    /// <summary>Whether a directed link ends in another country than it starts.</summary>
    public bool CrossesBorder(int directed) => CountryOf[Tail[directed]] != CountryOf[Head[directed]];
}
