using LambdaReports.Tables;
using Spectre.Console;

namespace LambdaReports.Cli;

/// <summary>Reads logs with a progress bar where a person looks on.</summary>
static class LogInput
{
    internal static Tables.Logs Read(IEnumerable<string> paths)
    {
        if (Console.IsErrorRedirected)
        {
            return Tables.Logs.Read(paths);
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(enabled: true).Start(bars =>
        {
            var bar = bars.AddTask("reading logs");
            return Tables.Logs.Read(paths, (read, files) =>
            {
                bar.MaxValue = files;
                bar.Value = read;
            });
        });
    }
}
