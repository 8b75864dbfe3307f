using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;
using InterdictionSim.Engine.Trafficking;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>The mobile teams of one measure: where they stand and what they know.</summary>
internal sealed class Detachment : IState
{
    private readonly IReallocation policy;
    private readonly int country;
    private readonly double fade;
    private readonly int[][] postsAtSite;
    private readonly int[] before;
    private int daysOut = -1;

    public Detachment(Stage stage, int measure, TeamGround ground)
    {
        Index = measure;
        (Id, Measure) = (stage.Measures[measure].Id, (MobileTeams)stage.Measures[measure].Measure);
        Hash = Band.HashOf(Id);
        var kinds = Catalog.Kinds<IReallocation>();
        policy = kinds.TryGetValue(Measure.Policy, out var kind)
            ? (IReallocation)Activator.CreateInstance(kind)!
            : throw new ScenarioException(Known.Unknown($"/measures/{Id}/policy", Measure.Policy, "reallocation policy", kinds.Keys));
        country = Array.IndexOf(stage.Network.Countries, stage.Agencies[Measure.Agency].Country);
        fade = Portable.Exp2(-1.0 / Measure.MemoryHalfLifeDays);
        // Posts stand in the order of their ids, and the ids end in those of the places.
        var mine = Measure.NewPosts(Id, stage.Scenario.World).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        Posts = [.. Enumerable.Range(0, stage.Posts.Length).Where(p => mine.Contains(stage.Posts[p].Id))];
        postsAtSite = [.. Posts.Select(site => Enumerable.Range(0, stage.Posts.Length).Where(p => stage.PostPlace[p] == stage.PostPlace[site]).ToArray())];
        Teams = new int[Posts.Length];
        before = new int[Posts.Length];
        var sites = Posts.Select(p => stage.PostPlace[p]).ToArray();
        Field = new Field(Posts.Length, Measure.Teams, ground.Traffic(sites), ground.Game(sites)) { ReallocateDays = Measure.ReallocateDays, EvenShare = Measure.EvenShare };
    }

    /// <summary>Index of the measure among those taken.</summary>
    public int Index { get; }

    /// <summary>Id of the measure.</summary>
    public string Id { get; }

    /// <summary>The measure.</summary>
    public MobileTeams Measure { get; }

    /// <summary>32-bit hash of the id: second word of the counters of its draws.</summary>
    public uint Hash { get; }

    /// <summary>The post of each site, in the order of the sites' ids.</summary>
    public int[] Posts { get; }

    /// <summary>Teams at each site.</summary>
    public int[] Teams { get; }

    /// <summary>What the policy knows.</summary>
    public Field Field { get; }

    /// <summary>Days since the teams were sent out; −1 while they are at home.</summary>
    public int DaysOut { get => daysOut; set => daysOut = value; }

    /// <summary>Takes in a day: memory fades, what was seized at the sites is heard of, and teams have stood where they stand.</summary>
    public void Hear(SharedSeizures seizures)
    {
        for (var i = 0; i < Posts.Length; i++)
        {
            ref var site = ref Field.Reports[i];
            var seizedKg = 0.0;
            foreach (var post in postsAtSite[i])
                seizedKg += seizures.HeardKg(country, post);
            site.SeizedKg = fade * site.SeizedKg + seizedKg;
            site.SeizedKgLately += seizedKg;
            site.FoundKg = fade * site.FoundKg + seizures.HeardKg(country, Posts[i]);
            site.TeamDays = fade * site.TeamDays + Teams[i];
        }
    }

    /// <summary>Shares the teams out anew. Returns how many go to another site.</summary>
    public int Reallocate()
    {
        Teams.CopyTo(before.AsSpan());
        Array.Clear(Teams);
        policy.Share(Field, Teams);
        var (placed, moves) = (0, 0);
        for (var i = 0; i < Teams.Length; i++)
        {
            placed += Teams[i];
            moves += Math.Max(0, Teams[i] - before[i]);
            Field.Reports[i].SeizedKgLately = 0;
        }

        if (placed != Field.Teams || Teams.AsSpan().ContainsAnyExceptInRange(0, Field.Teams))
            throw new InvalidOperationException($"The policy '{Measure.Policy}' placed {placed} of {Field.Teams} teams.");
        return moves;
    }

    /// <summary>Whether the last reallocation changed the teams at a site.</summary>
    public bool HasChanged(int site) => Teams[site] != before[site];

    /// <summary>Puts the teams of a site on the level of its post.</summary>
    public void Man(PostLevel level, int site)
    {
        level.Open = Teams[site] > 0;
        level.Officers = Teams[site] * Measure.OfficersPerTeam;
    }

    /// <summary>The measure has ended: the teams go home, and begin anew when it runs again.</summary>
    public void GoHome()
    {
        daysOut = -1;
        Array.Clear(Teams);
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(ref daysOut);
        archive.Exchange(Teams);
        archive.Exchange(Field.Reports);
    }
}
