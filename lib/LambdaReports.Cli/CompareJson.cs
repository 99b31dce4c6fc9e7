using LambdaReports.Observations;
using LambdaReports.Statistics;

namespace LambdaReports.Cli;

/// <summary>The JSON of <c>compare</c>.</summary>
static class CompareJson
{
    internal static object Of(string baseline, IReadOnlyList<Comparison> comparisons) => new
    {
        baseline,
        metric = "duration",
        comparisons = comparisons.Select(One),
    };

    static object One(Comparison comparison) => new
    {
        function = comparison.Candidate.Function,
        start = Json.Word(comparison.Candidate.Population.Start),
        memorySizeMB = comparison.Candidate.Population.MemorySizeMB,
        n = comparison.Candidate.Count,
        baselineN = comparison.Baseline.Count,
        streams = Figures.StreamCount(comparison.Candidate),
        baselineStreams = Figures.StreamCount(comparison.Baseline),
        blocks = comparison.Ratio.Dependence?.Blocks,
        ratio = Interval(comparison.Ratio),
        differenceMs = Interval(comparison.Difference),
        scope = Json.Word(comparison.Scope),
        margin = comparison.Margin.Size,
        criticalMargin = comparison.CriticalMargin,
        verdict = Json.Word(comparison.Relation),
        designEffect = comparison.DesignEffect,
        tags = comparison.Tags.Select(Json.Word),
        warnings = comparison.Warnings.Select(warning => warning.Text),
        settle = comparison.Settle,
    };

    static object Interval(Estimate estimate) => new
    {
        estimate = estimate.Value,
        low = estimate.Low,
        high = estimate.High,
    };
}
