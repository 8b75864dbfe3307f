namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>In proportion to what was seized at the sites' places, and a part evenly, so that it does not feed on itself.</summary>
/// <remarks>Where teams are fewer than sites a rounded share would be nothing for ever; lots are drawn so that each site has its share in the mean.</remarks>
public sealed class Proportional : IReallocation
{
    /// <inheritdoc/>
    public void Share(Field field, Span<int> teams)
    {
        Span<double> shares = stackalloc double[teams.Length];
        var seized = 0.0;
        foreach (var site in field.Sites)
            seized += site.SeizedKg;
        for (var i = 0; i < shares.Length; i++)
        {
            var even = 1.0 / shares.Length;
            shares[i] = seized > 0 ? field.EvenShare * even + (1.0 - field.EvenShare) * field.Sites[i].SeizedKg / seized : even;
        }

        Lots.Draw(shares, field.Teams, field.Words[0], teams);
    }
}
