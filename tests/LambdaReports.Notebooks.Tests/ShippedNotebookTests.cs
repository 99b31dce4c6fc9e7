using LambdaReports.Logs;
using LambdaReports.Notebooks;
using LambdaReports.Notebooks.Documents;
using LambdaReports.Tables;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Tests.Conventions;

namespace Tests;

/// <summary>The notebooks of this repository.</summary>
public class ShippedNotebookTests
{
    const int MostLines = 9;

    // What the kernel imports by itself.
    static readonly string[] Imports =
    [
        "System", "System.Text", "System.Collections.Generic", "System.Linq",
        "System.Threading.Tasks",
    ];

    static string Folder => Path.Combine(Repository.Root, "notebooks");

    public static TheoryData<string> Names =>
    [
        .. Directory.GetFiles(Folder, "*.ipynb")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_compiles_as_plain_script_without_the_engine(string name)
    {
        const string library = "lib/LambdaReports.Cli/bin/Release/net10.0/LambdaReports.dll";
        if (!File.Exists(Path.Combine(Repository.Root, library)))
        {
            Assert.Skip("needs dotnet build -c Release, whose output the notebooks reference");
        }

        var options = ScriptOptions.Default
            .WithImports(Imports)
            .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly)
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(Folder))
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(Folder))
            .WithLanguageVersion(LanguageVersion.Latest);
        Script script = CSharpScript.Create("", options);
        foreach (var cell in Load(name).CodeCells)
        {
            script = script.ContinueWith(cell.Source);
            Assert.Empty(script.Compile(TestContext.Current.CancellationToken)
                .Where(found => found.Severity == DiagnosticSeverity.Error));
        }
    }

    [Fact]
    public void The_READMEs_code_compiles()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var code = readme.Split("```csharp\n")[1].Split("```")[0];
        var script = CSharpScript.Create(code, ScriptOptions.Default.WithReferences(
            typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(LambdaReports.Tables.Logs).Assembly));
        Assert.Empty(script.Compile(TestContext.Current.CancellationToken)
            .Where(found => found.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cell_has_one_step_of_nine_lines_or_fewer_and_declares_no_type(string name) =>
        Assert.All(Load(name).CodeCells, cell =>
        {
            Assert.InRange(cell.Source.Split('\n').Length, 1, MostLines);
            var tree = CSharpSyntaxTree.ParseText(
                cell.Source,
                new CSharpParseOptions(LanguageVersion.Latest, kind: SourceCodeKind.Script),
                cancellationToken: TestContext.Current.CancellationToken);
            Assert.Empty(tree.GetRoot(TestContext.Current.CancellationToken)
                .DescendantNodes().OfType<BaseTypeDeclarationSyntax>());
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notebook_has_the_fixed_shape(string name)
    {
        var notebook = Load(name);
        Assert.StartsWith("# ", notebook.Cells[0].Source);
        Assert.EndsWith("?", notebook.Title);
        Assert.Equal(
            ["needs-build", "set-up", "parameters"],
            notebook.CodeCells.Take(3).Select(cell => (string?)cell.Json["metadata"]!["tags"]![0]));
        Assert.NotNull(notebook.Find(NotebookCell.Answer));
        Assert.NotNull(notebook.Find(NotebookCell.Figure));
        string[] shape =
            ["## Answer", "## Figure", "## How it was measured", "## What this does not show"];
        var headings = notebook.Cells.Where(cell => !cell.IsCode)
            .Select(cell => cell.Source.Split('\n')[0]);
        Assert.Equal(shape, headings.Where(heading => shape.Contains(heading)));
        var ids = notebook.Cells.Select(cell => (string?)cell.Json["id"]).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Every_notebook_runs_and_its_outputs_are_those_committed()
    {
        var logs = Logs.Read([Path.Combine(Repository.Root, "data/measured")], new() { Metrics = Enum.GetValues<Metric>() });
        using TinyNotebooks report = new();
        // Where there are no logs, none can be read a second time.
        Assert.Empty(await TinyNotebooks.WriteAsync(
            report.Request() with { Notebooks = Folder, ReadPaths = [Path.Combine(report.Folder, "nothing")], Logs = logs }));
        foreach (var committed in Directory.GetFiles(Folder, "*.ipynb"))
        {
            // To renew: copy the written file over the committed one.
            var cancellation = TestContext.Current.CancellationToken;
            Assert.Equal(
                await File.ReadAllTextAsync(committed, cancellation),
                report.Written(Path.GetFileName(committed)));
        }
    }

    [Fact]
    public async Task Every_notebook_runs_on_table_files()
    {
        using TinyNotebooks report = new();
        var measured = Path.Combine(Repository.Root, "data/measured");
        var tables = Directory.CreateDirectory(Path.Combine(report.Folder, "tables")).FullName;
        Write("some.csv", (logs, output) => logs.WriteTableCsv(output), name => name.StartsWith("aws-csharp", StringComparison.Ordinal));
        Write("others.parquet", (logs, output) => logs.WriteTableParquet(output), name => !name.StartsWith("aws-csharp", StringComparison.Ordinal));
        File.Copy(Path.Combine(measured, "study.json"), Path.Combine(tables, "study.json"));
        Assert.Empty(await TinyNotebooks.WriteAsync(report.Request() with { Notebooks = Folder, GivenPaths = [tables] }));
        var all = Logs.Read(measured);
        Assert.Contains(
            $"**{all.Account.Records:N0}** invocations of **{all.Functions.Count}** functions", report.Written("1-what-the-logs-hold.ipynb"));

        void Write(string file, Action<Logs, Stream> write, Func<string, bool> isChosen)
        {
            using var target = File.Create(Path.Combine(tables, file));
            write(
                Logs.Read(Directory.GetDirectories(measured).Where(folder => isChosen(Path.GetFileName(folder)))),
                target);
        }
    }

    [Fact]
    public async Task Every_notebook_runs_on_one_function_without_study_streams_and_times()
    {
        using TinyNotebooks report = new();
        var log = Path.Combine(report.Folder, "alone.log");
        await File.WriteAllLinesAsync(
            log,
            Enumerable.Range(1, 30).Select(i => $"REPORT RequestId: 00000000-0000-4000-8000-{i:D12}\tDuration: {i}.50 ms\t"
                + $"Billed Duration: {i + 1} ms\tMemory Size: 128 MB\tMax Memory Used: 50 MB\t"),
            TestContext.Current.CancellationToken);
        Assert.Empty(await TinyNotebooks.WriteAsync(report.Request() with { Notebooks = Folder, GivenPaths = [log] }));
        Assert.Contains("There is nothing to compare with alone", report.Written("8-your-own-comparison.ipynb"));
        Assert.Contains("not applicable", report.Written("3-go-against-java.ipynb"));
        Assert.Contains("tell no Init Duration", report.Written("6-cold-starts.ipynb"));
    }

    static NotebookFile Load(string name) =>
        NotebookFile.Load(Path.Combine(Folder, $"{name}.ipynb"));
}
