namespace InterdictionSim.Engine.Interdiction.Reallocation;

/// <summary>What a reallocation policy may know: the teams of one measure, and what was seen at each of their sites.</summary>
/// <remarks>Masses are kilograms of heroin, and of other commodities what is worth as much at the site.</remarks>
public sealed class Field
{
    private readonly PassingTraffic passing;
    private readonly PassageGame game;

    internal Field(int sites, int teams, PassingTraffic passing, PassageGame game)
    {
        Reports = new SiteReport[sites];
        WordsToDraw = new uint[teams];
        this.passing = passing;
        this.game = game;
    }

    /// <summary>Teams to share out, ≥ 1.</summary>
    public int Teams => WordsToDraw.Length;

    /// <summary>The sites, in the ordinal order of their ids.</summary>
    public ReadOnlySpan<SiteReport> Sites => Reports;

    /// <summary>Words for this decision and no other, one a team: all the chance that a policy has.</summary>
    public ReadOnlySpan<uint> Words => WordsToDraw;

    /// <summary>Days between two reallocations, ≥ 1.</summary>
    public int ReallocateDays { get; internal init; } = 1;

    /// <summary>Share of the teams that is spread evenly, whatever was seized, 0 … 1.</summary>
    public double EvenShare { get; internal init; }

    internal SiteReport[] Reports { get; }

    internal uint[] WordsToDraw { get; }

    /// <summary>Kilograms a day that pass each site and meet none of the covered ones on their way from home to market.</summary>
    /// <param name="covered">Whether a team stands at each site.</param>
    /// <param name="kgPerDay">Where to put what is uncovered; 0 at covered sites.</param>
    public void Uncovered(ReadOnlySpan<bool> covered, Span<double> kgPerDay) => passing(covered, kgPerDay);

    /// <summary>
    /// Mix of one inspector over the sites that leaves an evader the least chance (Washburn &amp; Wood 1995), and what it leaves: the probability that a load
    /// on the evader's best path is caught. 0, and no mix, where some path passes no site.
    /// </summary>
    public double BestMix(Span<double> mix) => game(Reports, mix);
}

/// <summary>What was seen at one site.</summary>
public record struct SiteReport
{
    /// <summary>Kilograms seized at the site's place by all posts that the teams hear of, fading with the measure's memory.</summary>
    public double SeizedKg { get; internal set; }

    /// <summary>Kilograms seized at the site's place since the last reallocation.</summary>
    public double SeizedKgLately { get; internal set; }

    /// <summary>Kilograms that the teams themselves found there, fading with the measure's memory.</summary>
    public double FoundKg { get; internal set; }

    /// <summary>Days that teams stood there, each team by itself, fading with the measure's memory.</summary>
    public double TeamDays { get; internal set; }

    /// <summary>Probability that a load which passes is caught by one team that stands there.</summary>
    public double CatchProbability { get; internal set; }
}

/// <summary>Traffic that passes each site and meets none of the covered ones.</summary>
internal delegate void PassingTraffic(ReadOnlySpan<bool> covered, Span<double> kgPerDay);

/// <summary>Solves the game between an evader and one inspector who stands at a site; returns its value.</summary>
internal delegate double PassageGame(ReadOnlySpan<SiteReport> sites, Span<double> mix);
