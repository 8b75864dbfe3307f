using System.Globalization;
using System.Reflection;
using System.Text.Json;
using InterdictionSim.Engine;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>What a JSON value must look like, as the records' constructors say.</summary>
internal abstract record Shape
{
    /// <summary>What is expected, in the planner's words.</summary>
    public abstract string Expected { get; }
}

/// <summary>Text that nobody reads.</summary>
internal sealed record Anything : Shape
{
    public override string Expected => "anything";
}

/// <summary>A record: its constructor's parameters in camel case.</summary>
/// <param name="Type">The record; null for the file as a whole.</param>
/// <param name="Members">Its parameters in their order.</param>
/// <param name="Open">Whether other keys may stand beside them.</param>
internal sealed record Fields(Type? Type, IReadOnlyList<Field> Members, bool Open) : Shape
{
    private readonly ConstructorInvoker? constructor = Type is null ? null : ConstructorInvoker.Create(Type.GetConstructors()[0]);

    public override string Expected => "an object";

    public Field? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }

    public object Make(object?[] arguments) => constructor!.Invoke(arguments.AsSpan());
}

/// <summary>A parameter of a record.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Optional">Whether it may be null or missing, which is the same.</param>
/// <param name="Default">What it is when it is missing; null when it must not be.</param>
internal sealed record Field(string Name, Shape Shape, bool Optional, object? Default = null);

/// <summary>Values by id.</summary>
internal sealed record Map(Type Type, Shape Value) : Shape
{
    public override string Expected => "an object";
}

/// <summary>Values by kind and id, each kind a record of its own.</summary>
internal sealed record Kinds(string What, Type Type, IReadOnlyDictionary<string, Shape> Known) : Shape
{
    /// <summary>In place of a kind or an id: all that the layers below have.</summary>
    public const string Every = "*";

    /// <summary>What can be said of every kind at once: what all have.</summary>
    public Fields OfEvery { get; } = new(null, [.. ((Fields)Known.Values.First()).Members.Where(m => Known.Values.All(k => ((Fields)k).Find(m.Name)?.Shape.GetType() == m.Shape.GetType()))], Open: false);

    /// <summary>Shape of a kind, or of every kind; null when there is no such kind.</summary>
    public Shape? Find(string name) => name == Every ? OfEvery : Known.GetValueOrDefault(name);

    public override string Expected => "an object";
}

/// <summary>A text, or a list of texts.</summary>
internal sealed record OneOrMore(Scalar Item) : Shape
{
    public override string Expected => "a text or a list of texts";
}

/// <summary>A list.</summary>
internal sealed record Items(Type Type, Shape Item) : Shape
{
    public override string Expected => "a list";
}

/// <summary>A number, a text, a truth value, a date or one of some words.</summary>
internal sealed record Scalar(Type Type, bool Nullable) : Shape
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public override string Expected =>
        Type == typeof(double) ? "a number"
        : Type == typeof(int) ? "a whole number"
        : Type == typeof(bool) ? "true or false"
        : Type == typeof(DateOnly) ? "a date as 2010-01-31"
        : Type.IsEnum ? $"one of {string.Join(", ", Words)}"
        : "a text";

    /// <summary>Known words of an enumeration, in kebab case.</summary>
    public IReadOnlyList<string> Words { get; init; } = Type.IsEnum ? [.. Enum.GetNames(Type).Select(Catalog.Kebab)] : [];

    public bool IsNumber => Type == typeof(double) || Type == typeof(int);

    public bool Takes(JsonTokenType kind) =>
        IsNumber ? kind == JsonTokenType.Number
        : Type == typeof(bool) ? kind is JsonTokenType.True or JsonTokenType.False
        : kind == JsonTokenType.String;

    /// <summary>The value that a text stands for; null when it stands for none.</summary>
    public object? Parse(string text)
    {
        if (Type == typeof(string))
            return text;
        if (Type == typeof(double))
            return double.TryParse(text, NumberStyles.Float, Invariant, out var real) && double.IsFinite(real) ? real : null;
        if (Type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var whole) ? whole : null;
        if (Type == typeof(bool))
            return bool.TryParse(text, out var truth) ? truth : null;
        if (Type == typeof(DateOnly))
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var date) ? date : null;
        for (var i = 0; i < Words.Count; i++)
        {
            if (Words[i] == text)
                return Enum.GetValues(Type).GetValue(i);
        }

        return null;
    }
}
