using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>"Up to so many times": the largest ratio of several pairs.</summary>
static class LargestRatio
{
    /// <summary>Held against [from, to), by the interval from the largest lower end to the largest upper end of the pairs'
    /// simultaneous intervals (Bonferroni).</summary>
    internal static Verdict Within(IReadOnlyList<ComparedPair> pairs, double from, double to)
    {
        (string Name, Estimate Ratio)[] ratios = [.. pairs.Select(pair => (pair.Name, pair.Ratio.At(Estimate.Alpha / pairs.Count)))];
        var (name, largest) = ratios.MaxBy(pair => pair.Ratio.Value);
        var all = ratios.All(pair => pair.Ratio.High is not null);
        var estimate = largest with
        {
            Low = all ? ratios.Max(pair => pair.Ratio.Low) : null,
            High = all ? ratios.Max(pair => pair.Ratio.High) : null,
            Scope = ratios.Min(pair => pair.Ratio.Scope),
            Dependence = null,
            Warnings = [.. ratios.SelectMany(pair => pair.Ratio.Warnings).Distinct()],
        };
        var verdict = Claim.Within(from, to).Judge(estimate);
        var doubt = estimate.DriftsTooMuch ? ", and the run is too short for its own drift"
            : verdict.Outcome != Outcome.Contradicted ? ""
            : estimate.High < from ? ": overstated" : ": understated";
        return verdict with
        {
            CriticalMargin = null,
            Reason = $"The largest ratio is {Digits.Of(estimate)}, of {name}{doubt}.",
            Settle = verdict.Outcome != Outcome.Inconclusive ? null : Settling.Remedy(estimate)
                ?? $"More sandboxes and a longer run would narrow the interval to one side of {from} or {to}.",
        };
    }
}
