using System.Text.Json.Nodes;

namespace LambdaReports.Notebooks.Documents;

/// <summary>One output of a cell: a value in several MIME types, printed text, or an
/// error.</summary>
sealed class CellOutput(JsonObject json)
{
    internal const string Plain = "text/plain";
    internal const string Html = "text/html";
    internal const string Markdown = "text/markdown";
    internal const string Svg = "image/svg+xml";
    internal const string Plotly = "application/vnd.plotly.v1+json";

    internal JsonObject Json => json;

    string? Type => (string?)json["output_type"];

    /// <summary>The name of the printed stream; <see langword="null"/> for other outputs.</summary>
    internal string? Stream => Type == "stream" ? (string?)json["name"] : null;

    internal string StreamText => MultilineText.Read(json["text"]);

    /// <summary>The message; <see langword="null"/> where the output is no error.</summary>
    internal string? Error => Type == "error" ? (string?)json["evalue"] : null;

    internal static CellOutput Value(
        bool isResult,
        IEnumerable<(string MimeType, string Value)> values)
    {
        JsonObject data = [];
        foreach (var (mimeType, value) in values.OrderBy(it => it.MimeType, StringComparer.Ordinal))
        {
            data[mimeType] = mimeType.EndsWith("json", StringComparison.Ordinal)
                ? JsonNode.Parse(value)
                : MultilineText.Write(value);
        }

        JsonObject output = new() { ["data"] = data };
        if (isResult)
        {
            output["execution_count"] = null;
        }

        output["metadata"] = new JsonObject();
        output["output_type"] = isResult ? "execute_result" : "display_data";
        return new(output);
    }

    internal static CellOutput Printed(string stream, string text) => new(new()
    {
        ["name"] = stream,
        ["output_type"] = "stream",
        ["text"] = MultilineText.Write(text),
    });

    /// <param name="name">The kind of error.</param>
    /// <param name="message">What went wrong; also stands for the trace, whose paths differ from
    /// machine to machine.</param>
    internal static CellOutput Failed(string name, string message) => new(new()
    {
        ["ename"] = name,
        ["evalue"] = message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray($"{name}: {message}"),
    });

    /// <summary>The value in a MIME type; <see langword="null"/> where it does not have
    /// it.</summary>
    internal string? Text(string mimeType) =>
        json["data"]?[mimeType] is { } value ? MultilineText.Read(value) : null;

    internal JsonNode? Object(string mimeType) => json["data"]?[mimeType];

    internal void SetNumber(int number)
    {
        if (Type == "execute_result")
        {
            json["execution_count"] = number;
        }
    }
}
