using System.Text.Json.Nodes;
using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

/// <summary>The JSON of <c>compare</c>.</summary>
static class CompareJson
{
    internal static JsonObject Of(string baseline, IReadOnlyList<Comparison> comparisons) => new()
    {
        ["baseline"] = baseline,
        ["metric"] = "duration",
        ["comparisons"] = Json.Array(comparisons, One),
    };

    static JsonObject One(Comparison comparison) => new()
    {
        ["function"] = comparison.Candidate.Function,
        ["start"] = DataFrames.Name(comparison.Candidate.Population.Start),
        ["memorySizeMB"] = comparison.Candidate.Population.MemorySizeMB,
        ["n"] = comparison.Candidate.Count,
        ["baselineN"] = comparison.Baseline.Count,
        ["streams"] = comparison.Candidate.Streams,
        ["baselineStreams"] = comparison.Baseline.Streams,
        ["blocks"] = comparison.Ratio.Dependence?.Blocks,
        ["ratio"] = Interval(comparison.Ratio),
        ["differenceMs"] = Interval(comparison.Difference),
        ["scope"] = DataFrames.Name(comparison.Scope),
        ["margin"] = comparison.Margin.Size,
        ["criticalMargin"] = comparison.CriticalMargin,
        ["verdict"] = DataFrames.Name(comparison.Relation),
        ["designEffect"] = comparison.DesignEffect,
        ["tags"] = Json.Array(comparison.Tags, tag => DataFrames.Name(tag)),
        ["warnings"] = Json.Array(comparison.Warnings, warning => warning.Text),
        ["settle"] = comparison.Settle,
    };

    static JsonObject Interval(Estimate estimate) =>
        Json.Object(("estimate", estimate.Value), ("low", estimate.Low), ("high", estimate.High));
}
