namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>How mobile teams are shared out among their sites. One file a policy; its kind is the type's name in kebab case.</summary>
/// <remarks>A policy is a pure function of what the field shows, has no constructor parameters, and draws only through the words that the field hands it.</remarks>
public interface IReallocation
{
    /// <summary>Shares the teams out.</summary>
    /// <param name="field">What the policy may know.</param>
    /// <param name="teams">Teams at each site, all 0 at first; to be written so that they add up to <see cref="Field.Teams"/>.</param>
    void Share(Field field, Span<int> teams);
}
