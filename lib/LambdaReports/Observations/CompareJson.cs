using LambdaReports.Logs;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The JSON of <c>compare</c>.</summary>
static class CompareJson
{
    internal static JsonObject Of(string? baseline, Metric metric, IReadOnlyList<Comparison> comparisons) => new()
    {
        ["baseline"] = baseline,
        ["metric"] = DataFrames.Name(metric),
        ["comparisons"] = JsonNodes.Array(comparisons, One),
    };

    static JsonObject One(Comparison comparison)
    {
        var population = comparison.Candidate.Population;
        JsonObject json = new()
        {
            ["function"] = population.Function,
            ["start"] = DataFrames.Name(population.Start),
            ["version"] = population.Version,
            ["architecture"] = population.Architecture,
            ["memorySizeMB"] = population.MemorySizeMB,
            ["n"] = comparison.Candidate.Count,
            ["baselineN"] = comparison.Baseline.Count,
            ["streams"] = comparison.Candidate.Streams,
            ["baselineStreams"] = comparison.Baseline.Streams,
            ["blocks"] = comparison.Blocks,
            ["ratio"] = Interval(comparison.Ratio),
            ["differenceMs"] = Interval(comparison.Difference.Unit == Unit.Milliseconds ? comparison.Difference : null),
            ["scope"] = DataFrames.Name(comparison.Scope),
            ["margin"] = comparison.Margin.Size,
            ["criticalMargin"] = comparison.CriticalMargin,
            ["verdict"] = DataFrames.Name(comparison.Relation),
            ["designEffect"] = comparison.DesignEffect,
            ["naive"] = JsonNodes.Object(
                ("welchP", comparison.Welch?.PValue),
                ("mannWhitneyP", comparison.MannWhitney?.PValue),
                ("welchTooNarrow", comparison.WelchTooNarrow)),
            ["tags"] = JsonNodes.Array(comparison.Tags, tag => DataFrames.Name(tag)),
            ["warnings"] = JsonNodes.Array(comparison.Warnings, warning => warning.Text),
            ["fragility"] = comparison.Fragility is { } changes ? JsonNodes.Array(changes, change => change) : null,
            ["settle"] = comparison.Settle,
        };
        json["difference" + comparison.Difference.Unit.Suffix()] = Interval(comparison.Difference);
        if (comparison.Shift is { } shift)
        {
            json["shiftMs"] = Interval(shift);
        }

        return json;
    }

    static JsonObject Interval(Estimate? estimate) =>
        JsonNodes.Object(("estimate", estimate?.Value), ("low", estimate?.Low), ("high", estimate?.High));
}
