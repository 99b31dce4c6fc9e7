using LambdaReports.Notebooks.Execution;

namespace LambdaReports.Cli;

sealed class RunNotebookSettings : CommandSettings
{
    internal const string Verb = "run-notebook";

    [CommandArgument(0, "<IN>")]
    public string In { get; init; } = "";

    [CommandArgument(1, "<OUT>")]
    public string Out { get; init; } = "";
}

/// <summary>What <c>report</c> calls in a process of its own for each notebook; not for people.</summary>
sealed class RunNotebookCommand : AsyncCommand<RunNotebookSettings>
{
    public override Task<int> ExecuteAsync(
        CommandContext context, RunNotebookSettings settings, CancellationToken cancellation) =>
        NotebookRunner.RunAsync(settings.In, settings.Out);
}
