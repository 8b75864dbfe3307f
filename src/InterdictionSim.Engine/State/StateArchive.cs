using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace InterdictionSim.Engine.State;

/// <summary>State of a run on its way to bytes or from them.</summary>
/// <remarks>
/// Values in the order in which parts name them, little-endian; arrays carry their length, which must be that of the run that reads it. The names and types
/// of all that was exchanged are folded into a number at the end, so that another version of the program, which keeps other fields, is refused and not misread.
/// </remarks>
internal sealed class StateArchive
{
    private readonly ArrayBufferWriter<byte>? written;
    private readonly ReadOnlyMemory<byte> saved;
    private int position;
    private ulong shape = 14695981039346656037;

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
    public void Exchange<T>(ref T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : unmanaged
    {
        Shape<T>(name);
        Move(MemoryMarshal.AsBytes(new Span<T>(ref value)));
    }

    /// <summary>A value that a property holds: what it is from now on.</summary>
    public T Exchange<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : unmanaged
    {
        Exchange(ref value, name);
        return value;
    }

    /// <summary>The elements of an array whose length the scenario fixes.</summary>
    /// <exception cref="ScenarioException">The state holds another number of elements.</exception>
    public void Exchange<T>(T[] values, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : unmanaged
    {
        Shape<T>(name);
        var length = values.Length;
        Move(MemoryMarshal.AsBytes(new Span<int>(ref length)));
        if (length != values.Length)
            throw new ScenarioException($"the saved state holds {length} values of {name} where this scenario has {values.Length}");
        Move(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <summary>Rows of an array of arrays whose lengths the scenario fixes.</summary>
    public void Exchange<T>(T[][] rows, [CallerArgumentExpression(nameof(rows))] string name = "")
        where T : unmanaged
    {
        foreach (var row in rows)
            Exchange(row, name);
    }

    /// <summary>A list of values, of any length.</summary>
    public void Exchange<T>(List<T> values, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : unmanaged
    {
        Shape<T>(name);
        CollectionsMarshal.SetCount(values, Count(values.Count, Unsafe.SizeOf<T>()));
        Move(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(values)));
    }

    /// <summary>The first elements of an array that need not be full; how many they are from now on.</summary>
    public int Exchange<T>(T[] values, int count, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : unmanaged
    {
        Shape<T>(name);
        count = Count(count, Unsafe.SizeOf<T>());
        if (count > values.Length)
            throw new ScenarioException($"the saved state holds {count} values of {name} where this scenario has room for {values.Length}");
        Move(MemoryMarshal.AsBytes(values.AsSpan(0, count)));
        return count;
    }

    /// <summary>What several threads have counted in whole numbers: saved as its sum, and given back to the first.</summary>
    public void ExchangeSum<TPart, T>(TPart[] parts, Func<TPart, Span<T>> values, [CallerArgumentExpression(nameof(values))] string name = "")
        where T : unmanaged, IBinaryInteger<T>
    {
        var sum = new T[values(parts[0]).Length];
        foreach (var part in parts)
        {
            for (var i = 0; i < sum.Length; i++)
                sum[i] += values(part)[i];
        }

        Exchange(sum, name);
        if (!IsReading)
            return;
        foreach (var part in parts)
            values(part).Clear();
        sum.CopyTo(values(parts[0]));
    }

    /// <summary>Several parts in turn.</summary>
    public void Exchange(params ReadOnlySpan<IState> parts)
    {
        foreach (var part in parts)
        {
            Fold(part.GetType().Name);
            part.Exchange(this);
        }
    }

    /// <summary>Ends the archive: what was read is all there was, and was written by a program that keeps the same fields.</summary>
    /// <exception cref="ScenarioException">It was not.</exception>
    public void Close()
    {
        var own = shape;
        var there = own;
        Move(MemoryMarshal.AsBytes(new Span<ulong>(ref there)));
        if (there != own || (IsReading && !IsAtEnd))
            throw new ScenarioException("the state was saved by another version of this program, which keeps other fields");
    }

    // A number of elements, each of so many bytes; a state that is not what it says must not ask for memory that it cannot fill.
    private int Count(int count, int size)
    {
        Move(MemoryMarshal.AsBytes(new Span<int>(ref count)));
        return !IsReading || (count >= 0 && (long)count * size <= saved.Length - position) ? count : throw EndsTooEarly();
    }

    private void Shape<T>(string name)
    {
        Fold(typeof(T).Name);
        Fold(name);
    }

    // FNV-1a of 64 bits over UTF-16 units.
    private void Fold(string name)
    {
        foreach (var unit in name)
            shape = (shape ^ unit) * 1099511628211;
    }

    private void Move(Span<byte> bytes)
    {
        if (written is not null)
        {
            written.Write(bytes);
            return;
        }

        if (saved.Length - position < bytes.Length)
            throw EndsTooEarly();
        saved.Span.Slice(position, bytes.Length).CopyTo(bytes);
        position += bytes.Length;
    }

    private static ScenarioException EndsTooEarly() => new("the saved state ends too early");
}
