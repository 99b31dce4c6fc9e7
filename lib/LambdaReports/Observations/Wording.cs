using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The sentences that give a verdict's reason.</summary>
static class Wording
{
    internal static string Reason(Outcome outcome, Estimate estimate, ClaimForm form)
    {
        var predicate = outcome switch
        {
            Outcome.Supported => $"{form.Holds} with its whole interval",
            Outcome.Contradicted => $"{form.Fails} with its whole interval",
            _ => form.Open,
        };
        var none = estimate.Unit == Unit.Probability ? "½" : $"{estimate.Unit.NoDifference()}";
        var loss = form.IsOfGain && estimate.High < estimate.Unit.NoDifference() ? " It is a loss." : "";
        return $"The {form.Noun ?? Noun(estimate)} {Digits.Of(estimate)} {predicate.Replace(ClaimForm.None, none, StringComparison.Ordinal)}.{loss}";
    }

    internal static string Drift(Estimate estimate) =>
        $"The {Noun(estimate)} {Digits.Of(estimate)} is less than 3 half-widths from no difference, "
        + "and the run is too short for its own drift.";

    internal static string NoInterval(Estimate estimate) => estimate.Value is null
        ? $"There is no {Noun(estimate)}."
        : $"The {Noun(estimate)} {estimate.Value:0.###} of these records has no interval.";

    static string Noun(Estimate estimate) => estimate.Unit switch
    {
        Unit.Ratio => "ratio",
        Unit.Probability => "probability",
        _ => "difference",
    };
}
