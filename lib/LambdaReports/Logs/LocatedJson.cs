using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LambdaReports.Logs;

/// <summary>A JSON value that knows where it stands, so that a wrong one can be pointed at.</summary>
/// <param name="Line">From 0.</param>
/// <param name="Path">Such as <c>$.functions[0].name</c>.</param>
/// <param name="Kind">What it begins with.</param>
/// <param name="Raw">As it is written.</param>
/// <param name="Children">An object's values or a list's items.</param>
sealed record LocatedJson(
    int Line, string Path, JsonTokenType Kind, string Raw, IReadOnlyList<LocatedJson> Children)
{
    /// <exception cref="JsonException">The text is no JSON in UTF-8.</exception>
    internal static LocatedJson Parse(ReadOnlySpan<byte> text)
    {
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        if (!Utf8.IsValid(text))
        {
            throw new JsonException("expected UTF-8, found other bytes; save the file as UTF-8", "$", 0, 0);
        }

        Utf8JsonReader json = new(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        json.Read();
        var root = Read(ref json, text, "$");
        json.Read();
        return root;
    }

    /// <summary>The value of a field; <see langword="null"/> where the object lacks it.</summary>
    internal LocatedJson? this[string name] => Children.FirstOrDefault(child => child.Path == $"{Path}.{name}");

    /// <summary>Itself, if it is an object of these fields, each at most once, and no others.</summary>
    internal LocatedJson Object(params string[] names)
    {
        var left = Kind == JsonTokenType.StartObject ? names.ToHashSet() : throw Wrong("an object");
        var wrong = Children.FirstOrDefault(child => !left.Remove(child.Path[(Path.Length + 1)..]));
        return wrong is null ? this : throw wrong.Wrong($"the fields {string.Join(", ", names)}, each once", "this field");
    }

    /// <summary>The items of the list in a field; none where the object lacks it.</summary>
    internal IReadOnlyList<LocatedJson> List(string name) =>
        this[name] is not { } list ? []
        : list.Kind == JsonTokenType.StartArray ? list.Children
        : throw list.Wrong("a list");

    /// <summary>A text, of these words if there are any; a blank one and <c>null</c> are unknown.</summary>
    internal string? Text(params string[] words)
    {
        var text = Kind is JsonTokenType.String or JsonTokenType.Null
            ? JsonSerializer.Deserialize<string>(Raw)
            : throw Wrong("a text");
        return string.IsNullOrWhiteSpace(text) ? null
            : words is [] || words.Contains(text) ? text
            : throw Wrong($"\"{string.Join("\" or \"", words)}\"");
    }

    internal JsonException Wrong(string expected, string? found = null) => new(
        $"expected {expected}, found {found ?? (Raw.Length < 60 ? Raw : Raw[..60] + "…")}", Path, Line, null);

    static LocatedJson Read(ref Utf8JsonReader json, ReadOnlySpan<byte> text, string path)
    {
        var (start, kind) = ((int)json.TokenStartIndex, json.TokenType);
        List<LocatedJson> children = [];
        while (kind is JsonTokenType.StartObject or JsonTokenType.StartArray
            && json.Read() && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var place = $"[{children.Count}]";
            if (kind == JsonTokenType.StartObject)
            {
                place = $".{json.GetString()}";
                json.Read();
            }

            children.Add(Read(ref json, text, path + place));
        }

        var raw = Encoding.UTF8.GetString(text[start..(int)json.BytesConsumed]);
        return new(text[..start].Count((byte)'\n'), path, kind, raw, children);
    }
}
