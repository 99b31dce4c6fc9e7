using System.Text.Json.Nodes;
using LambdaReports.Notebooks.Documents;
using Tests.Conventions;

namespace Tests.Execution;

/// <summary>Jupyter with the pinned .NET kernel executes the notebooks as they are.</summary>
public sealed class JupyterTests : IDisposable
{
    // Debian's: another Python's Jupyter may come first on PATH.
    const string Jupyter = "/usr/bin/jupyter";

    static readonly string[] Forms = [CellOutput.Svg, CellOutput.Html, CellOutput.Markdown, CellOutput.Plain];

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jupyter-test-");

    [Theory]
    [MemberData(nameof(ShippedNotebookTests.Names), MemberType = typeof(ShippedNotebookTests))]
    public void A_notebook_shows_in_Jupyter_what_is_committed(string name)
    {
        ExternalTool.Require(Jupyter, "jupyter-nbconvert", "nbconvert", "--version");
        ExternalTool.Require("dotnet", "Microsoft.dotnet-interactive: dotnet tool restore", "dotnet-interactive", "--version");
        WriteKernel();
        var committed = Path.Combine(Repository.Root, "notebooks", $"{name}.ipynb");
        ExternalTool.Run(
            Jupyter, Repository.Root, new Dictionary<string, string?> { ["JUPYTER_PATH"] = folder.FullName },
            ["nbconvert", "--to", "notebook", "--execute", "--output-dir", folder.FullName, "--ExecutePreprocessor.timeout=300", committed]);
        Assert.Equal(Shown(committed), Shown(Path.Combine(folder.FullName, $"{name}.ipynb")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    // As `dotnet interactive jupyter install` writes it, but in a folder of the test's own and listening on this machine alone.
    void WriteKernel()
    {
        var kernel = Directory.CreateDirectory(Path.Combine(folder.FullName, "kernels/.net-csharp")).FullName;
        File.WriteAllText(Path.Combine(kernel, "kernel.json"), new JsonObject
        {
            ["argv"] = new JsonArray(
                "dotnet", "dotnet-interactive", "jupyter", "{connection_file}", "--default-kernel", "csharp", "--http-local-only"),
            ["display_name"] = ".NET (C#)",
            ["language"] = "C#",
            ["env"] = new JsonObject
            {
                ["DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_INTERACTIVE_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
            },
        }.ToJsonString());
    }

    // The kernel adds a script of its own to the first cell.
    static IEnumerable<string?> Shown(string notebook) => NotebookFile.Load(notebook).CodeCells
        .SelectMany(cell => cell.Outputs)
        .Where(output => output.Text(CellOutput.Html)?.Contains("dotnet-interactive-this-cell") is not true)
        .SelectMany(output => Forms.Select(output.Text).Append(output.Error).Append(output.StreamText));
}
