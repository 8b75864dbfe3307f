namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>Each next team where most of the traffic passes that meets no team yet: the greedy cover, at least 1 − 1/e of the best one (Nemhauser, Wolsey &amp; Fisher 1978).</summary>
/// <remarks>When nothing is left uncovered a second round begins, as if no team stood anywhere.</remarks>
public sealed class MaximalCoverage : IReallocation
{
    /// <inheritdoc/>
    public void Share(Field field, Span<int> teams)
    {
        Span<bool> covered = stackalloc bool[teams.Length];
        Span<double> kgPerDay = stackalloc double[teams.Length];
        for (var team = 0; team < field.Teams; team++)
        {
            var site = Busiest(field, covered, kgPerDay);
            if (site < 0)
            {
                covered.Clear();
                site = Math.Max(0, Busiest(field, covered, kgPerDay));
            }

            covered[site] = true;
            teams[site]++;
        }
    }

    // −1 where no uncovered traffic is left; ties go to the first id.
    private static int Busiest(Field field, ReadOnlySpan<bool> covered, Span<double> kgPerDay)
    {
        field.Uncovered(covered, kgPerDay);
        var busiest = -1;
        for (var i = 0; i < kgPerDay.Length; i++)
        {
            if (!covered[i] && kgPerDay[i] > (busiest < 0 ? 0 : kgPerDay[busiest]))
                busiest = i;
        }

        return busiest;
    }
}
