using System.Collections;
using System.Text.Json;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Makes records from elements that a <see cref="ShapeCheck"/> has seen, and tells what is missing.</summary>
/// <remarks>Maps are sorted by id, so that a record does not depend on the order of keys in its file.</remarks>
internal sealed class RecordBinder(Faults faults, World? world = null)
{
    /// <summary>Whether all that was asked for could be made, measures aside.</summary>
    public bool IsComplete { get; private set; } = true;

    public T? Bind<T>(Shape shape, Element element, string path)
        where T : class => Bind(shape, element, path) as T;

    /// <summary>The value; null when it is null, or cannot be made and <see cref="IsComplete"/> says so.</summary>
    public object? Bind(Shape shape, Element element, string path)
    {
        if (element.IsFaulty)
            return Incomplete();
        if (element.Kind == JsonTokenType.Null)
            return null;
        return shape switch
        {
            Scalar scalar => scalar.Parse(element.Text) ?? Incomplete(),
            Items items => BindItems(items, element, path),
            Map map => BindMap(map.Type, element.Members.Select(m => (m.Name, map.Value, m.Value, Path: $"{path}/{m.Name}"))),
            Kinds kinds => BindKinds(kinds, element, path),
            Fields fields => BindFields(fields, element, path),
            _ => null,
        };
    }

    private object? BindFields(Fields fields, Element element, string path)
    {
        var complete = true;
        var arguments = new object?[fields.Members.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var field = fields.Members[i];
            if (field.Shape is Fields { Type: { } type } && type == typeof(World))
                arguments[i] = world;
            else if (element[field.Name] is { } value)
                arguments[i] = Bind(field.Shape, value, $"{path}/{field.Name}");
            else if (field.Default is not null)
                arguments[i] = field.Default;
            else if (!field.Optional)
                Missing(field, element, path);
            complete &= field.Optional || arguments[i] is not null;
        }

        return complete ? fields.Make(arguments) : Incomplete();
    }

    private void Missing(Field field, Element element, string path)
    {
        IsComplete = false;
        if (!faults.Covers($"{path}/{field.Name}"))
            faults.Add(element.Position, $"{path}/{field.Name}", $"is missing; expected {field.Shape.Expected}");
    }

    private Array BindItems(Items items, Element element, string path)
    {
        var list = Array.CreateInstance(items.Type, element.Items.Count);
        for (var i = 0; i < list.Length; i++)
        {
            if (Bind(items.Item, element.Items[i], $"{path}/{i}") is { } value)
                list.SetValue(value, i);
        }

        return list;
    }

    private IDictionary BindMap(Type type, IEnumerable<(string Name, Shape Shape, Element Element, string Path)> entries)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(SortedDictionary<,>).MakeGenericType(typeof(string), type), StringComparer.Ordinal)!;
        foreach (var (name, shape, element, path) in entries)
        {
            if (Bind(shape, element, path) is { } value)
                map[name] = value;
        }

        return map;
    }

    // A measure that cannot be made is told and left out, so that the rest can be checked in the same go.
    private IDictionary BindKinds(Kinds kinds, Element element, string path)
    {
        var before = IsComplete;
        var map = BindMap(kinds.Type, OfKinds(kinds, element, path));
        IsComplete = before;
        return map;
    }

    private static IEnumerable<(string, Shape, Element, string)> OfKinds(Kinds kinds, Element element, string path) =>
        element.Members.Where(kind => !kind.Value.IsFaulty).SelectMany(kind => kind.Value.Members
            .Select(m => ($"{kind.Name}/{m.Name}", kinds.Known[kind.Name], m.Value, $"{path}/{kind.Name}/{m.Name}")));

    private object? Incomplete()
    {
        IsComplete = false;
        return null;
    }
}
