using LambdaReports.Logs;
using LambdaReports.Notebooks.Documents;
using LambdaReports.Tables;

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
    public async Task A_selection_is_handed_on_with_its_study_file_found_from_anywhere()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add(
            "a",
            $"#r \"{typeof(LogSelection).Assembly.Location}\"",
            "//@parameters\nusing LambdaReports.Logs;\nusing LambdaReports.Tables;\nstring[] logPaths = [];\nLogSelection selection = new();",
            "$\"{selection.Function}|{selection.Since:O}|{selection.Until is null}|{System.IO.Path.IsPathRooted(selection.StudyFile)}\"");
        LogSelection selection = new()
        {
            Function = "orders-\"*\"",
            Since = new(2026, 11, 24, 22, 53, 0, TimeSpan.Zero),
            StudyFile = "mine/study.json",
        };

        Assert.Empty(await TinyNotebooks.WriteAsync(
            notebooks.Request() with { GivenPaths = ["logs"], Selection = selection }));

        Assert.Equal("orders-\"*\"|2026-11-24T22:53:00.0000000+00:00|True|True", Result(notebooks, 3));
        Assert.Equal(
            """
            string[] logPaths = ["logs"];
            LogSelection selection = new() { Function = "orders-\"*\"", Since = DateTimeOffset.Parse("2026-11-24T22:53:00.0000000+00:00"), StudyFile = "mine/study.json" };
            """,
            Load(notebooks).Find(NotebookCell.Injected)!.Source);
    }

    [Fact]
    public async Task A_selection_that_a_notebook_would_pass_over_is_an_error()
    {
        using TinyNotebooks notebooks = new();
        notebooks.Add("a", Parameters, Show);

        var failure = Assert.Single(await TinyNotebooks.WriteAsync(
            notebooks.Request() with { GivenPaths = ["logs"], Selection = new() { Function = "f" } }));

        Assert.Contains("it declares no LogSelection", failure.ToString());
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
