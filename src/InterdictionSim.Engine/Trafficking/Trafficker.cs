using System.Runtime.InteropServices;

namespace InterdictionSim.Engine.Trafficking;

/// <summary>What becomes of a trafficker on arrival.</summary>
internal enum Fate : byte
{
    /// <summary>Goes on.</summary>
    Moving,

    /// <summary>Sold the consignment at its market.</summary>
    Delivered,

    /// <summary>Lost the consignment and is under arrest.</summary>
    Seized,

    /// <summary>Finds no way on and looks again later.</summary>
    Waiting,
}

/// <summary>A trafficker under way: the whole record lives in the calendar's bucket of its arrival tick and moves with it.</summary>
/// <remarks>28 bytes; the identity is (organisation, slot), the generation of the slot's holder is in the trip number.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct Trafficker
{
    /// <summary>Slot within the organisation.</summary>
    public uint Slot;

    /// <summary>Trip in the upper 20 bits, hop in the lower 12: the third word of the counter of its draws.</summary>
    public uint TripHop;

    /// <summary>Consignment, grams.</summary>
    public int Grams;

    /// <summary>Tick of departure from home.</summary>
    public int DepartureTick;

    /// <summary>Directed link that it travels.</summary>
    public ushort Link;

    /// <summary>Choice table: organisation and market.</summary>
    public ushort Table;

    /// <summary>Organisation.</summary>
    public ushort Organisation;

    /// <summary>Load class: commodity, haul and concealment.</summary>
    public byte LoadClass;

    /// <summary>Fate, once it has one.</summary>
    public Fate Fate;

    /// <summary>Post that seized it, when seized.</summary>
    public int Post;
}
