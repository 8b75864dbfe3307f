using System.Text;
using System.Text.Json;

namespace InterdictionSim.Experiments.Scenarios;

/// <summary>Reads JSON into elements that know line and column; tells syntax errors and duplicate keys.</summary>
internal ref struct JsonText
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly string[] NotFinite = ["-Infinity", "Infinity", "NaN"];

    private readonly ReadOnlySpan<byte> bytes;
    private readonly string source;
    private readonly Faults faults;
    private Utf8JsonReader reader;
    private int line = 1;
    private int column = 1;
    private int scanned;

    private JsonText(ReadOnlySpan<byte> bytes, string source, Faults faults)
    {
        this.bytes = bytes;
        this.source = source;
        this.faults = faults;
        reader = new Utf8JsonReader(bytes, Options);
    }

    /// <summary>The document's root, or null when its syntax is broken. <c>NaN</c> and its like are told and stand as faulty numbers.</summary>
    public static Element? Read(byte[] file, string source, Faults faults)
    {
        var bytes = file.AsSpan(file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0).ToArray();
        var replaced = new Dictionary<int, string>();
        while (true)
        {
            var found = new Faults();
            var text = new JsonText(bytes, source, found);
            try
            {
                var root = text.Document(replaced);
                faults.Add(found);
                return root;
            }
            catch (JsonException e)
            {
                var offset = text.Offset(e);
                if (ReplaceNotFinite(bytes, offset, replaced))
                    continue;
                found.Add(new JsonText(bytes, source, found).Here(offset), "", $"is not JSON: {Reason(e)}");
                faults.Add(found);
                return null;
            }
            catch (InvalidOperationException)
            {
                // The reader leaves the bytes of a text alone until they are asked for.
                found.Add(text.Here((int)text.reader.TokenStartIndex), "", "is not JSON: a text is not valid Unicode");
                faults.Add(found);
                return null;
            }
        }
    }

    private Element Document(Dictionary<int, string> replaced)
    {
        reader.Read();
        var root = Value("", replaced);
        reader.Read();
        return root;
    }

    private Element Value(string path, Dictionary<int, string> replaced)
    {
        var start = (int)reader.TokenStartIndex;
        var position = Here(start);
        if (replaced.TryGetValue(start, out var word))
        {
            faults.Add(position, path, $"is {word}; expected a finite number");
            return new Element(JsonTokenType.Number, word, position) { IsFaulty = true };
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(new Element(JsonTokenType.StartObject, "", position), path, replaced);
            case JsonTokenType.StartArray:
                var list = new Element(JsonTokenType.StartArray, "", position);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.Add(Value($"{path}/{list.Items.Count}", replaced));
                return list;
            case JsonTokenType.String:
                return new Element(JsonTokenType.String, reader.GetString()!, position);
            default:
                return new Element(reader.TokenType, Encoding.UTF8.GetString(reader.ValueSpan), position);
        }
    }

    private Element Object(Element element, string path, Dictionary<int, string> replaced)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var key = Here((int)reader.TokenStartIndex);
            reader.Read();
            var value = Value($"{path}/{name}", replaced);
            if (element.Add(new Member(name, key, value)))
                continue;
            faults.Add(key, $"{path}/{name}", "is there twice");
            element[name]!.IsFaulty = true;
        }

        return element;
    }

    // Columns count characters, so bytes that continue one are left out.
    private Position Here(int offset)
    {
        for (; scanned < offset; scanned++)
        {
            if (bytes[scanned] == '\n')
                (line, column) = (line + 1, 1);
            else if ((bytes[scanned] & 0xC0) != 0x80)
                column++;
        }

        return new Position(source, line, column);
    }

    private readonly int Offset(JsonException e)
    {
        var start = 0;
        for (var skipped = 0; skipped < e.LineNumber; skipped++)
            start += bytes[start..].IndexOf((byte)'\n') + 1;
        return Math.Min(start + (int)(e.BytePositionInLine ?? 0), bytes.Length);
    }

    // The token with a word such as NaN in it becomes a zero of the same width, so that the rest of the file can be read and every mistake told.
    private static bool ReplaceNotFinite(byte[] bytes, int offset, Dictionary<int, string> replaced)
    {
        foreach (var word in NotFinite)
        {
            for (var start = Math.Max(0, offset - 1); start <= offset; start++)
            {
                if (!bytes.AsSpan(start).StartsWith(Encoding.ASCII.GetBytes(word)))
                    continue;
                var end = start + word.Length;
                while (start > 0 && IsOfWord(bytes[start - 1]))
                    start--;
                while (end < bytes.Length && IsOfWord(bytes[end]))
                    end++;
                replaced[start] = Encoding.ASCII.GetString(bytes, start, end - start);
                bytes.AsSpan(start, end - start).Fill((byte)' ');
                bytes[start] = (byte)'0';
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWord(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'+' or (byte)'-' or (byte)'.';

    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end].TrimEnd('.');
    }
}
