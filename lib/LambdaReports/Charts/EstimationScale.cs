using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The two aligned axes of an estimation plot, and the words for what they show.</summary>
sealed class EstimationScale
{
    // The outlines show the middle 99 % of each function.
    const double Tail = 0.005;

    /// <param name="samples">The baseline and the others.</param>
    /// <param name="estimates">Of each other.</param>
    /// <param name="margin">In the estimates' unit.</param>
    internal EstimationScale(IReadOnlyList<Sample> samples, IReadOnlyList<Estimate> estimates, Margin margin)
    {
        var isRatio = margin.Unit == Unit.Ratio;
        var mean = samples[0].Table.MeanMs!.Value;
        // A mean of zero has no ratios: the axis is that of the durations.
        var unit = mean > 0 ? mean : 1;
        NoDifference = isRatio ? 1 : 0;
        MarginHigh = NoDifference + margin.Size;
        MarginLow = isRatio ? 1 / MarginHigh : -MarginHigh;
        (Quantity, Meaning, Operator) = isRatio
            ? ("Mean durations as ratios to", "its mean divided by that of", "/")
            : ("Mean durations as differences from", "its mean less that of", "−");
        MarginText = $"{MarginLow:0.###} to {MarginHigh:0.###}{(isRatio ? "" : " ms")}";

        var low = estimates.Min(estimate => estimate.Low ?? estimate.Value) ?? NoDifference;
        var high = estimates.Max(estimate => estimate.High ?? estimate.Value) ?? NoDifference;
        CumulativeDistribution[] curves = [.. samples.Select(sample => new CumulativeDistribution(sample.Table))];
        var least = Math.Min(curves.Min(curve => curve.EndMs(Tail)), ToMs(Math.Min(low, MarginLow)));
        var most = Math.Max(curves.Max(curve => curve.EndMs(1 - Tail)), ToMs(Math.Max(high, MarginHigh)));
        Durations = isRatio ? Axis.LogarithmicMs(least, most) : Axis.LinearMs(least, most);
        Estimates = Durations with
        {
            Title = isRatio ? "Ratio of means (log scale)" : "Difference of means (ms)",
            Low = FromMs(Durations.Low),
            High = FromMs(Durations.High),
        };

        double ToMs(double estimate) => isRatio ? estimate * unit : estimate + mean;
        double FromMs(double ms) => isRatio ? ms / unit : ms - mean;
    }

    internal Axis Durations { get; }

    internal Axis Estimates { get; }

    internal double NoDifference { get; }

    internal double MarginLow { get; }

    internal double MarginHigh { get; }

    internal string MarginText { get; }

    internal string Quantity { get; }

    internal string Meaning { get; }

    internal string Operator { get; }
}
