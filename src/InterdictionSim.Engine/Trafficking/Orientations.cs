using InterdictionSim.Engine.Network;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>The orientation of the open links for every organisation and market. What was open before is remembered: seasons come back.</summary>
internal sealed class Orientations
{
    private readonly Stage stage;
    private readonly int[] modeSet;
    private readonly (int Modes, string Homes)[] family;
    private readonly bool[][] allowed;
    private readonly bool[] isExit;
    private readonly List<(bool[] Open, Orientation[] Tables)> known = [];

    public Orientations(Stage stage)
    {
        this.stage = stage;
        var network = stage.Network;
        var sets = stage.Bands.Select(b => string.Concat(network.Links.Select(l => b.Haul.MayUse(l.Mode) ? '1' : '0'))).ToArray();
        var distinct = sets.Distinct().Order(StringComparer.Ordinal).ToArray();
        modeSet = [.. sets.Select(s => Array.IndexOf(distinct, s))];
        family = [.. stage.Bands.Select((b, i) => (modeSet[i], string.Join(' ', b.Organisation.Homes.OrderBy(h => h.Key, StringComparer.Ordinal))))];
        allowed = [.. distinct.Select(s => s.Select(c => c == '1').ToArray())];
        isExit = [.. network.Places.Select(p => p.Kind == PlaceKind.Market && !stage.Scenario.Control.ContainsKey(p.Country))];
    }

    /// <summary>Orientation by table.</summary>
    public Orientation[] Tables { get; private set; } = [];

    /// <summary>Bands of one family share every orientation: the same link modes and the same homes.</summary>
    public (int Modes, string Homes) Family(Band band) => family[band.Index];

    /// <summary>Takes in which links are open.</summary>
    public void Orient(bool[] open)
    {
        foreach (var season in known)
        {
            if (season.Open.AsSpan().SequenceEqual(open))
            {
                Tables = season.Tables;
                return;
            }
        }

        Tables = new Orientation[stage.Tables.Length];
        known.Add(((bool[])open.Clone(), Tables));
        var fields = new Dictionary<(int Modes, int Exit), Field>();
        var oriented = new Dictionary<((int Modes, string Homes) Family, int Market), Orientation>();
        for (var t = 0; t < Tables.Length; t++)
        {
            var (b, m) = stage.Tables[t];
            var band = stage.Bands[b];
            var market = stage.Markets[m].Place;
            var key = (Family(band), market);
            if (!oriented.TryGetValue(key, out var orientation))
            {
                var exit = isExit[market] ? market : -1;
                if (!fields.TryGetValue((modeSet[b], exit), out var field))
                    fields[(modeSet[b], exit)] = field = new Field(stage.Network, Usable(modeSet[b], exit, open));
                orientation = oriented[key] = field.Towards(band, market);
            }

            Tables[t] = orientation;
        }
    }

    // Exits (markets beyond the region) are sinks: nobody passes through them to another market.
    private bool[] Usable(int modes, int exit, bool[] open)
    {
        var network = stage.Network;
        var usable = new bool[network.DirectedLinks];
        for (var d = 0; d < usable.Length; d++)
        {
            var link = network.LinkOf[d];
            usable[d] = open[link] && allowed[modes][link]
                && (!isExit[network.Tail[d]] || network.Tail[d] == exit) && (!isExit[network.Head[d]] || network.Head[d] == exit);
        }

        return usable;
    }

    /// <summary>Currents on one set of usable links.</summary>
    private sealed class Field
    {
        private readonly BorderNetwork network;
        private readonly bool[] usable;
        private readonly Potential potential;
        private readonly Dictionary<int, double[]> currents = [];
        private readonly Dictionary<int, int[]> quickest = [];

        public Field(BorderNetwork network, bool[] usable)
        {
            this.network = network;
            this.usable = usable;
            var conductances = new List<(int, int, double)>();
            for (var d = 0; d < usable.Length; d++)
            {
                if (usable[d] && network.Tail[d] < network.Head[d])
                    conductances.Add((network.Tail[d], network.Head[d], 1.0 / (network.LinkAt(d).TravelDays + 0.15)));
            }

            potential = new Potential(network.Places.Length, conductances);
        }

        public Orientation Towards(Band band, int market)
        {
            var descent = new double[network.Places.Length];
            var total = 0.0;
            for (var h = 0; h < band.Homes.Length; h++)
            {
                if (!potential.Connected(band.Homes[h], market))
                    continue;
                total += band.HomeWeights[h];
                var current = Current(band.Homes[h]);
                for (var p = 0; p < descent.Length; p++)
                    descent[p] += band.HomeWeights[h] * current[p];
            }

            var sink = Current(market);
            for (var p = 0; p < descent.Length; p++)
                descent[p] = potential.Connected(p, market) ? (total > 0 ? descent[p] / total : 0) - sink[p] : 0;
            if (!quickest.TryGetValue(market, out var ways))
                quickest[market] = ways = Orientation.Quickest(network, usable, market);
            return Orientation.Towards(network, usable, descent, ways, market, band.Homes);
        }

        private double[] Current(int place) => currents.TryGetValue(place, out var known) ? known : currents[place] = potential.Of(place);
    }
}
