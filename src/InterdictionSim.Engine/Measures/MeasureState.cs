namespace InterdictionSim.Engine.Measures;

/// <summary>Where a measure stands between plan and end.</summary>
public enum MeasureState : byte
{
    /// <summary>Its start has not come.</summary>
    Planned,

    /// <summary>The host has refused and will be asked again.</summary>
    AwaitingAccess,

    /// <summary>Signed and paid for, and not ready yet.</summary>
    Building,

    /// <summary>At work.</summary>
    Running,

    /// <summary>Ready, and held back while the relation with the host is too bad: no effect and no running cost.</summary>
    Suspended,

    /// <summary>Its end has come, whether it ever ran or not.</summary>
    Ended,
}
