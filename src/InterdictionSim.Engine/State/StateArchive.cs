using System.Buffers;
using System.Runtime.InteropServices;

namespace InterdictionSim.Engine.State;

/// <summary>State of a run on its way to bytes or from them.</summary>
/// <remarks>Values in the order in which parts name them, little-endian; arrays carry their length, which must be that of the run that reads it.</remarks>
internal sealed class StateArchive
{
    private readonly ArrayBufferWriter<byte>? written;
    private readonly ReadOnlyMemory<byte> saved;
    private int position;

    /// <summary>An archive that takes state in.</summary>
    public StateArchive() => written = new ArrayBufferWriter<byte>();

    /// <summary>An archive that gives back what was saved.</summary>
    public StateArchive(ReadOnlyMemory<byte> saved) => this.saved = saved;

    /// <summary>Whether state is given back.</summary>
    public bool IsReading => written is null;

    /// <summary>What was taken in.</summary>
    public ReadOnlyMemory<byte> Bytes => written is null ? saved : written.WrittenMemory;

    /// <summary>Whether everything was given back.</summary>
    public bool IsAtEnd => position == saved.Length;

    /// <summary>One value.</summary>
    public void Exchange<T>(ref T value)
        where T : unmanaged => Move(MemoryMarshal.AsBytes(new Span<T>(ref value)));

    /// <summary>A value that a property holds: what it is from now on.</summary>
    public T Exchange<T>(T value)
        where T : unmanaged
    {
        Exchange(ref value);
        return value;
    }

    /// <summary>The elements of an array whose length the scenario fixes.</summary>
    /// <exception cref="ScenarioException">The state holds another number of elements.</exception>
    public void Exchange<T>(T[] values)
        where T : unmanaged
    {
        var length = Exchange(values.Length);
        if (length != values.Length)
            throw new ScenarioException($"the saved state holds {length} values where this scenario has {values.Length}");
        Move(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <summary>A list of values, of any length.</summary>
    public void Exchange<T>(List<T> values)
        where T : unmanaged
    {
        CollectionsMarshal.SetCount(values, Exchange(values.Count));
        Move(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)));
    }

    /// <summary>Several parts in turn.</summary>
    public void Exchange(params ReadOnlySpan<IState> parts)
    {
        foreach (var part in parts)
            part.Exchange(this);
    }

    private void Move(Span<byte> bytes)
    {
        if (written is not null)
        {
            written.Write(bytes);
            return;
        }

        if (saved.Length - position < bytes.Length)
            throw new ScenarioException("the saved state ends too early");
        saved.Span.Slice(position, bytes.Length).CopyTo(bytes);
        position += bytes.Length;
    }
}
