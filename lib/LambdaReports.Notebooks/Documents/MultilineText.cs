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
        JsonArray lines = [];
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }
}
