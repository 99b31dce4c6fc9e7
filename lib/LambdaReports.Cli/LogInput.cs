using LambdaReports.Logs;
using Spectre.Console;

namespace LambdaReports.Cli;

/// <summary>Reads logs with a progress bar where a person looks on.</summary>
static class LogInput
{
    /// <param name="paths">The logs.</param>
    /// <param name="settings">What is wanted of them.</param>
    /// <param name="metrics">Read beside durations, if not those of the settings.</param>
    /// <exception cref="UsageException">They hold no record.</exception>
    internal static Tables.Logs Read(IReadOnlyList<string> paths, SelectionSettings settings, IReadOnlyList<Metric>? metrics = null)
    {
        var selection = metrics is null ? settings.Selection : settings.Selection with { Metrics = metrics };
        using SpooledInput spooled = new(paths, readOnce: true);
        var logs = ProgressBars.RunAsync(show => Task.FromResult(Tables.Logs.Read(
            spooled.Paths,
            selection,
            show is null ? null : (read, files) => show((double)read / files, "reading logs")))).GetAwaiter().GetResult();
        Messages.DemandRecords(logs.Account, paths, settings);
        return logs;
    }
}

/// <summary>Progress on standard error, which only a terminal is shown.</summary>
static class ProgressBars
{
    internal static Progress? OnTerminal() => Console.IsErrorRedirected ? null : Terminal().Progress().Columns(
        new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    static IAnsiConsole Terminal() => AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>A person at the terminal says yes.</summary>
    internal static async Task<bool> ConfirmAsync(CancellationToken stop) =>
        !Console.IsInputRedirected && !Console.IsErrorRedirected && await Terminal().ConfirmAsync("Go on?", defaultValue: false, stop);

    /// <summary>Runs something that tells the part that is done, with a few words.</summary>
    internal static Task<T> RunAsync<T>(Func<Action<double, string>?, Task<T>> run) => Console.IsErrorRedirected ? run(null) : ShowAsync(run);

    // By itself, since what draws bars is not even loaded where nobody looks on.
    static Task<T> ShowAsync<T>(Func<Action<double, string>?, Task<T>> run) => OnTerminal()!.AutoClear(enabled: true).StartAsync(bars =>
    {
        var bar = bars.AddTask("asking", maxValue: 1);
        return run((done, words) => (bar.Value, bar.Description) = (done, Markup.Escape(words)));
    });
}
