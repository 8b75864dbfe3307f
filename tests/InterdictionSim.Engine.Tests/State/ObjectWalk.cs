using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace InterdictionSim.Engine.Tests.State;

/// <summary>All that an object holds, field by field, through every class of the engine that it reaches.</summary>
internal static class ObjectWalk
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>What each field of each reachable object of the engine holds: contents of arrays and collections, identity of other objects.</summary>
    public static Dictionary<(object Owner, FieldInfo Field), string> Fields(object root)
    {
        var fields = new Dictionary<(object, FieldInfo), string>();
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([root]);
        while (open.TryPop(out var owner))
        {
            if (!visited.Add(owner))
                continue;
            foreach (var field in FieldsOf(owner.GetType()))
                fields[(owner, field)] = Content(field.GetValue(owner), open);
        }

        return fields;
    }

    /// <summary>Name of a field as it is written: the property's where the compiler made it.</summary>
    public static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    /// <summary>Each field with its value in two objects of one type.</summary>
    public static IEnumerable<(FieldInfo Field, object? A, object? B)> Pairs(object a, object b) => FieldsOf(a.GetType()).Select(f => (f, f.GetValue(a), f.GetValue(b)));

    /// <summary>Whether two values differ; pairs of objects of the engine are handed on.</summary>
    public static bool Differ(object? a, object? b, Action<object, object> meet)
    {
        if (a is null || b is null || a.GetType() != b.GetType())
            return !ReferenceEquals(a, b);
        switch (a)
        {
            case Delegate or Thread or Thread[] or Type:
                return false;
            case double number:
                return !number.Equals(b);
            case string or IConvertible or DateOnly:
                return !a.Equals(b);
            case IEnumerable many when IsCollection(a.GetType()):
                object?[] x = [.. many], y = [.. (IEnumerable)b];
                return x.Length != y.Length || x.Zip(y).Any(pair => Differ(pair.First, pair.Second, meet));
            case ValueType:
                return a.GetType().GetFields(Own).Any(f => Differ(f.GetValue(a), f.GetValue(b), meet));
        }

        if (a.GetType().Assembly == typeof(Simulation).Assembly && !ReferenceEquals(a, b))
            meet(a, b);
        return false;
    }

    // The compiler's own read-only lists have no namespace.
    private static bool IsCollection(Type type) => type.IsArray || type.Namespace is null || type.Namespace.StartsWith("System", StringComparison.Ordinal);

    private static IEnumerable<FieldInfo> FieldsOf(Type type) =>
        type.GetFields(Own).Concat(type.BaseType is { } above && above.Assembly == type.Assembly ? FieldsOf(above) : []);

    private static string Content(object? value, Stack<object> open)
    {
        switch (value)
        {
            case null or Delegate or Thread or Thread[]:
                return "";
            case double number:
                return BitConverter.DoubleToInt64Bits(number).ToString("x", null);
            case string or IConvertible or DateOnly:
                return value.ToString()!;
            case Type type:
                return type.Name;
            case IEnumerable many when IsCollection(value.GetType()):
                return $"[{string.Join(',', many.Cast<object?>().Select(element => Content(element, open)))}]";
            case ValueType:
                return $"({string.Join(' ', value.GetType().GetFields(Own).Select(f => Content(f.GetValue(value), open)))})";
        }

        if (value.GetType().Assembly == typeof(Simulation).Assembly)
            open.Push(value);
        return $"#{RuntimeHelpers.GetHashCode(value)}";
    }
}
