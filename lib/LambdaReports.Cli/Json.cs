using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LambdaReports.Cli;

/// <summary>JSON documents on standard output, numbers unrounded.</summary>
static class Json
{
    // Nodes and not objects: a serializer of objects spends longer on starting than on writing.
    internal static void Write(JsonNode document)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(
            output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(json);
        }

        output.WriteByte((byte)'\n');
    }

    internal static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    internal static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => [.. items.Select(node)];
}
