using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Observations;

/// <summary>The difference of two samples at one quantile.</summary>
/// <param name="Probability">Of the quantile.</param>
/// <param name="Alone">With its own 95 % interval.</param>
/// <param name="Together">With an interval that holds for all quantiles together (Bonferroni).</param>
sealed record QuantileShift(double Probability, Estimate Alone, Estimate Together)
{
    static readonly double[] Probabilities = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

    /// <summary>The shift function (Doksum 1974).</summary>
    internal static IReadOnlyList<QuantileShift> Of(Sample candidate, Sample baseline) =>
    [
        .. from p in Probabilities
           let alone = candidate.DifferenceTo(baseline, Statistic.Quantile(p))
           select new QuantileShift(p, alone, alone.At(Estimate.Alpha / Probabilities.Length)),
    ];
}
