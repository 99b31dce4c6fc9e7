using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The sentences that give a verdict's reason.</summary>
static class Wording
{
    internal static string Reason(Outcome outcome, Estimate estimate, Margin? margin)
    {
        var subject = $"The {Noun(estimate)} {Digits.Of(estimate)}";
        var none = estimate.Unit == Unit.Ratio ? "1" : "0";
        return (margin, outcome) switch
        {
            (null, Outcome.Supported) => $"{subject} lies below {none} with its whole interval.",
            (null, Outcome.Contradicted) => $"{subject} lies above {none} with its whole interval.",
            (null, _) => $"{subject} has {none} within its interval.",
            (_, Outcome.Supported) => $"{subject} lies within the margin of {margin} with its whole interval.",
            (_, Outcome.Contradicted) => $"{subject} lies outside the margin of {margin} with its whole interval.",
            _ => $"{subject} has an interval on both sides of the margin of {margin}.",
        };
    }

    internal static string Drift(Estimate estimate) =>
        $"The {Noun(estimate)} {Digits.Of(estimate)} is less than 3 half-widths from no difference, "
        + "and the run is too short for its own drift.";

    internal static string NoInterval(Estimate estimate) => estimate.Value is null
        ? $"There is no {Noun(estimate)}."
        : $"The {Noun(estimate)} {estimate.Value:0.###} of these records has no interval.";

    static string Noun(Estimate estimate) => estimate.Unit == Unit.Ratio ? "ratio" : "difference";
}
