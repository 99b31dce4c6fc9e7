using LambdaReports.Logs;
using LambdaReports.Tables;
using Spectre.Console;

namespace LambdaReports.Cli;

/// <summary>Reads logs with a progress bar where a person looks on.</summary>
static class LogInput
{
    /// <exception cref="UsageException">They hold no record.</exception>
    internal static Tables.Logs Read(IEnumerable<string> paths, LogSelection selection)
    {
        var logs = ProgressBars.OnTerminal() is { } terminal
            ? terminal.AutoClear(enabled: true).Start(bars => ReadBeside(bars.AddTask("reading logs"), paths, selection))
            : Tables.Logs.Read(paths, selection);
        Messages.DemandRecords(logs.Account);
        return logs;
    }

    static Tables.Logs ReadBeside(ProgressTask bar, IEnumerable<string> paths, LogSelection selection) =>
        Tables.Logs.Read(paths, selection, (read, files) => (bar.MaxValue, bar.Value) = (files, read));
}

/// <summary>Progress on standard error, which only a terminal is shown.</summary>
static class ProgressBars
{
    internal static Progress? OnTerminal() => Console.IsErrorRedirected
        ? null
        : AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) }).Progress();
}
