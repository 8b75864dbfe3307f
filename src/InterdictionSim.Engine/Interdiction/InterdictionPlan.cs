using InterdictionSim.Engine.Measures;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>What measures may change at a post.</summary>
public sealed class PostLevel
{
    /// <summary>Whether anybody stands there.</summary>
    public bool Open { get; set; }

    /// <summary>Officers on strength, persons.</summary>
    public double Officers { get; set; }

    /// <summary>Outposts on the sector of a patrol; 0 at a checkpoint.</summary>
    public double Outposts { get; set; }

    /// <summary>Multiplies the searches that an officer makes a day.</summary>
    public double SearchFactor { get; set; }

    /// <summary>Equipment, 0 … 1.</summary>
    public double Equipment { get; set; }

    /// <summary>Vehicles processed a day.</summary>
    public double ProcessingCapacityPerDay { get; set; }

    /// <summary>Probability that a bribe is accepted, given that a load was found, at the pay of the start.</summary>
    public double BribeAccepted { get; set; }

    /// <summary>Share of loads that pass under prior arrangement.</summary>
    public double ProtectedShare { get; set; }
}

/// <summary>The levels of all posts and the training centres that are open: the only things a measure may touch.</summary>
public sealed class InterdictionPlan
{
    private readonly Dictionary<string, PostLevel> levels;
    private readonly List<(string Id, TrainingCentre Centre)> centres = [];

    internal InterdictionPlan(IEnumerable<(string Id, PostLevel Level)> levels) =>
        this.levels = levels.ToDictionary(l => l.Id, l => l.Level, StringComparer.Ordinal);

    /// <summary>Level of one post.</summary>
    public PostLevel this[string post] => levels[post];

    /// <summary>Centres that are open, in the order of the measures' ids.</summary>
    public IReadOnlyList<(string Id, TrainingCentre Centre)> Centres => centres;

    /// <summary>Levels of the posts that are <c>true</c> in a measure's list, in the order of their ids.</summary>
    public IEnumerable<PostLevel> Select(IReadOnlyDictionary<string, bool> posts) =>
        posts.Where(p => p.Value).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => levels[p.Key]);

    /// <summary>Opens a training centre under the measure's id.</summary>
    public void OpenCentre(string id, TrainingCentre centre) => centres.Add((id, centre));
}
