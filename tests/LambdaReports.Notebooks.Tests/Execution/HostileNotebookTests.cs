using LambdaReports.Notebooks;
using LambdaReports.Notebooks.Documents;

namespace Tests.Execution;

/// <summary>A notebook that misbehaves costs only itself.</summary>
public class HostileNotebookTests
{
    [Theory]
    [InlineData("Environment.Exit(0);", "the process ended with status 0")]
    [InlineData("Environment.FailFast(\"gone\");", "the process ended with status")]
    [InlineData("while (true) { }", "not finished within 20 s")]
    [InlineData("while (true) { System.Threading.Thread.Sleep(1000); }", "not finished within 20 s")]
    [InlineData("var line = new string('x', 1 << 20); for (var i = 0; i < 1024; i++) { Console.WriteLine(line); }", "more than 16 MB")]
    [InlineData("new string('x', 1 << 26)", "more than 16 MB")]
    public async Task It_is_stopped_and_named_and_the_others_are_published(string cell, string error)
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("bad", "1 + 1", cell, "3");
        notebooks.Add("good", "2 + 2");

        var failure = Assert.Single(await TinyNotebooks.WriteAsync(
            notebooks.Request() with { TimeLimit = TimeSpan.FromSeconds(20) }));

        Assert.Equal(("bad", 2), (failure.Notebook, failure.Cell));
        Assert.Contains(error, failure.Error);
        Assert.Equal("2", Result(notebooks, "bad", 0));
        Assert.Equal("4", Result(notebooks, "good", 0));
        Assert.Contains("stopped at code cell 2", notebooks.Written("index.html"));
        Assert.InRange(new FileInfo(Path.Combine(notebooks.Out, "bad.html")).Length, 1, 4_000_000);
    }

    static string? Result(TinyNotebooks notebooks, string name, int cell) =>
        NotebookFile.Load(Path.Combine(notebooks.Out, $"{name}.ipynb")).CodeCells.ElementAt(cell).Outputs.Single().Text("text/plain");
}
