using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The JSON of <c>summary</c>.</summary>
static class SummaryJson
{
    internal static JsonObject Of(Tables.Logs logs, IReadOnlyList<Summary> summaries) => new()
    {
        ["functions"] = JsonNodes.Array(summaries, Function),
        ["input"] = Input(logs.Account),
    };

    static JsonObject Function(Summary summary)
    {
        var population = summary.Durations.Population;
        var table = summary.Durations.Table;
        var mean = summary.Mean;
        return new()
        {
            ["function"] = population.Function,
            ["runtime"] = summary.Tables.Runtime,
            ["language"] = summary.Known?.Language,
            ["version"] = population.Version,
            ["architecture"] = population.Architecture,
            ["memorySizeMB"] = population.MemorySizeMB,
            ["start"] = DataFrames.Name(population.Start),
            ["n"] = summary.Durations.Count,
            ["streams"] = summary.Streams,
            ["blocks"] = summary.Blocks,
            ["blockSeconds"] = summary.Blocks is null ? null : summary.Durations.BlockSeconds,
            ["meanMs"] = mean.Value,
            ["varianceMs2"] = table.VarianceMs2,
            ["sdMs"] = table.StandardDeviationMs,
            ["minMs"] = table.MinimumMs,
            ["maxMs"] = table.MaximumMs,
            ["quantilesMs"] = JsonNodes.Object(
                Array.ConvertAll([.. Summary.Probabilities], p => (p.ToString(), (JsonNode?)table.Quantile(p)))),
            ["mean95Ms"] = JsonNodes.Object(
                ("low", mean.Low), ("high", mean.High), ("scope", DataFrames.Name(mean.Scope))),
            ["designEffect"] = mean.Dependence?.DesignEffect,
            ["maxMemoryUsedMB"] = summary.Tables.MaxMemoryUsedMB,
            ["billedMsTotal"] = summary.Tables.BilledMsTotal,
            ["statuses"] = JsonNodes.Object(
                ("success", table.Count), ("error", summary.Tables.Errors), ("timeout", summary.Tables.Timeouts)),
            ["warnings"] = JsonNodes.Array(mean.Warnings, warning => warning.Text),
        };
    }

    /// <summary>The account of what was read.</summary>
    internal static JsonObject Input(Account account) => new()
    {
        ["files"] = account.Files,
        ["skipped"] = JsonNodes.Array(account.Skipped, path => path),
        ["bytes"] = account.Bytes,
        ["lines"] = account.Lines,
        ["records"] = account.Records,
        ["duplicates"] = account.Duplicates,
        ["otherPlatformLines"] = account.OtherPlatformLines,
        ["applicationLines"] = account.ApplicationLines,
        ["rejectedCount"] = account.RejectedCount,
        ["rejected"] = JsonNodes.Array(account.Rejected, rejected => JsonNodes.Object(
            ("path", rejected.Path), ("line", rejected.Line), ("reason", rejected.Reason))),
        ["billing"] = JsonNodes.Object(
            ("explained", account.Billing.Explained),
            ("unexplained", account.Billing.Unexplained),
            ("notApplicable", account.Billing.NotApplicable),
            ("checked", account.Billing.Checked)),
    };
}
