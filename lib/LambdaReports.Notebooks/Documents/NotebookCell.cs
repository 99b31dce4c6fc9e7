using System.Text.Json.Nodes;

namespace LambdaReports.Notebooks.Documents;

/// <summary>A cell of a notebook, in place.</summary>
sealed class NotebookCell(JsonObject json)
{
    internal const string Parameters = "parameters";
    internal const string Injected = "injected-parameters";
    internal const string NeedsBuild = "needs-build";
    internal const string SetUp = "set-up";
    internal const string Answer = "answer";
    internal const string Figure = "figure";
    internal const string Own = "own";

    internal JsonObject Json => json;

    internal bool IsCode => (string?)json["cell_type"] == "code";

    internal string Source => MultilineText.Read(json["source"]);

    internal bool HasRun => json["execution_count"] is JsonValue;

    internal IEnumerable<CellOutput> Outputs =>
        (json["outputs"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(output => new CellOutput(output));

    /// <summary>Why the cell failed; <see langword="null"/> where it did not.</summary>
    internal string? Error => Outputs.Select(output => output.Error).OfType<string>().FirstOrDefault();

    internal bool HasTag(string tag) => json["metadata"]?["tags"] is JsonArray tags
        && tags.Any(candidate => (string?)candidate == tag);

    internal static NotebookCell Code(string tag, string source) => new(new()
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = tag,
        ["metadata"] = new JsonObject { ["tags"] = new JsonArray(tag) },
        ["outputs"] = new JsonArray(),
        ["source"] = MultilineText.Write(source),
    });

    internal void SetSource(string source) => json["source"] = MultilineText.Write(source);

    /// <summary>As if it had never run.</summary>
    internal void Clear()
    {
        json["execution_count"] = null;
        json["outputs"] = new JsonArray();
    }

    internal void SetOutputs(int number, IEnumerable<CellOutput> outputs)
    {
        json["outputs"] = new JsonArray([.. outputs.Select(output => output.Json)]);
        SetNumber(number);
    }

    internal void SetNumber(int number)
    {
        json["execution_count"] = number;
        foreach (var output in Outputs)
        {
            output.SetNumber(number);
        }
    }
}
