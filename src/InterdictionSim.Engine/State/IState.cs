namespace InterdictionSim.Engine.State;

/// <summary>A part of a run that changes as it goes: what it names here is kept when a run is saved, all else follows from the scenario.</summary>
internal interface IState
{
    /// <summary>Writes the part's state, or reads it: one list of fields serves both ways, so they cannot differ.</summary>
    void Exchange(StateArchive archive);
}
