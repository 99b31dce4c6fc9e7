using System.Diagnostics;
using LambdaReports.Notebooks.Documents;

namespace LambdaReports.Notebooks.Execution;

/// <summary>Runs one notebook in a child process with a time limit: the parent's side.</summary>
/// <param name="host">The program to start.</param>
/// <param name="timeLimit">For each cell, and for the start; past it the process and its children
/// end.</param>
sealed class NotebookProcess(NotebookHost host, TimeSpan timeLimit)
{
    // What the process wrote at its end is in the pipes by then.
    static readonly TimeSpan LastLines = TimeSpan.FromSeconds(2);

    /// <summary>Runs a notebook file.</summary>
    /// <param name="input">The notebook, without outputs.</param>
    /// <param name="output">Where the child writes it with outputs; after a failure it holds those
    /// up to the failing cell, with the error as that cell's output.</param>
    /// <param name="folder">The current directory of its cells.</param>
    /// <param name="progress">Told the number of each code cell before it runs.</param>
    /// <param name="cancellation">Ends the child too.</param>
    /// <returns>What went wrong; <see langword="null"/> where all cells ran.</returns>
    internal async Task<string?> RunAsync(
        string input,
        string output,
        string folder,
        Action<int> progress,
        CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeLimit);
        using var process = host.Start(input, output, folder);
        TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.Exited += (_, _) => exited.TrySetResult();
        process.EnableRaisingEvents = true;
        var running = 0;
        process.OutputDataReceived += (_, line) =>
        {
            const string mark = NotebookRunner.ProgressMark;
            if (line.Data?.StartsWith(mark, StringComparison.Ordinal) == true)
            {
                running = int.TryParse(line.Data.AsSpan(mark.Length), out var cell) ? cell : running;
                limit.CancelAfter(timeLimit);
                progress(running);
            }
        };
        string? lastWords = null;
        process.ErrorDataReceived += (_, line) =>
            lastWords = string.IsNullOrWhiteSpace(line.Data) ? lastWords : $": {line.Data}";
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // Not WaitForExitAsync alone: that waits for the pipes, which a process that a cell started may hold.
        await exited.Task.WaitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var ended = process.HasExited;
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            await exited.Task;
        }

        using CancellationTokenSource lastLines = new(LastLines);
        await process.WaitForExitAsync(lastLines.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
        if (!File.Exists(output))
        {
            File.Copy(input, output);
        }

        var executed = NotebookFile.Load(output);
        if (executed.CodeCells.Select(cell => cell.Error).OfType<string>().FirstOrDefault() is { } known)
        {
            return known;
        }

        // A cell may end the process itself, with any status.
        if (ended && process.ExitCode == 0 && executed.CodeCells.All(cell => cell.HasRun))
        {
            return null;
        }

        var error = ended
            ? $"the process ended with status {process.ExitCode}{lastWords}"
            : $"not finished within {timeLimit.TotalSeconds:0.#} s";
        executed.CodeCells.ElementAtOrDefault(running - 1)?
            .SetOutputs(running, [CellOutput.Failed("Error", error)]);
        executed.Save(output);
        return error;
    }
}
