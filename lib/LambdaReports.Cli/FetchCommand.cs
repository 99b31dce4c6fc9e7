using LambdaReports.Aws;

namespace LambdaReports.Cli;

/// <summary>Which logs at the service.</summary>
abstract class LogGroupSettings : CommandSettings
{
    [CommandOption("--log-group <NAME>")]
    [Description("A log group, the beginning of several names, or a pattern such as '/aws/lambda/orders-*'; may be given several times.")]
    public string[] LogGroups { get; init; } = [];

    [CommandOption("--since <TIME>")]
    [Description("From then on: 2026-11-24, 2026-11-24T22:53Z, or an age such as 2d, 1h, 30m. The last hour unless given.")]
    public string? Since { get; init; }

    [CommandOption("--until <TIME>")]
    [Description("Before then; now unless given.")]
    public string? Until { get; init; }

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

sealed class FetchSettings : LogGroupSettings
{
    [CommandOption("--all-lines")]
    [Description("The functions' own lines too, not the platform's alone.")]
    public bool AllLines { get; init; }

    [CommandOption("--out <DIR>")]
    [Description("A new folder, or that of a fetch that was interrupted.")]
    public string? Out { get; init; }
}

/// <summary>Downloads logs from CloudWatch Logs.</summary>
sealed class FetchCommand : AsyncCommand<FetchSettings>
{
    public override Task<int> ExecuteAsync(CommandContext context, FetchSettings settings, CancellationToken cancellation) =>
        LogGroupSettings.RunAsync(stop =>
        {
            var request = FetchRequest.Of(settings.LogGroups, settings.Since, settings.Until, settings.AllLines, settings.Out);
            return ProgressBars.RunAsync(show => LogFetch.RunAsync(request, show, stop));
        });
}
