using InterdictionSim.Engine.Interdiction.Reallocation;
using InterdictionSim.Engine.Measures;
using InterdictionSim.Engine.Metrics;
using InterdictionSim.Engine.Randomness;
using InterdictionSim.Engine.State;

namespace InterdictionSim.Engine.Interdiction;

/// <summary>Where the mobile teams of all measures stand: they are shared out anew every so many days, and nobody is told.</summary>
internal sealed class Deployment : IState
{
    private readonly InterdictionPlan plan;
    private readonly Posts posts;
    private readonly Skill skill;
    private readonly Ledger ledger;
    private readonly SharedSeizures seizures;
    private readonly ulong key;

    /// <summary>Sets the teams of all measures up; they stay at home until their measure runs.</summary>
    /// <exception cref="ScenarioException">A measure names a policy that does not exist, or two would share their draws.</exception>
    public Deployment(Stage stage, InterdictionPlan plan, Posts posts, Skill skill, Ledger ledger, TeamGround ground, ulong key)
    {
        this.plan = plan;
        this.posts = posts;
        this.skill = skill;
        this.ledger = ledger;
        this.key = key;
        seizures = new SharedSeizures(stage, plan, ledger);
        Detachments = [.. Enumerable.Range(0, stage.Measures.Length).Where(m => stage.Measures[m].Measure is MobileTeams).Select(m => new Detachment(stage, m, ground))];
        Hashes.Of("measures", [.. Detachments.Select(d => d.Id)]);
        // Measures that run from the first day on have been applied already.
        Adopt();
    }

    /// <summary>Teams by measure, in the ordinal order of the measures' ids.</summary>
    public Detachment[] Detachments { get; }

    /// <summary>Takes in a plan that was made anew: teams stay where they stand.</summary>
    public void Adopt()
    {
        foreach (var detachment in Detachments)
        {
            if (!IsDeployed(detachment.Id))
                continue;
            var measure = detachment.Measure;
            for (var i = 0; i < detachment.Posts.Length; i++)
            {
                var level = plan.Posts[detachment.Posts[i]];
                level.SearchFactor *= measure.SearchesPerTeamDay / measure.OfficersPerTeam;
                level.Equipment = Math.Max(level.Equipment, measure.Equipment);
                detachment.Man(level, i);
            }
        }
    }

    /// <summary>A day begins: yesterday's finds are told, and teams whose time at their sites is over move.</summary>
    public void PassDay(DateOnly day)
    {
        if (Detachments.Length == 0)
            return;
        seizures.PassDay();
        foreach (var detachment in Detachments)
        {
            detachment.Hear(seizures);
            if (!IsDeployed(detachment.Id))
                Withdraw(detachment);
            else if (++detachment.DaysOut % detachment.Measure.ReallocateDays == 0)
                Reallocate(detachment, day);
        }
    }

    /// <inheritdoc/>
    public void Exchange(StateArchive archive)
    {
        archive.Exchange(seizures);
        foreach (var detachment in Detachments)
            archive.Exchange(detachment);
        if (archive.IsReading)
            Adopt();
    }

    private void Reallocate(Detachment detachment, DateOnly day)
    {
        for (var i = 0; i < detachment.Posts.Length; i++)
            detachment.Field.Reports[i].CatchProbability = posts.CatchProbability(detachment.Posts[i], detachment.Measure.SearchesPerTeamDay);
        for (var team = 0; team < detachment.Field.Teams; team++)
            detachment.Field.WordsToDraw[team] = Philox.Draw(key, (uint)team, detachment.Hash, (uint)day.DayNumber, (uint)Purpose.Teams << 24).W0;
        var isFirst = detachment.DaysOut == 0;
        var moves = detachment.Reallocate();
        ledger.TeamMoves[detachment.Index] += isFirst ? 0 : moves;
        skill.Redeploy(detachment.Posts, detachment.Teams);
        for (var i = 0; i < detachment.Posts.Length; i++)
        {
            if (!detachment.HasChanged(i))
                continue;
            detachment.Man(plan.Posts[detachment.Posts[i]], i);
            posts.Refresh(detachment.Posts[i]);
        }
    }

    // The posts are shut by the plan that no longer lists the teams.
    private void Withdraw(Detachment detachment)
    {
        if (detachment.DaysOut < 0)
            return;
        detachment.GoHome();
        skill.Redeploy(detachment.Posts, detachment.Teams);
    }

    private bool IsDeployed(string id)
    {
        for (var d = 0; d < plan.Deployments.Count; d++)
        {
            if (plan.Deployments[d].Id == id)
                return true;
        }

        return false;
    }
}
