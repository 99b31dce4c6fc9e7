using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The two aligned axes of an estimation plot, and the words for what they show.</summary>
sealed record EstimationScale
{
    // The outlines show the middle 99 % of each function.
    const double Tail = 0.005;

    internal required Axis Durations { get; init; }

    internal required Axis Estimates { get; init; }

    internal required double NoDifference { get; init; }

    internal required double MarginLow { get; init; }

    internal required double MarginHigh { get; init; }

    internal required string Quantity { get; init; }

    internal required string Meaning { get; init; }

    internal required string Operator { get; init; }

    internal string MarginText => Operator == "/"
        ? $"{MarginLow:0.###} to {MarginHigh:0.###}"
        : $"{MarginLow:0.###} to {MarginHigh:0.###} ms";

    /// <param name="samples">The baseline and the others.</param>
    /// <param name="estimates">Of each other.</param>
    /// <param name="margin">In the estimates' unit.</param>
    internal static EstimationScale Of(
        IReadOnlyList<Sample> samples, IReadOnlyList<Estimate> estimates, Margin margin)
    {
        var mean = samples[0].Table.MeanMs!.Value;
        CumulativeDistribution[] curves =
            [.. samples.Select(sample => new CumulativeDistribution(sample.Table))];
        var least = curves.Min(curve => curve.EndMs(Tail));
        var most = curves.Max(curve => curve.EndMs(1 - Tail));
        var low = estimates.Min(estimate => estimate.Low ?? estimate.Value);
        var high = estimates.Max(estimate => estimate.High ?? estimate.Value);
        return margin.Unit == Unit.Ratio
            ? OfRatios(mean, 1 + margin.Size, (least, most), (low ?? 1, high ?? 1))
            : OfDifferences(mean, margin.Size, (least, most), (low ?? 0, high ?? 0));
    }

    static EstimationScale OfRatios(
        double mean,
        double margin,
        (double Low, double High) durations,
        (double Low, double High) ratios)
    {
        // A mean of zero has no ratios: the axis is that of the durations.
        var unit = mean > 0 ? mean : 1;
        var axis = Axis.LogarithmicMs(
            Math.Min(durations.Low, Math.Min(ratios.Low, 1 / margin) * unit),
            Math.Max(durations.High, Math.Max(ratios.High, margin) * unit));
        return new()
        {
            Durations = axis,
            Estimates = axis with
            {
                Title = "Ratio of means (log scale)",
                Low = axis.Low / unit,
                High = axis.High / unit,
            },
            NoDifference = 1,
            MarginLow = 1 / margin,
            MarginHigh = margin,
            Quantity = "Mean durations as ratios to",
            Meaning = "its mean divided by that of",
            Operator = "/",
        };
    }

    static EstimationScale OfDifferences(
        double mean,
        double margin,
        (double Low, double High) durations,
        (double Low, double High) differences)
    {
        var axis = Axis.LinearMs(
            Math.Min(durations.Low, Math.Min(differences.Low, -margin) + mean),
            Math.Max(durations.High, Math.Max(differences.High, margin) + mean));
        return new()
        {
            Durations = axis,
            Estimates = axis with
            {
                Title = "Difference of means (ms)",
                Low = axis.Low - mean,
                High = axis.High - mean,
            },
            NoDifference = 0,
            MarginLow = -margin,
            MarginHigh = margin,
            Quantity = "Mean durations as differences from",
            Meaning = "its mean less that of",
            Operator = "−",
        };
    }
}
