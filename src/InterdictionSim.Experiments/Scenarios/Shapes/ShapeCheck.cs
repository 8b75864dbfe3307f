using System.Globalization;
using System.Text.Json;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Holds one file against the shape it must have and tells every key and value that does not fit. What is missing is not its matter.</summary>
internal sealed class ShapeCheck(Faults faults)
{
    // Provenance keys repeat at every entity.
    private readonly Dictionary<(object Fields, string Name), string?> nearestNames = [];

    public void Check(Shape shape, Element element, string path)
    {
        if (element.IsFaulty || shape is Anything)
            return;
        switch (shape)
        {
            case Scalar scalar:
                CheckScalar(scalar, element, path);
                return;
            case OneOrMore one when element.Kind == JsonTokenType.StartArray:
                Check(new Items(typeof(string), one.Item), element, path);
                return;
            case OneOrMore one when element.Kind == JsonTokenType.String:
                Check(one.Item, element, path);
                return;
            case Items items when element.Kind == JsonTokenType.StartArray:
                for (var i = 0; i < element.Items.Count; i++)
                    Check(items.Item, element.Items[i], $"{path}/{i}");
                return;
            case Fields { } fields when element.IsObject:
                foreach (var member in element.Members)
                    CheckMember(fields, element, member, path);
                return;
            case Map map when element.IsObject:
                foreach (var member in element.Members)
                    Check(map.Value, member.Value, $"{path}/{member.Name}");
                return;
            case Kinds kinds when element.IsObject:
                foreach (var member in element.Members)
                    CheckKind(kinds, member, $"{path}/{member.Name}");
                return;
            default:
                Tell(element, path, $"expected {shape.Expected}, found {element.Found}");
                return;
        }
    }

    private void CheckMember(Fields fields, Element element, Member member, string path)
    {
        if (fields.Find(member.Name) is { } field)
        {
            if (member.Value.Kind != JsonTokenType.Null || !field.Optional)
                Check(field.Shape, member.Value, $"{path}/{member.Name}");
            return;
        }

        // A word near to one that is not there is a slip; where other keys may stand, any other word is provenance.
        var nearest = Nearest(fields, member.Name);
        if (fields.Open && (nearest is null || element[nearest] is not null))
            return;
        member.Value.IsFaulty = true;
        faults.Add(member.Position, $"{path}/{member.Name}", nearest is null
            ? $"unknown key; known are {string.Join(", ", fields.Members.Select(m => m.Name).Order(StringComparer.Ordinal))}"
            : $"unknown key; did you mean '{nearest}'?");
        if (nearest is not null)
            faults.Excuse($"{path}/{nearest}");
    }

    private string? Nearest(Fields fields, string name)
    {
        if (!nearestNames.TryGetValue((fields, name), out var nearest))
            nearestNames[(fields, name)] = nearest = Known.Nearest(name, fields.Members.Select(m => m.Name));
        return nearest;
    }

    private void CheckKind(Kinds kinds, Member member, string path)
    {
        if (kinds.Find(member.Name) is { } shape)
        {
            Check(new Map(kinds.Type, shape), member.Value, path);
            return;
        }

        member.Value.IsFaulty = true;
        var nearest = Known.Nearest(member.Name, kinds.Known.Keys) is { } name ? $"; did you mean '{name}'?" : "";
        faults.Add(member.Position, path,
            $"unknown {kinds.What} kind '{member.Name}'{nearest}{(nearest.Length == 0 ? ";" : "")} known kinds: {string.Join(", ", kinds.Known.Keys.Order(StringComparer.Ordinal))}");
    }

    private void CheckScalar(Scalar scalar, Element element, string path)
    {
        if (element.Kind == JsonTokenType.Null && scalar.Nullable)
            return;
        if (!scalar.Takes(element.Kind))
            Tell(element, path, $"expected {scalar.Expected}, found {element.Found}");
        else if (scalar.Parse(element.Text) is null)
            Tell(element, path, Misfit(scalar, element));
    }

    private static string Misfit(Scalar scalar, Element element)
    {
        if (scalar.Type == typeof(double))
            return $"{element.Text} is out of range; expected a finite number";
        if (scalar.Type == typeof(int) && double.Parse(element.Text, CultureInfo.InvariantCulture) is var real && (Math.Abs(real) > int.MaxValue))
            return $"{element.Text} is out of range; expected a whole number between {int.MinValue} and {int.MaxValue}";
        var nearest = scalar.Type.IsEnum && Known.Nearest(element.Text, scalar.Words) is { } word ? $"; did you mean '{word}'?" : "";
        return $"expected {scalar.Expected}, found {element.Found}{nearest}";
    }

    private void Tell(Element element, string path, string message)
    {
        element.IsFaulty = true;
        faults.Add(element.Position, path, message);
    }
}
