using LambdaReports.Notebooks;
using LambdaReports.Notebooks.Documents;

namespace Tests.Execution;

public class NotebookRunTests
{
    [Fact]
    public async Task Cells_run_in_order_in_the_notebooks_folder_and_their_outputs_are_kept()
    {
        using TinyNotebooks notebooks = new();
        await File.WriteAllTextAsync(
            Path.Combine(notebooks.Folder, "word.txt"), "hello", TestContext.Current.CancellationToken);
        notebooks.Add(
            "a",
            "# Question",
            "var word = System.IO.File.ReadAllText(\"word.txt\");",
            "Console.WriteLine(1); Console.WriteLine(2); word.ToUpperInvariant()");

        Assert.Empty(await notebooks.WriteAsync());

        var cells = Cells(notebooks, "a");
        Assert.Equal([1, 2], cells.Select(cell => (int)cell.Json["execution_count"]!));
        Assert.Empty(cells[0].Outputs);
        Assert.Equal("1\n2\n", cells[1].Outputs.First().StreamText);
        Assert.Equal("HELLO", cells[1].Outputs.Last().Text("text/plain"));
    }

    [Fact]
    public async Task The_first_cell_that_fails_ends_the_notebook_and_the_others_are_published()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("bad", "1 + 1", "throw new System.IO.IOException(\"the disk\\nis full\");", "3");
        notebooks.Add("good", "2 + 2");

        var failure = Assert.Single(await notebooks.WriteAsync());

        Assert.Equal("bad: code cell 2: the disk is full", failure.ToString());
        var cells = Cells(notebooks, "bad");
        Assert.Equal("the disk\nis full", cells[1].Error);
        Assert.False(cells[2].HasRun);
        Assert.Equal("4", Cells(notebooks, "good")[0].Outputs.Single().Text("text/plain"));
        Assert.Contains("stopped at code cell 2", notebooks.Written("index.html"));
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_is_named_with_its_place()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("bad", "int x = \"a\";");

        var failure = Assert.Single(await notebooks.WriteAsync());

        Assert.Equal(1, failure.Cell);
        Assert.Contains("(1,9): error CS0029", failure.Error);
    }

    [Fact]
    public async Task An_endless_loop_is_ended_at_the_time_limit_and_earlier_outputs_are_kept()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("loop", "1 + 1", "while (true) { }", "3");

        var failure = Assert.Single(await TinyNotebooks.WriteAsync(
            notebooks.Request() with { TimeLimit = TimeSpan.FromSeconds(15) }));

        Assert.Equal("loop: code cell 2: not finished within 15 s", failure.ToString());
        Assert.Equal("2", Cells(notebooks, "loop")[0].Outputs.Single().Text("text/plain"));
    }

    [Fact]
    public async Task A_file_that_is_no_notebook_is_named_and_the_others_are_published()
    {
        using TinyNotebooks notebooks = new();
        File.WriteAllText(Path.Combine(notebooks.Folder, "0-bad.ipynb"), "<<<<<<< HEAD");
        notebooks.Add("good", "2 + 2");

        var failure = Assert.Single(await notebooks.WriteAsync());

        Assert.Equal("0-bad.ipynb:1: this is no JSON", failure.Error);
        Assert.Equal("4", Cells(notebooks, "good")[0].Outputs.Single().Text("text/plain"));
    }

    [Fact]
    public async Task A_process_that_a_cell_leaves_behind_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "uses the program sleep");
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", "System.Diagnostics.Process.Start(\"sleep\", \"300\").Id.ToString()");

        Assert.Empty(await notebooks.WriteAsync());

        var id = Cells(notebooks, "a")[0].Outputs.Single().Text("text/plain")!;
        using var left = System.Diagnostics.Process.GetProcessById(int.Parse(id));
        left.Kill();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_cell_that_ends_the_process_is_named_whatever_the_status(int status)
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("exit", "1 + 1", $"Environment.Exit({status});", "3");

        var failure = Assert.Single(await notebooks.WriteAsync());

        Assert.Equal($"exit: code cell 2: the process ended with status {status}", failure.ToString());
        Assert.Equal("2", Cells(notebooks, "exit")[0].Outputs.Single().Text("text/plain"));
    }

    [Fact]
    public async Task Progress_names_each_cell_before_it_runs()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", "1", "2");
        List<NotebookProgress> seen = [];

        await TinyNotebooks.WriteAsync(notebooks.Request() with { Progress = seen.Add });

        Assert.Equal([new("a", 1, 2), new("a", 2, 2)], seen);
    }

    static IReadOnlyList<NotebookCell> Cells(TinyNotebooks notebooks, string name) =>
        [.. NotebookFile.Load(Path.Combine(notebooks.Out, $"{name}.ipynb")).CodeCells];
}
