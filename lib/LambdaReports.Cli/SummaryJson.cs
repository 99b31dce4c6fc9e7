using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Cli;

/// <summary>The JSON of <c>summary</c>.</summary>
static class SummaryJson
{
    internal static object Of(Tables.Logs logs, IReadOnlyList<Summary> summaries) => new
    {
        functions = summaries.Select(Function),
        input = Input(logs.Account),
    };

    static object Function(Summary summary)
    {
        var population = summary.Durations.Population;
        var table = summary.Durations.Table;
        return new
        {
            function = population.Function,
            runtime = summary.Tables.Runtime,
            language = summary.Known?.Language,
            version = population.Version,
            architecture = population.Architecture,
            memorySizeMB = population.MemorySizeMB,
            start = Json.Word(population.Start),
            n = summary.Durations.Count,
            streams = summary.Streams,
            blocks = summary.Blocks,
            blockSeconds = summary.Blocks is null ? (int?)null : summary.Durations.BlockSeconds,
            meanMs = summary.Mean.Value,
            varianceMs2 = table.VarianceMs2,
            sdMs = table.StandardDeviationMs,
            minMs = table.MinimumMs,
            maxMs = table.MaximumMs,
            quantilesMs = Summary.Probabilities.Zip(summary.QuantilesMs)
                .ToDictionary(pair => pair.First.ToString(), pair => pair.Second),
            mean95Ms = new { low = summary.Mean.Low, high = summary.Mean.High, scope = Json.Word(summary.Mean.Scope) },
            designEffect = summary.Mean.Dependence?.DesignEffect,
            maxMemoryUsedMB = summary.Tables.MaxMemoryUsedMB,
            billedMsTotal = summary.Tables.BilledMsTotal,
            statuses = new
            {
                success = summary.Durations.Count,
                error = summary.Tables.Errors,
                timeout = summary.Tables.Timeouts,
            },
            warnings = summary.Mean.Warnings.Select(warning => warning.Text),
        };
    }

    static object Input(Account account) => new
    {
        files = account.Files,
        skipped = account.Skipped,
        bytes = account.Bytes,
        lines = account.Lines,
        records = account.Records,
        duplicates = account.Duplicates,
        otherPlatformLines = account.OtherPlatformLines,
        applicationLines = account.ApplicationLines,
        rejectedCount = account.RejectedCount,
        rejected = account.Rejected,
        billing = account.Billing,
    };
}
