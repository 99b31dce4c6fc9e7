using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The two aligned axes of an estimation plot, and the words for what they show.</summary>
sealed record EstimationScale
{
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

    internal static EstimationScale Of(
        Sample baseline,
        IReadOnlyList<(Sample Sample, Estimate Estimate)> shown,
        double margin)
    {
        var mean = new CumulativeDistribution(baseline.Table).MeanMs;
        CumulativeDistribution[] curves = [.. shown.Select(other => other.Sample).Prepend(baseline)
            .Select(sample => new CumulativeDistribution(sample.Table))];
        return shown[0].Estimate.Unit == Unit.Ratio
            ? OfRatios(mean, margin, curves, [.. shown.Select(other => other.Estimate)])
            : OfDifferences(mean, margin, curves, [.. shown.Select(other => other.Estimate)]);
    }

    static EstimationScale OfRatios(
        double mean, double margin, CumulativeDistribution[] curves, Estimate[] estimates)
    {
        var (marginLow, marginHigh) = (1 / (1 + margin), 1 + margin);
        var low = Math.Min(marginLow, estimates.Min(estimate => estimate.Low ?? estimate.Value));
        var high = Math.Max(marginHigh, estimates.Max(estimate => estimate.High ?? estimate.Value));
        var durations = Chart.Logarithmic(
            "Duration (ms, logarithmic)",
            Math.Min(low * mean, curves.Min(curve => curve.QuantileMs(Chart.OutlineTail))),
            Math.Max(high * mean, curves.Max(curve => curve.QuantileMs(1 - Chart.OutlineTail))));
        return new()
        {
            Durations = durations,
            Estimates = durations with
            {
                Title = "Ratio of means to the baseline (logarithmic)",
                Low = durations.Low / mean,
                High = durations.High / mean,
            },
            NoDifference = 1,
            MarginLow = marginLow,
            MarginHigh = marginHigh,
            Quantity = "Mean durations as ratios to",
            Meaning = "its mean divided by that of",
            Operator = "/",
        };
    }

    static EstimationScale OfDifferences(
        double mean, double margin, CumulativeDistribution[] curves, Estimate[] estimates)
    {
        var low = Math.Min(-margin, estimates.Min(estimate => estimate.Low ?? estimate.Value));
        var high = Math.Max(margin, estimates.Max(estimate => estimate.High ?? estimate.Value));
        var left = Math.Min(low + mean, curves.Min(curve => curve.QuantileMs(Chart.OutlineTail)));
        var right = Math.Max(high + mean, curves.Max(curve => curve.QuantileMs(1 - Chart.OutlineTail)));
        var room = Math.Max((right - left) * 0.03, 0.01);
        Axis durations = new() { Title = "Duration (ms)", Low = left - room, High = right + room };
        return new()
        {
            Durations = durations,
            Estimates = durations with
            {
                Title = "Difference of means from the baseline (ms)",
                Low = durations.Low - mean,
                High = durations.High - mean,
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
