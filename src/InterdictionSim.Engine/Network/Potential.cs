namespace InterdictionSim.Engine.Network;

/// <summary>
/// Potentials of electric currents on a network of conductances, by one Cholesky factorisation per connected component (grounded at its first
/// place); the potential of any pair of terminals follows by superposition.
/// </summary>
/// <remarks>Own code, because a linear-algebra library does not promise the same bits for every number of threads and every instruction set.</remarks>
internal sealed class Potential
{
    private readonly int[] component;
    private readonly int[] row;
    private readonly int[] first;
    private readonly double[][] lower;

    /// <summary>Factorises the Laplacian of links (tail, head, conductance), each named once.</summary>
    public Potential(int places, IReadOnlyList<(int A, int B, double Conductance)> links)
    {
        component = Components(places, links);
        // The first place of each component is its ground and has no row.
        row = new int[places];
        var rows = 0;
        for (var p = 0; p < places; p++)
            row[p] = component[p] == p ? -1 : rows++;

        // Left of the first entry of its row the factor is zero.
        first = [.. Enumerable.Range(0, rows)];
        foreach (var (a, b, _) in links)
        {
            int i = Math.Max(row[a], row[b]), j = Math.Min(row[a], row[b]);
            if (j >= 0)
                first[i] = Math.Min(first[i], j);
        }

        lower = [.. first.Select((least, i) => new double[i + 1 - least])];
        foreach (var (a, b, conductance) in links)
        {
            int i = Math.Max(row[a], row[b]), j = Math.Min(row[a], row[b]);
            if (i >= 0)
                lower[i][^1] += conductance;
            if (j >= 0)
            {
                lower[j][^1] += conductance;
                lower[i][j - first[i]] -= conductance;
            }
        }

        for (var i = 0; i < rows; i++)
        {
            var li = lower[i];
            for (var j = first[i]; j <= i; j++)
            {
                var lj = lower[j];
                var sum = li[j - first[i]];
                for (var k = Math.Max(first[i], first[j]); k < j; k++)
                    sum -= li[k - first[i]] * lj[k - first[j]];
                li[j - first[i]] = i == j ? Math.Sqrt(sum) : sum / lj[^1];
            }
        }
    }

    /// <summary>Whether two places are connected.</summary>
    public bool Connected(int a, int b) => component[a] == component[b];

    /// <summary>Potential of each place, relative to its component's ground, when a unit of current enters at one place and leaves at the ground.</summary>
    public double[] Of(int source)
    {
        var x = new double[lower.Length];
        if (row[source] >= 0)
            x[row[source]] = 1.0;
        for (var i = 0; i < x.Length; i++)
        {
            var li = lower[i];
            var sum = x[i];
            for (var k = first[i]; k < i; k++)
                sum -= li[k - first[i]] * x[k];
            x[i] = sum / li[^1];
        }

        for (var i = x.Length - 1; i >= 0; i--)
        {
            var li = lower[i];
            var here = x[i] /= li[^1];
            for (var k = first[i]; k < i; k++)
                x[k] -= li[k - first[i]] * here;
        }

        return [.. row.Select(r => r < 0 ? 0.0 : x[r])];
    }

    private static int[] Components(int places, IReadOnlyList<(int A, int B, double Conductance)> links)
    {
        var root = Enumerable.Range(0, places).ToArray();
        foreach (var (a, b, _) in links)
        {
            int ra = Find(root, a), rb = Find(root, b);
            root[Math.Max(ra, rb)] = Math.Min(ra, rb);
        }

        return [.. Enumerable.Range(0, places).Select(p => Find(root, p))];
    }

    private static int Find(int[] root, int p)
    {
        while (root[p] != p)
            p = root[p];
        return p;
    }
}
