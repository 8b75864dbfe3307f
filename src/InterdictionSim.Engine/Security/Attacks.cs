using InterdictionSim.Engine.Interdiction;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Security;

/// <summary>Incidents that militants make: how many, where, and which post they degrade for how long.</summary>
/// <remarks>
/// A group of S fighters makes Poisson(υ·S) incidents a year. Each picks a place by the group's weights and one of the open posts there, all equally likely;
/// where none is open the incident degrades nobody. Draws are keyed by group, day and number of the incident.
/// </remarks>
internal sealed class Attacks : IState
{
    private const double DayYears = 1 / 365.25;
    private readonly Stage stage;
    private readonly ulong key;
    private readonly uint[] hash;
    private readonly int[][] places;
    private readonly uint[][] cumulative;
    private readonly int[][] postsAt;
    private readonly int[] degradedUntil;

    /// <exception cref="ScenarioException">Two groups would share their draws.</exception>
    public Attacks(Stage stage, ulong key)
    {
        this.stage = stage;
        this.key = key;
        hash = Hashes.Of("militant groups", [.. stage.Militants.Select(g => g.Id)]);
        var sites = stage.Militants.Select(g => g.Places.Where(p => p.Value > 0).OrderBy(p => p.Key, StringComparer.Ordinal).ToArray()).ToArray();
        places = [.. sites.Select(s => s.Select(p => stage.Network[p.Key]).ToArray())];
        cumulative = [.. sites.Select(s => Sampler.Cumulative([.. s.Select(p => p.Value)]))];
        postsAt = [.. Enumerable.Range(0, stage.Network.Places.Length).Select(i => Enumerable.Range(0, stage.Posts.Length).Where(p => stage.PostPlace[p] == i).ToArray())];
        degradedUntil = new int[stage.Posts.Length];
        Today = new int[stage.Network.Countries.Length];
        UsualPerYear = new double[Today.Length];
        for (var g = 0; g < sites.Length; g++)
        {
            foreach (var (place, weight) in sites[g])
            {
                UsualPerYear[stage.Network.CountryOf[stage.Network[place]]] +=
                    stage.Scenario.Security.IncidentsPerFighterYear * stage.Militants[g].Strength * weight / sites[g].Sum(s => s.Value);
            }
        }
    }

    /// <summary>Incidents of the day, by country.</summary>
    public int[] Today { get; }

    /// <summary>Incidents a year at the strengths of the start, by country.</summary>
    public double[] UsualPerYear { get; }

    /// <summary>Whether a post is degraded on the day after one.</summary>
    public bool IsDegraded(int post, int day) => degradedUntil[post] > day;

    /// <summary>A day's incidents.</summary>
    public void PassDay(DateOnly day, double[] strength, PostLevel[] levels)
    {
        Array.Clear(Today);
        for (var g = 0; g < strength.Length; g++)
        {
            var count = Sampler.Poisson(Draw(0, g, day).W0, stage.Scenario.Security.IncidentsPerFighterYear * strength[g] * DayYears);
            for (var i = 1; i <= count; i++)
                Strike(g, day, Draw((uint)i, g, day), levels);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(degradedUntil);
        archive.Exchange(Today);
    }

    private void Strike(int g, DateOnly day, (uint Place, uint Post, uint Duration, uint) words, PostLevel[] levels)
    {
        var place = places[g][Sampler.Pick(cumulative[g], words.Place)];
        Today[stage.Network.CountryOf[place]]++;
        var post = OpenPost(place, words.Post, levels);
        if (post < 0)
            return;
        // Whole days, rounded, which keep the exponential's mean within 0.1 % at ten days.
        var days = (int)Math.Round(Math.Min(36525.0, Sampler.Exponential(words.Duration) * stage.Scenario.Security.DegradedDays));
        degradedUntil[post] = Math.Max(degradedUntil[post], day.DayNumber + days);
    }

    private int OpenPost(int place, uint word, PostLevel[] levels)
    {
        var open = 0;
        foreach (var p in postsAt[place])
            open += levels[p].Open ? 1 : 0;
        var picked = (int)((ulong)word * (ulong)open >> 32);
        foreach (var p in postsAt[place])
        {
            if (levels[p].Open && picked-- == 0)
                return p;
        }

        return -1;
    }

    private (uint W0, uint W1, uint W2, uint W3) Draw(uint incident, int g, DateOnly day) =>
        Philox.Draw(key, incident, hash[g], (uint)day.DayNumber, (uint)Purpose.Militants << 24);
}
