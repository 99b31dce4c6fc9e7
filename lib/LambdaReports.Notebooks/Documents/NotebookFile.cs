using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LambdaReports.Notebooks.Documents;

/// <summary>A notebook: the JSON of nbformat 4.5, of which only what a run changes is
/// touched.</summary>
/// <remarks>Written as Jupyter writes it, with an indent of one and lists of lines, so that an
/// editor that saves the file changes nothing else.</remarks>
sealed class NotebookFile
{
    static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    readonly JsonObject root;

    NotebookFile(JsonObject root) => this.root = root;

    internal IReadOnlyList<NotebookCell> Cells =>
        [.. Array.OfType<JsonObject>().Select(cell => new NotebookCell(cell))];

    internal IEnumerable<NotebookCell> CodeCells => Cells.Where(cell => cell.IsCode);

    /// <summary>The first heading, without its marks.</summary>
    internal string? Title => Cells.Where(cell => !cell.IsCode)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith('#'))?.TrimStart('#').Trim();

    JsonArray Array => (JsonArray)root["cells"]!;

    /// <summary>A notebook without cells.</summary>
    internal static NotebookFile Empty() => new(new JsonObject
    {
        ["cells"] = new JsonArray(),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    /// <exception cref="InvalidDataException">The file is no notebook.</exception>
    internal static NotebookFile Load(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(path)) is JsonObject root
                && root["cells"] is JsonArray
                ? new(root)
                : throw new InvalidDataException($"{Path.GetFileName(path)} has no list of cells.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{Path.GetFileName(path)}:{error.LineNumber + 1}: this is no JSON", error);
        }
    }

    /// <summary>As if it had never run.</summary>
    internal void Clear() => CodeCells.ToList().ForEach(cell => cell.Clear());

    internal void Save(string path) => File.WriteAllText(path, root.ToJsonString(Format) + "\n");

    /// <summary>The cell with a tag; <see langword="null"/> where there is none.</summary>
    internal NotebookCell? Find(string tag) => Cells.FirstOrDefault(cell => cell.HasTag(tag));

    internal void InsertAfter(NotebookCell cell, NotebookCell added) =>
        Array.Insert(Array.IndexOf(cell.Json) + 1, added.Json);

    internal void Remove(NotebookCell cell) => Array.Remove(cell.Json);

    /// <summary>Numbers the code cells that have run from 1, as they stand.</summary>
    internal void Number()
    {
        var number = 0;
        foreach (var cell in CodeCells)
        {
            number++;
            if (cell.HasRun)
            {
                cell.SetNumber(number);
            }
        }
    }
}
