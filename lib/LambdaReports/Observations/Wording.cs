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

    /// <summary>How far the usual test of invocations goes astray; nothing where no comparison tells.</summary>
    internal static IEnumerable<string> TooNarrow(IEnumerable<Comparison> comparisons)
    {
        double[] factors = [.. comparisons.Select(comparison => comparison.WelchTooNarrow).OfType<double>().Where(double.IsFinite).Order()];
        if (factors is [var least, .., var most])
        {
            yield return "Welch's test, which takes invocations for independent, would give intervals "
                + $"{least:0.#} to {most:0.#} times too narrow.";
        }
        else if (factors is [var only])
        {
            yield return $"Welch's test, which takes invocations for independent, would give an interval {only:0.#} times too narrow.";
        }
    }

    static string Noun(Estimate estimate) => estimate.Unit switch
    {
        Unit.Ratio => "ratio",
        Unit.Probability => "probability",
        _ => "difference",
    };
}
