using LambdaReports.Aws;

namespace LambdaReports.Cli;

/// <summary>Which logs at the service.</summary>
abstract class LogGroupSettings(ParseResult given) : Settings(given)
{
    protected static IReadOnlyList<Option> Options =>
    [
        Option<string[]>(
            "--log-group",
            "NAME",
            "A log group, the beginning of several names, or a pattern such as '/aws/lambda/orders-*'; may be given several times."),
        Option<string?>(
            "--since", "TIME", "From then on: 2026-11-24, 2026-11-24T22:53Z, or an age such as 2d, 1h, 30m. The last hour unless given."),
        Option<string?>("--until", "TIME", "Before then; now unless given."),
    ];

    internal string[] LogGroups => Value<string[]>("--log-group");

    internal string? Since => Value<string?>("--since");

    internal string? Until => Value<string?>("--until");

    /// <summary>Runs something that Ctrl-C stops well, and gives the exit status.</summary>
    internal static async Task<int> RunAsync(Func<CancellationToken, Task<string>> run)
    {
        using Interruption interruption = new();
        try
        {
            Messages.Say(await run(interruption.Token));
            return ExitStatus.Done;
        }
        catch (FetchException error)
        {
            Messages.Say(error.Message);
            return error.HasBegun ? ExitStatus.Incomplete : ExitStatus.Usage;
        }
    }
}

sealed class FetchSettings(ParseResult given) : LogGroupSettings(given)
{
    internal static new IReadOnlyList<Option> Options =>
    [
        .. LogGroupSettings.Options,
        new Option<bool>("--all-lines") { Description = "The functions' own lines too, not the platform's alone." },
        Option<string?>("--out", "DIR", "A new folder, or that of a fetch that was interrupted."),
    ];

    internal bool AllLines => Value<bool>("--all-lines");
}

/// <summary>Downloads logs from CloudWatch Logs.</summary>
static class FetchCommand
{
    internal static Task<int> ExecuteAsync(FetchSettings settings) =>
        LogGroupSettings.RunAsync(stop =>
        {
            var request = FetchRequest.Of(settings.LogGroups, settings.Since, settings.Until, settings.AllLines, settings.Out);
            return ProgressBars.RunAsync(show => LogFetch.RunAsync(request, show, stop));
        });
}
