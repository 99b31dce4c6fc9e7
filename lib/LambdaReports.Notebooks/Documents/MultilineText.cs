using System.Text.Json.Nodes;

namespace LambdaReports.Notebooks.Documents;

/// <summary>nbformat's multi-line strings: a string, or a list of lines with their line
/// ends.</summary>
static class MultilineText
{
    internal static string Read(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue value => (string?)value ?? "",
        _ => "",
    };

    internal static JsonArray Write(string text)
    {
        var lines = text.Split('\n');
        var last = lines[^1].Length > 0 ? lines[^1..] : [];
        return [.. lines[..^1].Select(line => $"{line}\n"), .. last];
    }
}
