using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>One of the pairs of several samples.</summary>
/// <param name="Candidate">The one above the line.</param>
/// <param name="Baseline">The one below it.</param>
/// <param name="Ratio">Of their means, at its own 95 %.</param>
/// <param name="Simultaneous">The same with an interval that holds for all pairs together (Bonferroni).</param>
/// <param name="HolmP">The p-value against 1, adjusted over all pairs; <see langword="null"/> without an interval.</param>
sealed record PairwiseRatio(Sample Candidate, Sample Baseline, Estimate Ratio, Estimate Simultaneous, double? HolmP)
{
    /// <summary>Every two samples, in their order.</summary>
    internal static IReadOnlyList<PairwiseRatio> Of(IReadOnlyList<Sample> samples)
    {
        (Sample Candidate, Sample Baseline, Estimate Ratio)[] ratios =
        [
            .. from i in Enumerable.Range(0, samples.Count)
               from j in Enumerable.Range(i + 1, samples.Count - i - 1)
               select (samples[i], samples[j], samples[i].RatioTo(samples[j])),
        ];
        double?[] found = [.. ratios.Select(pair => pair.Ratio.PValueAgainst(1))];
        var adjusted = Holm.Adjust([.. found.Select(p => p ?? 1)]);
        return [.. ratios.Select((pair, i) => new PairwiseRatio(
            pair.Candidate, pair.Baseline, pair.Ratio, pair.Ratio.At(Estimate.Alpha / ratios.Length), found[i] is null ? null : adjusted[i]))];
    }

    /// <summary>For each sample the first and the last rank that its mean may have, 1 the lowest, for all samples
    /// together with 95 % confidence.</summary>
    /// <remarks>Mogstad, Romano, Shaikh and Wilhelm 2024: 1 and as many more as are lower for certain, up to k less those
    /// that are higher for certain, by Holm over all ordered pairs.</remarks>
    internal static IReadOnlyList<(int First, int Last)> Ranks(IReadOnlyList<Sample> samples)
    {
        (Sample Lower, Sample Higher, double P)[] ordered =
        [
            .. Of(samples).SelectMany<PairwiseRatio, (Sample, Sample, double)>(pair =>
            {
                var half = (pair.Ratio.PValueAgainst(1) ?? 1) / 2;
                var below = pair.Ratio.Value < 1;
                return
                [
                    (pair.Candidate, pair.Baseline, below ? half : 1 - half),
                    (pair.Baseline, pair.Candidate, below ? 1 - half : half),
                ];
            }),
        ];
        var adjusted = Holm.Adjust([.. ordered.Select(pair => pair.P)]);
        var certain = ordered.Where((_, i) => adjusted[i] < Estimate.Alpha).ToArray();
        return [.. samples.Select(sample => (
            1 + certain.Count(pair => pair.Higher == sample), samples.Count - certain.Count(pair => pair.Lower == sample)))];
    }
}
