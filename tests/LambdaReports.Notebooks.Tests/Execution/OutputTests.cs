using LambdaReports.Notebooks.Documents;

namespace Tests.Execution;

public class OutputTests
{
    const string Using = "using LambdaReports.Charts;\nusing Microsoft.Data.Analysis;";
    const string Frame = """
        new DataFrame(
            new StringDataFrameColumn("Function", ["go"]),
            new DoubleDataFrameColumn("MeanMs", [1.5]))
        """;
    const string Figure = "Chart.Distributions([])";

    [Theory]
    [InlineData(Figure, "application/vnd.plotly.v1+json", "image/svg+xml", "text/plain")]
    [InlineData(Frame, "text/html", "text/plain")]
    [InlineData("Markdown.Of($\"a\")", "text/markdown", "text/plain")]
    [InlineData("\"text\"", "text/plain")]
    [InlineData("1.5", "text/plain")]
    [InlineData("36_000", "text/plain")]
    [InlineData("new[] { \"a\", \"b\" }", "text/html", "text/plain")]
    [InlineData("new LambdaReports.Tables.Account()", "text/html", "text/plain")]
    public async Task A_value_has_these_forms_and_no_others(string code, params string[] mimeTypes)
    {
        var output = Assert.Single((await RunAsync(Using, code))[1].Outputs);
        Assert.Equal(mimeTypes, output.Json["data"]!.AsObject().Select(form => form.Key));
    }

    [Fact]
    public async Task Html_is_without_styles_scripts_and_ids()
    {
        var html = (await RunAsync(Using, Frame))[1].Outputs.Single().Text("text/html");
        Assert.Equal(
            """
            <table>
            <thead><tr><th scope="col">Function</th><th scope="col" align="right">MeanMs</th></tr></thead>
            <tbody>
            <tr><td>go</td><td align="right">1.500</td></tr>
            </tbody>
            </table>
            """,
            html);
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        string[] cells =
        [
            "# Question", Using, Frame, Figure,
            "Console.WriteLine(1); display(2); Console.WriteLine(3);",
            "new LambdaReports.Tables.Account()",
            "new[] { new { A = 1, B = \"x\" } }",
            "throw new Exception(\"end\");",
        ];
        using TinyNotebooks one = new();
        using TinyNotebooks two = new();
        one.Add("a", cells);
        two.Add("a", cells);
        await one.WriteAsync();
        await two.WriteAsync();
        Assert.All(
            (string[])["a.ipynb", "a.html", "index.html"],
            file => Assert.Equal(one.Written(file), two.Written(file)));
    }

    [Fact]
    public async Task Printed_and_displayed_values_keep_their_order()
    {
        var cell = (await RunAsync("Console.Write(1); Console.Write(2); display(\"three\"); 4"))[0];
        Assert.Equal(
            ["12", "three", "4"],
            cell.Outputs.Select(output => output.Stream is null ? output.Text("text/plain") : output.StreamText));
    }

    [Fact]
    public async Task The_loaded_script_runs_on_the_programs_own_assemblies()
    {
        using TinyNotebooks notebooks = new();
        await File.WriteAllTextAsync(
            Path.Combine(notebooks.Folder, "set-up.csx"),
            "#r \"../nowhere/LambdaReports.dll\"\nvar loaded = \"loaded\";",
            TestContext.Current.CancellationToken);
        notebooks.Add(
            "a",
            "//@needs-build\nthrow new Exception(\"no build here\");",
            "//@set-up\n#load \"set-up.csx\"\nusing LambdaReports.Tables;",
            "loaded + new Account().Lines");
        Assert.Empty(await notebooks.WriteAsync());
        Assert.Equal("loaded0", Cells(notebooks)[2].Outputs.Single().Text("text/plain"));
    }

    static async Task<IReadOnlyList<NotebookCell>> RunAsync(params string[] cells)
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", cells);
        Assert.Empty(await notebooks.WriteAsync());
        return Cells(notebooks);
    }

    static IReadOnlyList<NotebookCell> Cells(TinyNotebooks notebooks) =>
        [.. NotebookFile.Load(Path.Combine(notebooks.Out, "a.ipynb")).CodeCells];
}
