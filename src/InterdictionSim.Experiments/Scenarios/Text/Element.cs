using System.Text.Json;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>A JSON value and where it stands.</summary>
internal sealed class Element(JsonTokenType kind, string text, Position position)
{
    // Most values are scalars and most objects small, so nothing is allocated before it is needed.
    private const int SmallObject = 16;
    private List<Member>? members;
    private List<Element>? items;
    private Dictionary<string, Member>? byName;

    public JsonTokenType Kind { get; } = kind;

    /// <summary>Text of a scalar, unescaped.</summary>
    public string Text { get; } = text;

    public Position Position { get; } = position;

    public IReadOnlyList<Member> Members => members ?? [];

    public IReadOnlyList<Element> Items => items ?? [];

    /// <summary>A mistake was found here and told; neither merged nor missed.</summary>
    public bool IsFaulty { get; set; }

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public Element? this[string name] => Find(name)?.Value;

    public void Add(Element item) => (items ??= []).Add(item);

    public bool Add(Member member)
    {
        if (Find(member.Name) is not null)
            return false;
        (members ??= []).Add(member);
        if (members.Count > SmallObject)
            (byName ??= members.ToDictionary(m => m.Name, StringComparer.Ordinal))[member.Name] = member;
        return true;
    }

    /// <summary>Adds a text that the file gives by a key above, unless the object says it itself.</summary>
    public void Imply(string name, string text) =>
        Add(new Member(name, Position, new Element(JsonTokenType.String, text, Position)));

    /// <summary>Gives a text in place of what the object says.</summary>
    public void Replace(string name, string text)
    {
        members?.RemoveAll(m => m.Name == name);
        byName?.Remove(name);
        Imply(name, text);
    }

    private Member? Find(string name)
    {
        if (byName is not null)
            return byName.GetValueOrDefault(name);
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }

    /// <summary>The value as JSON; objects and lists only in outline.</summary>
    public string Json => Kind switch
    {
        JsonTokenType.String => $"\"{JsonEncodedText.Encode(Text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        JsonTokenType.StartObject => "{}",
        JsonTokenType.StartArray => "[]",
        _ => Text,
    };

    /// <summary>What was found, in the planner's words.</summary>
    public string Found => Kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => Json,
    };
}

/// <summary>A named value of an object.</summary>
internal sealed record Member(string Name, Position Position, Element Value);
