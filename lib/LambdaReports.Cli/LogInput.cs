using LambdaReports.Tables;
using Spectre.Console;

namespace LambdaReports.Cli;

/// <summary>Reads logs with a progress bar where a person looks on.</summary>
static class LogInput
{
    internal static Tables.Logs Read(IEnumerable<string> paths) => ProgressBars.OnTerminal() is not { } progress
        ? Tables.Logs.Read(paths)
        : progress.AutoClear(enabled: true).Start(bars =>
        {
            var bar = bars.AddTask("reading logs");
            return Tables.Logs.Read(paths, (read, files) => (bar.MaxValue, bar.Value) = (files, read));
        });
}

/// <summary>Progress on standard error, which only a terminal is shown.</summary>
static class ProgressBars
{
    internal static Progress? OnTerminal() => Console.IsErrorRedirected
        ? null
        : AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }).Progress();
}
