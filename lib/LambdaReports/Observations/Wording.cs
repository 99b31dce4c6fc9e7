using LambdaReports.Statistics;

namespace LambdaReports.Observations;

/// <summary>The sentences that give a verdict's reason.</summary>
static class Wording
{
    internal static string Reason(Outcome outcome, Estimate estimate, Margin? margin)
    {
        var subject = $"The {Noun(estimate)} {Number(estimate)}";
        var none = estimate.Unit == Unit.Ratio ? "1" : "0";
        return (margin, outcome) switch
        {
            (null, Outcome.Supported) => $"{subject} lies below {none} with its whole interval.",
            (null, Outcome.Contradicted) => $"{subject} lies above {none} with its whole interval.",
            (null, _) => $"{subject} has {none} within its interval.",
            (_, Outcome.Supported) =>
                $"{subject} lies within the margin of {margin} with its whole interval.",
            (_, Outcome.Contradicted) =>
                $"{subject} lies outside the margin of {margin} with its whole interval.",
            _ => $"{subject} has an interval on both sides of the margin of {margin}.",
        };
    }

    internal static string Drift(Estimate estimate) =>
        $"The {Noun(estimate)} {Number(estimate)} is less than 3 half-widths from no difference, "
        + "and the run is too short for its own drift.";

    internal static string NoInterval(Estimate estimate) => estimate.Value is null
        ? $"There is no {Noun(estimate)}."
        : $"The {Noun(estimate)} {estimate.Value:0.###} of these records has no interval.";

    /// <summary>Value and interval with two digits of the half-width: more are not in the
    /// data.</summary>
    static string Number(Estimate estimate)
    {
        var half = (estimate.High - estimate.Low) / 2 ?? 0;
        var decimals = half > 0 ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(half)), 0, 4) : 4;
        var format = $"F{decimals}";
        var unit = estimate.Unit == Unit.Ratio ? "" : " ms";
        return $"{estimate.Value?.ToString(format)}{unit} "
            + $"[{estimate.Low?.ToString(format)}, {estimate.High?.ToString(format)}]";
    }

    static string Noun(Estimate estimate) => estimate.Unit == Unit.Ratio ? "ratio" : "difference";
}
