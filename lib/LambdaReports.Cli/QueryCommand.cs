using LambdaReports.Aws;
using LambdaReports.Aws.Engines;

namespace LambdaReports.Cli;

sealed class QuerySettings : LogGroupSettings
{
    [CommandOption("--engine <NAME>")]
    [Description("insights: Logs Insights of CloudWatch.")]
    public string Engine { get; init; } = "";

    [CommandOption("--yes")]
    [Description("Go on without asking whether it may cost what it will.")]
    public bool Yes { get; init; }

    [CommandOption("--out <FILE>")]
    [Description("The table file: its name ends in .csv or .parquet.")]
    public string Out { get; init; } = "";
}

/// <summary>Has the tables made where the logs are.</summary>
sealed class QueryCommand : AsyncCommand<QuerySettings>
{
    public override Task<int> ExecuteAsync(CommandContext context, QuerySettings settings, CancellationToken cancellation) =>
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
