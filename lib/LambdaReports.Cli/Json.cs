using System.Text.Encodings.Web;

namespace LambdaReports.Cli;

/// <summary>JSON documents, on standard output unless told otherwise, numbers unrounded.</summary>
static class Json
{
    // Nodes and not objects: a serializer of objects spends longer on starting than on writing.
    internal static void Write(JsonNode document, Stream? to = null)
    {
        using var output = to ?? Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            document.WriteTo(json);
        }

        output.WriteByte((byte)'\n');
    }
}
