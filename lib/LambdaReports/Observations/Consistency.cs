using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>Static against dynamic languages: one number a function, all relabelings of the functions (claim 3).</summary>
/// <remarks>The function is the unit: more invocations make its number precise, not the comparison.</remarks>
static class Consistency
{
    const double Tail = 0.999;

    static readonly Margin Bioequivalence = Margin.Relative(0.25);

    /// <summary>Equivalence of the 99.9 % quantile over the mean.</summary>
    internal static ClaimRule Same { get; } = new(
        $"the 99.9 % quantile over the mean, by all relabelings of functions, lies within the margin of {Bioequivalence}", JudgeSame);

    /// <summary>No significant difference of the maximum over the mean, which is found whatever is true: a maximum grows
    /// with the number of records.</summary>
    internal static ClaimRule NotSignificant { get; } = new(
        "the maximum over the mean, by all relabelings of functions, has a p-value above 5 %", JudgeNotSignificant);

    static Verdict JudgeSame(IReadOnlyList<ComparedPair> pairs)
    {
        var (test, estimate, families) = Compare(pairs, sample => Statistic.TailToMean(Tail).Of(sample));
        var verdict = Claim.Same(Bioequivalence).Judge(estimate with { Warnings = Sparse(pairs) });
        return verdict with
        {
            Reason = $"Static over dynamic is {Digits.Of(estimate)}, margin {Bioequivalence}.{Doubt(test)}{families}",
            Settle = verdict.Outcome == Outcome.Inconclusive ? "Only more functions of each kind would settle it, not more invocations." : null,
        };
    }

    static Verdict JudgeNotSignificant(IReadOnlyList<ComparedPair> pairs)
    {
        var (test, estimate, families) = Compare(pairs, sample => sample.Table.MaximumMs / sample.Table.MeanMs);
        var outcome = test.PValue is not { } p || test.SmallestP > Estimate.Alpha ? Outcome.Inconclusive
            : p > Estimate.Alpha ? Outcome.Supported
            : Outcome.Contradicted;
        return new()
        {
            Outcome = outcome,
            Scope = estimate.Scope,
            Estimate = estimate,
            Tags = [Tag.Literal],
            Reason = $"Static over dynamic is {Digits.Of(estimate)}, p = {test.PValue:0.###}.{Doubt(test)}{families}",
            Settle = outcome == Outcome.Inconclusive ? "Only more functions of each kind would settle it." : null,
        };
    }

    static Warning[] Sparse(IReadOnlyList<ComparedPair> pairs) =>
    [
        .. pairs.SelectMany(pair => (Sample[])[pair.Candidate.Warm, pair.Other.Warm]).Distinct()
            .Where(sample => sample.Count > 0 && sample.Count * (1 - Tail) < QuantileStatistic.EnoughBeyond)
            .Select(sample => EvidenceWarnings.FewBeyond(sample, Tail)),
    ];

    static string Doubt(LabelPermutation test) => test.Reason is { } reason ? $" {reason}"
        : test.SmallestP > Estimate.Alpha ? $" Of so few functions the smallest possible p is {test.SmallestP:0.###}: too few to tell." : "";

    static (LabelPermutation Test, Estimate Estimate, string Families) Compare(IReadOnlyList<ComparedPair> pairs, Func<Sample, double?> number)
    {
        // The largest set of functions that may be compared among each other.
        var set = pairs.GroupBy(pair => pair.Candidate.Comparable).MaxBy(group => group.Count())!;
        var test = LabelPermutation.Of(
            Logarithms(set.Select(pair => pair.Candidate), number), Logarithms(set.Select(pair => pair.Other), number));
        return (test, new()
        {
            Value = test.Difference is { } difference ? Math.Exp(difference) : null,
            Low = test.Interval is var (low, _) ? Math.Exp(low) : null,
            High = test.Interval is var (_, high) ? Math.Exp(high) : null,
            Unit = Unit.Ratio,
            Scope = test.Interval is null ? Scope.Records : Scope.Run,
        }, ByFamily(set, number));
    }

    // Functions of one family, such as three in Go, are hardly independent of each other.
    static string ByFamily(IEnumerable<ComparedPair> pairs, Func<Sample, double?> number)
    {
        double[] Means(Func<ComparedPair, StudiedFunction> side) =>
            [.. pairs.Select(side).GroupBy(function => function.Family, (_, family) => Logarithms(family, number))
                .Where(family => family.Length > 0).Select(family => family.Average())];

        var (one, other) = (Means(pair => pair.Candidate), Means(pair => pair.Other));
        var test = LabelPermutation.Of(one, other);
        return test.PValue is not { } p ? "" : $" By runtime family, {one.Length} against {other.Length}, p = {p:0.###}"
            + (test.SmallestP > Estimate.Alpha ? $": too few families, as no p below {test.SmallestP:0.###} is possible." : ".");
    }

    static double[] Logarithms(IEnumerable<StudiedFunction> functions, Func<Sample, double?> number) =>
        [.. functions.Distinct().Select(function => number(function.Warm)).Where(value => value > 0).Select(value => Math.Log(value!.Value))];
}
