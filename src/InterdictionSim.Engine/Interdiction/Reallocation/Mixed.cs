namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>A draw from the mix that leaves an evader who knows it the least chance: the zero-sum game of Washburn &amp; Wood (1995).</summary>
/// <remarks>
/// Where some path passes no site the evader cannot be caught and every mix is as good in the game; then the mix follows the traffic that does pass the
/// sites. Several teams are drawn systematically, so that each site has its share of them in the mean.
/// </remarks>
public sealed class Mixed : IReallocation
{
    /// <inheritdoc/>
    public void Share(Field field, Span<int> teams)
    {
        Span<double> mix = stackalloc double[teams.Length];
        if (!(field.BestMix(mix) > 0))
            field.Uncovered(stackalloc bool[teams.Length], mix);
        Lots.Draw(mix, field.Teams, field.Words[0], teams);
    }
}
