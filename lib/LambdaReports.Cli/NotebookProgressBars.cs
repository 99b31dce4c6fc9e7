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
        if (ProgressBars.OnTerminal() is not { } terminal)
        {
            return run(progress =>
            {
                if (progress.Cell == 1)
                {
                    Messages.Say($"executing {progress.Notebook}, {Messages.Count(progress.Cells, "cell")}");
                }
            });
        }

        return terminal.StartAsync(bars =>
        {
            var tasks = new ConcurrentDictionary<string, ProgressTask>();
            return run(progress => tasks.GetOrAdd(
                progress.Notebook, name => bars.AddTask(Markup.Escape(name), maxValue: progress.Cells)).Value = progress.Cell);
        });
    }
}
