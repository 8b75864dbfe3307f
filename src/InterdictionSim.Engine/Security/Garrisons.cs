using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Security;

/// <summary>Who is at work at the posts: instability keeps officers away, an incident binds them for a time.</summary>
/// <remarks>
/// A post that is hit, or that recovers, is computed anew at once. Stability moves slowly: at each replanning the posts of a country follow it, if it has moved
/// presence or bribes by more than a thousandth since the last time.
/// </remarks>
internal sealed class Garrisons : IState
{
    private const double Noticeable = 1e-3;
    private readonly Stage stage;
    private readonly Posts posts;
    private readonly double[] present;
    private readonly double[] bribeRise;
    private readonly bool[] degraded;

    public Garrisons(Stage stage, Posts posts)
    {
        this.stage = stage;
        this.posts = posts;
        present = new double[stage.Network.Countries.Length];
        bribeRise = new double[present.Length];
        Array.Fill(present, 1.0);
        Array.Fill(bribeRise, 1.0);
        degraded = new bool[stage.Posts.Length];
    }

    /// <summary>Posts that incidents have changed follow at once.</summary>
    public void FollowIncidents(Attacks attacks, DateOnly day)
    {
        for (var p = 0; p < degraded.Length; p++)
        {
            var now = attacks.IsDegraded(p, day.DayNumber);
            if (now == degraded[p])
                continue;
            degraded[p] = now;
            Set(p, now);
        }
    }

    /// <summary>Posts follow the stability of their country. Returns whether any did.</summary>
    public bool FollowStability(Order order)
    {
        var moved = false;
        for (var c = 0; c < present.Length; c++)
        {
            var (here, rise) = (order.Present(c), order.BribeRise(c));
            if (Math.Abs(here - present[c]) <= Noticeable && Math.Abs(rise - bribeRise[c]) <= Noticeable)
                continue;
            (present[c], bribeRise[c]) = (here, rise);
            moved = true;
            for (var p = 0; p < degraded.Length; p++)
            {
                if (stage.PostCountry[p] == c)
                    Set(p, degraded[p]);
            }
        }

        return moved;
    }

    /// <summary>Shows posts as they are apart from incidents: news tells what lasts, and a post that is hit for a week will have recovered when the news arrives.</summary>
    public void HideIncidents() => SetDegraded(false);

    /// <summary>Shows them as they are.</summary>
    public void ShowIncidents() => SetDegraded(true);

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(present);
        archive.Exchange(bribeRise);
        archive.Exchange(degraded);
    }

    private void SetDegraded(bool shown)
    {
        for (var p = 0; p < degraded.Length; p++)
        {
            if (degraded[p])
                Set(p, shown);
        }
    }

    private void Set(int p, bool isDegraded)
    {
        var country = stage.PostCountry[p];
        posts.Present[p] = present[country] * (isDegraded ? 1.0 - stage.Scenario.Security.DegradedShare : 1.0);
        posts.BribeRise[p] = bribeRise[country];
        posts.Refresh(p);
    }
}
