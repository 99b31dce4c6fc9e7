using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>JSON as clients print it.</summary>
static class JsonText
{
    static readonly JsonSerializerOptions OneLine = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Compact(JsonNode node) => node.ToJsonString(OneLine);

    internal static string Indented(JsonNode node, int blanks) =>
        node.ToJsonString(
            new(OneLine) { WriteIndented = true, IndentSize = blanks, NewLine = "\n" });

    /// <summary>The same with every letter beyond ASCII escaped, as Python's json does.</summary>
    internal static string Ascii(string json)
    {
        var text = new StringBuilder(json.Length);
        foreach (var letter in json)
        {
            if (char.IsAscii(letter))
            {
                text.Append(letter);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
        }

        return text.ToString();
    }

    /// <summary>The message's object, if it is one.</summary>
    internal static JsonObject? ObjectIn(string message)
    {
        try
        {
            return message.StartsWith('{') ? JsonNode.Parse(message) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
