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
        var logs = Console.IsErrorRedirected ? Tables.Logs.Read(paths, selection) : ReadBesideBar(paths, selection);
        Messages.DemandRecords(logs.Account);
        return logs;
    }

    static Tables.Logs ReadBesideBar(IEnumerable<string> paths, LogSelection selection)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(enabled: true).Start(bars =>
        {
            var bar = bars.AddTask("reading logs");
            return Tables.Logs.Read(paths, selection, (read, files) =>
            {
                bar.MaxValue = files;
                bar.Value = read;
            });
        });
    }
}
