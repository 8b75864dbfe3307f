namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>Evenly over the sites, once and for all; what does not go round stands at the first sites in the order of their ids.</summary>
public sealed class Static : IReallocation
{
    /// <inheritdoc/>
    public void Share(Field field, Span<int> teams)
    {
        for (var team = 0; team < field.Teams; team++)
            teams[team % teams.Length]++;
    }
}
