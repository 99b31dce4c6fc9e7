using System.Text.Encodings.Web;
using System.Text.Json;

namespace LambdaReports.Cli;

/// <summary>JSON documents on standard output: camel case, numbers unrounded.</summary>
static class Json
{
    static readonly JsonSerializerOptions Options =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write(object document) =>
        Console.WriteLine(JsonSerializer.Serialize(document, Options));

    internal static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
