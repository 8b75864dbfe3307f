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

        lower = new double[rows][];
        for (var i = 0; i < rows; i++)
            lower[i] = new double[i + 1];
        foreach (var (a, b, conductance) in links)
        {
            int i = row[a], j = row[b];
            if (i >= 0)
                lower[i][i] += conductance;
            if (j >= 0)
                lower[j][j] += conductance;
            if (i >= 0 && j >= 0)
                lower[Math.Max(i, j)][Math.Min(i, j)] -= conductance;
        }

        for (var i = 0; i < rows; i++)
        {
            var li = lower[i];
            for (var j = 0; j <= i; j++)
            {
                var lj = lower[j];
                var sum = li[j];
                for (var k = 0; k < j; k++)
                    sum -= li[k] * lj[k];
                li[j] = i == j ? Math.Sqrt(sum) : sum / lj[j];
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
            for (var k = 0; k < i; k++)
                x[i] -= li[k] * x[k];
            x[i] /= li[i];
        }

        for (var i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= lower[i][i];
            for (var k = 0; k < i; k++)
                x[k] -= lower[i][k] * x[i];
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
