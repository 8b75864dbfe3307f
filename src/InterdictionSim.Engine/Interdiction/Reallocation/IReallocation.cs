namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>How mobile teams are shared out among their sites. One file a policy; its kind is the type's name in kebab case.</summary>
/// <remarks>A policy is a pure function of what the field shows; it draws only through the word it is given.</remarks>
public interface IReallocation
{
}
