using LambdaReports.Notebooks.Documents;

namespace Tests.Execution;

public class ParametersTests
{
    const string Parameters = "//@parameters\nstring[] logPaths = [\"shipped\"];";
    const string Show = "string.Join(\"|\", logPaths.Select(System.IO.Path.GetFileName))";

    [Fact]
    public async Task Without_paths_the_notebook_runs_on_what_it_ships_with_and_gets_no_cell()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", Parameters, Show);

        Assert.Empty(await notebooks.WriteAsync());

        Assert.Equal("shipped", Result(notebooks, 1));
        Assert.Null(Load(notebooks).Find(NotebookCell.Injected));
    }

    [Fact]
    public async Task Given_paths_stand_in_a_cell_of_their_own_as_the_user_wrote_them()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", Parameters, Show);

        Assert.Empty(await TinyNotebooks.WriteAsync(
            notebooks.Request() with { GivenPaths = ["logs/a \"b\".log", "c\\d"] }));

        Assert.Equal(
            """string[] logPaths = ["logs/a \"b\".log", "c\\d"];""",
            Load(notebooks).Find(NotebookCell.Injected)!.Source);
        Assert.StartsWith("a \"b\".log|", Result(notebooks, 2));
    }

    [Fact]
    public async Task A_private_file_is_read_but_never_shown()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", Parameters, Show, "throw new Exception(\"x\");");

        var failure = Assert.Single(await TinyNotebooks.WriteAsync(
            notebooks.Request() with { ReadPaths = ["/private/tables"] }));

        Assert.Equal("tables", Result(notebooks, 1));
        Assert.Equal(3, failure.Cell);
        Assert.DoesNotContain("private", notebooks.Written("a.ipynb"));
    }

    [Fact]
    public async Task A_notebook_that_cannot_be_given_other_logs_fails_before_its_first_cell()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", "1");

        var failure = Assert.Single(await TinyNotebooks.WriteAsync(
            notebooks.Request() with { GivenPaths = ["x.log"] }));

        Assert.StartsWith("a: its start: no cell is tagged parameters", failure.ToString());
    }

    static NotebookFile Load(TinyNotebooks notebooks) =>
        NotebookFile.Load(Path.Combine(notebooks.Out, "a.ipynb"));

    static string? Result(TinyNotebooks notebooks, int cell) =>
        Load(notebooks).CodeCells.ElementAt(cell).Outputs.Single().Text("text/plain");
}
