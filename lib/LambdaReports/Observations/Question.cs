using LambdaReports.Logs;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>What is asked of a comparison: of what, what counts as the same, and what would be too much.</summary>
sealed record Question(Metric Metric, Margin Margin, Threshold? Threshold)
{
    /// <summary>What a table of the answers says.</summary>
    /// <param name="baseline">What they are held against, where it is one thing.</param>
    /// <param name="studies">The candidates', then the baselines', which may have other prices.</param>
    internal string InWords(string? baseline, params IEnumerable<Study> studies) =>
        $"Compared{(baseline is null ? "" : $" with {baseline}")}. same: the whole 95 % interval lies within {Margin}; else lower or "
        + "higher: the ratio's interval leaves out 1; else inconclusive."
        + (Metric == Metric.Init
            ? " median shift: of all differences between their cold starts (Hodges and Lehmann), with Wilcoxon's exact interval." : "")
        + (Metric == Metric.Cost ? $" Prices: {string.Join("; of the baseline: ", studies.Select(Prices.Of).Distinct())}." : "");

    /// <summary>Reads a question as the command line has it.</summary>
    /// <param name="metric">What is compared.</param>
    /// <param name="margin">Such as <c>10%</c> or <c>1ms</c>.</param>
    /// <param name="threshold">Such as <c>ratio&gt;1.05</c>; may be left out.</param>
    /// <exception cref="FormatException">One of them is wrong, or in another unit than the metric; the message says what is
    /// expected.</exception>
    internal static Question Parse(Metric metric, string margin, string? threshold)
    {
        var unit = MetricSamples.UnitOf(metric);
        if (!Margin.TryParse(margin, out var same) || (same.Unit != Unit.Ratio && same.Unit != unit))
        {
            throw new FormatException($"--margin {margin} is no margin for --metric {DataFrames.Name(metric)}; give a percentage above 0, "
                + $"such as 10%{(unit == Unit.Milliseconds ? $", or milliseconds from {Margin.SmallestMs}, such as 1ms" : "")}");
        }

        return threshold is null ? new(metric, same, null)
            : Threshold.TryParse(threshold, out var limit) && (limit.Unit == Unit.Ratio || limit.Unit == unit) ? new(metric, same, limit)
            : throw new FormatException($"--fail-if {threshold} is no limit of {DataFrames.Name(metric)}; give ratio or difference, one of "
                + $"< <= > >=, and a number, such as ratio>1.05, ratio>105% or difference>1{unit.InputSign()}");
    }
}
