using LambdaReports.Aws;
using LambdaReports.Aws.Engines;

namespace LambdaReports.Cli;

sealed class QuerySettings(ParseResult given) : LogGroupSettings(given)
{
    internal static new IReadOnlyList<Option> Options =>
    [
        .. LogGroupSettings.Options,
        Option<string?>("--engine", "NAME", "insights: Logs Insights of CloudWatch."),
        new Option<bool>("--yes") { Description = "Go on without asking whether it may cost what it will." },
        TablesSettings.TableFile,
    ];

    internal string? Engine => Value<string?>("--engine");

    internal bool Yes => Value<bool>("--yes");
}

/// <summary>Has the tables made where the logs are.</summary>
static class QueryCommand
{
    internal static Task<int> ExecuteAsync(QuerySettings settings) =>
        LogGroupSettings.RunAsync(async stop =>
        {
            if (settings.Engine != "insights")
            {
                throw new UsageException("say which engine: --engine insights");
            }

            var write = OutputFile.TableWriter(settings.Out);
            using var service = await LogsConnection.OpenAsync(new());
            var scan = await InsightsScan.PlanAsync(service, settings.LogGroups, settings.Since, settings.Until, stop);
            Messages.Say(scan.Estimate);
            if (!settings.Yes && !await ProgressBars.ConfirmAsync(stop))
            {
                throw new UsageException("give --yes to go on");
            }

            var tables = await ProgressBars.RunAsync(show => scan.RunAsync(show, stop));
            OutputFile.Write(settings.Out, output => write(tables, output));
            return scan.Account;
        });
}
