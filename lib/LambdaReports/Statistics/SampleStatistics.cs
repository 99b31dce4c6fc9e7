using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>Estimates from samples, with intervals that respect sandboxes and time.</summary>
public static partial class SampleStatistics
{
    /// <summary>The mean in the sample's unit, with its interval.</summary>
    public static Estimate Mean(this Sample sample) => sample.EstimateOf(Statistic.Mean);

    /// <summary>A statistic with its interval.</summary>
    /// <param name="sample">Of any metric.</param>
    /// <param name="statistic">Such as <c>Statistic.Quantile(.99)</c>.</param>
    public static Estimate EstimateOf(this Sample sample, Statistic statistic) =>
        Estimation.Of(statistic ?? throw new ArgumentNullException(nameof(statistic)), sample);

    /// <summary>The p-quantile of the recorded values in the sample's unit, type 7; <see langword="null"/>
    /// without records.</summary>
    /// <param name="sample">Of any metric.</param>
    /// <param name="p">A probability, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and
    /// 1.</exception>
    public static double? Quantile(this Sample sample, double p) =>
        sample.Table.QuantileUs(p) is { } steps ? sample.Quantity.Of(steps) : null;

    /// <summary>This sample's mean, or another statistic, less the baseline's, in its unit.</summary>
    public static Estimate DifferenceTo(this Sample sample, Sample baseline, Statistic? statistic = null) =>
        Estimation.Difference(statistic ?? Statistic.Mean, sample, baseline ?? throw new ArgumentNullException(nameof(baseline)));

    /// <summary>This sample's mean, or another statistic, over the baseline's: below 1 it is lower.</summary>
    /// <remarks>The interval is that of the logarithm, so that the ratio the other way round
    /// has the inverse interval and no end is below 0.</remarks>
    public static Estimate RatioTo(this Sample sample, Sample baseline, Statistic? statistic = null) =>
        Estimation.Ratio(statistic ?? Statistic.Mean, sample, baseline ?? throw new ArgumentNullException(nameof(baseline)));

    /// <summary>P(A &lt; B) + ½P(A = B): how often an invocation of this sample takes less than one of the
    /// baseline.</summary>
    /// <remarks>Cliff's δ is twice this less 1. The interval is on the logit scale, clustered (Brunner and
    /// Munzel 2000; Obuchowski 1997; Cui, Konietschke and Harrar 2021).</remarks>
    public static Estimate ProbabilityBelow(this Sample sample, Sample baseline) =>
        Superiority.Of(sample, baseline ?? throw new ArgumentNullException(nameof(baseline)));

    /// <summary>The median of independent values, of which each sandbox gave one, such as Init Duration; the interval is
    /// that of order statistics, exact for any distribution.</summary>
    public static Estimate ExactMedian(this Sample sample) => ExactEstimate.Median(sample);

    /// <summary>How much later this sample's values lie than the baseline's: the median of all differences (Hodges and
    /// Lehmann 1963).</summary>
    /// <remarks>Where each sandbox gave one value, such as Init Duration, with the exact Wilcoxon interval; else without
    /// one, as invocations of a sandbox are not independent: see <see cref="DifferenceTo"/>.</remarks>
    public static Estimate ShiftTo(this Sample sample, Sample baseline) =>
        ExactEstimate.Shift(sample, baseline ?? throw new ArgumentNullException(nameof(baseline)));
}
