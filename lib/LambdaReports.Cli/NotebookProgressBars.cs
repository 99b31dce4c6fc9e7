using System.Collections.Concurrent;
using LambdaReports.Notebooks;
using Spectre.Console;

namespace LambdaReports.Cli;

/// <summary>Shows how far the notebooks have come: bars on a terminal, else a line a notebook.</summary>
static class NotebookProgressBars
{
    internal static Task<IReadOnlyList<NotebookFailure>> RunAsync(
        Func<Action<NotebookProgress>, Task<IReadOnlyList<NotebookFailure>>> run)
    {
        if (Console.IsErrorRedirected)
        {
            return run(progress =>
            {
                if (progress.Cell == 1)
                {
                    Messages.Say($"executing {progress.Notebook}, {Messages.Count(progress.Cells, "cell")}");
                }
            });
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().StartAsync(async bars =>
        {
            var tasks = new ConcurrentDictionary<string, ProgressTask>();
            var failures = await run(progress =>
            {
                var bar = tasks.GetOrAdd(
                    progress.Notebook, name => bars.AddTask(Markup.Escape(name), maxValue: progress.Cells));
                bar.Value = progress.Cell - 1;
            });
            foreach (var bar in tasks.Values)
            {
                bar.Value = bar.MaxValue;
            }

            return failures;
        });
    }
}
