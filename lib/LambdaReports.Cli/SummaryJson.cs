using System.Text.Json.Nodes;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Cli;

/// <summary>The JSON of <c>summary</c>.</summary>
static class SummaryJson
{
    internal static JsonObject Of(Tables.Logs logs, IReadOnlyList<Summary> summaries) => new()
    {
        ["functions"] = Json.Array(summaries, Function),
        ["input"] = Input(logs.Account),
    };

    static JsonObject Function(Summary summary)
    {
        var population = summary.Durations.Population;
        var table = summary.Durations.Table;
        return new()
        {
            ["function"] = population.Function,
            ["runtime"] = summary.Tables.Runtime,
            ["language"] = summary.Known?.Language,
            ["version"] = population.Version,
            ["architecture"] = population.Architecture,
            ["memorySizeMB"] = population.MemorySizeMB,
            ["start"] = Json.Word(population.Start),
            ["n"] = summary.Durations.Count,
            ["streams"] = summary.Streams,
            ["blocks"] = summary.Blocks,
            ["blockSeconds"] = summary.Blocks is null ? null : summary.Durations.BlockSeconds,
            ["meanMs"] = summary.Mean.Value,
            ["varianceMs2"] = table.VarianceMs2,
            ["sdMs"] = table.StandardDeviationMs,
            ["minMs"] = table.MinimumMs,
            ["maxMs"] = table.MaximumMs,
            ["quantilesMs"] = new JsonObject(Summary.Probabilities.Zip(
                summary.QuantilesMs, (p, ms) => KeyValuePair.Create(p.ToString(), (JsonNode?)ms))),
            ["mean95Ms"] = new JsonObject
            {
                ["low"] = summary.Mean.Low,
                ["high"] = summary.Mean.High,
                ["scope"] = Json.Word(summary.Mean.Scope),
            },
            ["designEffect"] = summary.Mean.Dependence?.DesignEffect,
            ["maxMemoryUsedMB"] = summary.Tables.MaxMemoryUsedMB,
            ["billedMsTotal"] = summary.Tables.BilledMsTotal,
            ["statuses"] = new JsonObject
            {
                ["success"] = summary.Durations.Count,
                ["error"] = summary.Tables.Errors,
                ["timeout"] = summary.Tables.Timeouts,
            },
            ["warnings"] = Json.Array(summary.Mean.Warnings, warning => warning.Text),
        };
    }

    static JsonObject Input(Account account) => new()
    {
        ["files"] = account.Files,
        ["skipped"] = Json.Array(account.Skipped, path => path),
        ["bytes"] = account.Bytes,
        ["lines"] = account.Lines,
        ["records"] = account.Records,
        ["duplicates"] = account.Duplicates,
        ["otherPlatformLines"] = account.OtherPlatformLines,
        ["applicationLines"] = account.ApplicationLines,
        ["rejectedCount"] = account.RejectedCount,
        ["rejected"] = Json.Array(account.Rejected, line => new JsonObject
        {
            ["path"] = line.Path,
            ["line"] = line.Line,
            ["reason"] = line.Reason,
        }),
        ["billing"] = new JsonObject
        {
            ["explained"] = account.Billing.Explained,
            ["unexplained"] = account.Billing.Unexplained,
            ["notApplicable"] = account.Billing.NotApplicable,
            ["checked"] = account.Billing.Checked,
        },
    };
}
