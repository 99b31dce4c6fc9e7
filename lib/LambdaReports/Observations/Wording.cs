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
        var below = form.IsOfGain && estimate.High < estimate.Unit.NoDifference() ? $" It lies below {none}." : "";
        return $"The {form.Noun ?? Noun(estimate)} {Digits.Of(estimate)} {predicate.Replace(ClaimForm.None, none, StringComparison.Ordinal)}.{below}";
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
        double[] factors = [.. comparisons.Select(comparison => comparison.WelchTooNarrow).OfType<double>()
            .Where(factor => factor >= 1.1 && double.IsFinite(factor)).Order()];
        return factors is not [var least, ..] ? []
            : ["Welch's test, which takes invocations for independent, would give intervals "
                + $"{string.Join(" to ", new[] { $"{least:0.#}", $"{factors[^1]:0.#}" }.Distinct())} times too narrow."];
    }

    /// <summary>Which verdicts hang on a choice, or else which choices none hangs on; nothing where nothing was looked at.</summary>
    /// <param name="verdicts">What each is of, what another look would change, and what was looked at.</param>
    internal static IEnumerable<string> Fragile(
        IEnumerable<(string Subject, IReadOnlyList<string>? Changes, IReadOnlyList<Look> Looks)> verdicts)
    {
        var looked = verdicts.Where(verdict => verdict.Changes is not null).ToArray();
        string[] fragile = [.. looked.Where(verdict => verdict.Changes!.Count > 0)
            .Select(verdict => $"{verdict.Subject}: fragile: it would be {Changes(verdict.Changes!)}.")];
        return fragile.Length > 0 || looked.Length == 0 ? fragile : [$"No verdict hangs on {string.Join(" or ", looked
            .Select(verdict => verdict.Looks.Select(look => look.Alternative.Kind).Distinct()).Aggregate(Enumerable.Intersect))}."];
    }

    /// <summary>"stable", or the first change and how many others there are; empty where nothing was looked at.</summary>
    internal static string Changes(IReadOnlyList<string>? changes) => changes switch
    {
        null => "",
        [] => "stable",
        [var only] => only,
        [var first, ..] => $"{first} ({changes.Count} looks change it)",
    };

    static string Noun(Estimate estimate) => estimate.Unit switch
    {
        Unit.Ratio => "ratio",
        Unit.Probability => "probability",
        _ => "difference",
    };
}
