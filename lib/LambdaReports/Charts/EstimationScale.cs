using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The two aligned axes of an estimation plot.</summary>
/// <param name="Durations">Of the samples.</param>
/// <param name="Estimates">The same, divided by the baseline's mean or less it.</param>
sealed record EstimationScale(Axis Durations, Axis Estimates)
{
    // The outlines show the middle 99 % of each function.
    const double Tail = 0.005;

    /// <param name="samples">The baseline and the others.</param>
    /// <param name="estimates">Of each other.</param>
    /// <param name="margin">In the estimates' unit.</param>
    internal static EstimationScale Of(IReadOnlyList<Sample> samples, IReadOnlyList<Estimate> estimates, Margin margin)
    {
        var isRatio = margin.Unit == Unit.Ratio;
        var mean = samples[0].ExactMean!.Value;
        // A mean of zero has no ratios: the axis is that of the durations.
        var unit = mean > 0 ? mean : 1;
        var none = margin.Unit.NoDifference();
        var low = estimates.Min(estimate => estimate.Low ?? estimate.Value) ?? none;
        var high = estimates.Max(estimate => estimate.High ?? estimate.Value) ?? none;
        CumulativeDistribution[] curves = [.. samples.Select(sample => new CumulativeDistribution(sample.Table, sample.Quantity))];
        var least = Math.Min(curves.Min(curve => curve.End(Tail)), ToValue(Math.Min(low, margin.Low)));
        var most = Math.Max(curves.Max(curve => curve.End(1 - Tail)), ToValue(Math.Max(high, margin.High)));
        var durations = isRatio ? Axis.OfLogarithms(least, most, samples[0].Quantity) : Axis.Linear(least, most, samples[0].Quantity);
        var aligned = durations with
        {
            Title = isRatio ? "Ratio of means (log scale)" : $"Difference of means ({samples[0].Unit.Sign()})",
            Low = FromValue(durations.Low),
            High = FromValue(durations.High),
        };
        return new(durations, aligned);

        double ToValue(double estimate) => isRatio ? estimate * unit : estimate + mean;
        double FromValue(double value) => isRatio ? value / unit : value - mean;
    }
}
