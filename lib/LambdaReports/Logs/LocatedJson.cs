using System.Text.Unicode;

namespace LambdaReports.Logs;

/// <summary>A JSON value that knows where it stands, so that a wrong one can be pointed at.</summary>
/// <param name="Text">What it is a part of.</param>
/// <param name="Value">The value.</param>
/// <param name="Path">Such as <c>$.functions[0].name</c>.</param>
sealed record LocatedJson(ReadOnlyMemory<byte> Text, JsonElement Value, string Path)
{
    static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="JsonException">The text is no JSON in UTF-8.</exception>
    internal static LocatedJson Parse(ReadOnlyMemory<byte> text)
    {
        text = text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;
        return Utf8.IsValid(text.Span)
            ? new(text, JsonDocument.Parse(text, Lenient).RootElement, "$")
            : throw new JsonException("expected UTF-8, found other bytes; save the file as UTF-8", "$", 0, 0);
    }

    /// <summary>The value of a field; <see langword="null"/> where the object lacks it.</summary>
    internal LocatedJson? this[string name] => Value.TryGetProperty(name, out var value) ? Part(value, $".{name}") : null;

    /// <summary>Itself, if it is an object of these fields, each at most once, and no others.</summary>
    internal LocatedJson Object(params string[] names)
    {
        var left = Value.ValueKind == JsonValueKind.Object ? names.ToHashSet() : throw Wrong("an object");
        var wrong = Value.EnumerateObject().Where(field => !left.Remove(field.Name))
            .Select(field => Part(field.Value, $".{field.Name}")).FirstOrDefault();
        return wrong is null ? this : throw wrong.Wrong($"the fields {string.Join(", ", names)}, each once", "this field");
    }

    /// <summary>The items of the list in a field; none where the object lacks it.</summary>
    internal IEnumerable<LocatedJson> List(string name) =>
        this[name] is not { } list ? []
        : list.Value.ValueKind == JsonValueKind.Array ? list.Value.EnumerateArray().Select((item, i) => list.Part(item, $"[{i}]"))
        : throw list.Wrong("a list");

    /// <summary>A text, of these words if there are any; a blank one and <c>null</c> are unknown.</summary>
    internal string? AsText(params string[] words)
    {
        var text = Value.ValueKind is JsonValueKind.String or JsonValueKind.Null ? Value.Deserialize<string>() : throw Wrong("a text");
        return string.IsNullOrWhiteSpace(text) ? null
            : words is [] || words.Contains(text) ? text
            : throw Wrong($"\"{string.Join("\" or \"", words)}\"");
    }

    internal JsonException Wrong(string expected, string? found = null)
    {
        Text.Span.Overlaps(JsonMarshal.GetRawUtf8Value(Value), out var start);
        var raw = Value.GetRawText();
        return new(
            $"expected {expected}, found {found ?? (raw.Length < 60 ? raw : raw[..60] + "…")}",
            Path, Text.Span[..start].Count((byte)'\n'), null);
    }

    LocatedJson Part(JsonElement value, string place) => new(Text, value, Path + place);
}
