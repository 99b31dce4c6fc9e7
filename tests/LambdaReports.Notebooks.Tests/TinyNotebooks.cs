using System.Text.Json.Nodes;
using LambdaReports.Notebooks;
using LambdaReports.Notebooks.Execution;

namespace Tests;

/// <summary>A folder of notebooks made for a test, and a report of them.</summary>
sealed class TinyNotebooks : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("notebooks-test-");

    internal string Folder =>
        Directory.CreateDirectory(Path.Combine(root.FullName, "notebooks")).FullName;

    internal string Out => Path.Combine(root.FullName, "report");

    /// <summary>Adds a notebook; a cell that begins with <c>#</c> and a blank is markdown, one that
    /// begins with <c>//@tag</c> has that tag.</summary>
    internal string Add(string name, params string[] cells)
    {
        JsonObject notebook = new()
        {
            ["cells"] = new JsonArray([.. cells.Select(Cell)]),
            ["metadata"] = new JsonObject(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        var path = Path.Combine(Folder, $"{name}.ipynb");
        File.WriteAllText(path, notebook.ToJsonString());
        return path;
    }

    internal ReportRequest Request(ReportFacts? facts = null) => new()
    {
        Notebooks = Folder,
        Out = Out,
        Facts = facts ?? new(),
        Host = Host,
    };

    /// <summary>This test's own executable; under <c>dotnet test</c> the running program is the
    /// test host.</summary>
    internal static NotebookHost Host { get; } = new(
        "dotnet", [typeof(Program).Assembly.Location, Program.RunNotebook]);

    internal Task<IReadOnlyList<NotebookFailure>> WriteAsync(ReportFacts? facts = null) =>
        WriteAsync(Request(facts));

    internal static Task<IReadOnlyList<NotebookFailure>> WriteAsync(ReportRequest request) =>
        ReportWriter.WriteAsync(request, TestContext.Current.CancellationToken);

    internal string Written(string file) => File.ReadAllText(Path.Combine(Out, file));

    public void Dispose() => root.Delete(recursive: true);

    static JsonNode Cell(string source, int i)
    {
        var isMarkdown = source.StartsWith("# ", StringComparison.Ordinal);
        JsonObject metadata = [];
        if (source.StartsWith("//@", StringComparison.Ordinal))
        {
            metadata["tags"] = new JsonArray(source[3..source.IndexOf('\n')]);
        }

        JsonObject cell = new()
        {
            ["cell_type"] = isMarkdown ? "markdown" : "code",
            ["id"] = $"cell-{i}",
            ["metadata"] = metadata,
            ["source"] = source,
        };
        if (!isMarkdown)
        {
            cell["execution_count"] = null;
            cell["outputs"] = new JsonArray();
        }

        return cell;
    }
}
