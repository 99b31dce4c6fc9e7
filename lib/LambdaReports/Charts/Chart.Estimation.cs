using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

public static partial class Chart
{
    const int Parts = 90;

    /// <summary>The estimation plot: the distributions of a baseline and of others above, each
    /// other's ratio to the baseline (or difference from it) with its 95 % interval below.</summary>
    /// <remarks>
    /// After Gardner and Altman (1986): the lower axis is the upper one divided by the baseline's
    /// mean (less it, for differences), so that each estimate stands right below the mean that it
    /// is about. A figure of ratios is logarithmic, one of differences is linear. Above 20
    /// functions those with most records are shown, and the figure says so.
    /// </remarks>
    /// <param name="baseline">What the others are compared with, with records.</param>
    /// <param name="others">Each other sample with the estimate of its mean's ratio to the
    /// baseline's mean, or of the difference of means in ms; all in one unit.</param>
    /// <param name="margin">What counts as no difference: a fraction for ratios (0.1: from 1/1.1
    /// to 1.1), milliseconds for differences.</param>
    /// <exception cref="ArgumentException">No other sample, one without records, or two units.</exception>
    public static Figure Estimation(
        Sample baseline,
        IEnumerable<(Sample Sample, Estimate Estimate)> others,
        double margin)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentOutOfRangeException.ThrowIfNegative(margin);
        IReadOnlyList<(Sample Sample, Estimate Estimate)> all = [.. others];
        RequireRecords([baseline, .. all.Select(other => other.Sample)]);
        if (all.Select(other => other.Estimate.Unit).Distinct().Count() != 1)
        {
            throw new ArgumentException("The estimates must be of one unit.", nameof(others));
        }

        var (shown, note) = Largest(all, other => other.Sample);
        var scale = EstimationScale.Of(baseline, shown, margin);
        return new()
        {
            Title = $"{scale.Quantity} {Name(baseline)}, with 95 % intervals",
            Description = "Above: the outline of each function's durations, each scaled to its own "
                + "peak, with a dot at the mean. Below, right under it: "
                + $"{scale.Meaning} {Name(baseline)}, with the 95 % interval; "
                + $"the band is the margin, {scale.MarginText}.",
            Numbers = [.. shown.Select(other => Sentence(scale, baseline, other)), .. Doubts(shown)],
            Note = note,
            Panels =
            [
                Outlines(scale.Durations, baseline, [baseline, .. shown.Select(other => other.Sample)]),
                Estimates(scale, shown),
            ],
        };
    }

    static Panel Outlines(Axis axis, Sample baseline, IReadOnlyList<Sample> samples)
    {
        CumulativeDistribution[] curves =
            [.. samples.Select(sample => new CumulativeDistribution(sample.Table))];
        string[] means = [.. samples.Zip(curves, (sample, curve) =>
            Digits.Milliseconds(curve.MeanMs, sample.Table.ResolutionUs))];
        return new()
        {
            X = axis,
            Y = Axis.OfRows([.. samples.Select((sample, i) =>
                new Row(Name(sample), i == 0 ? $"baseline, mean {means[i]}" : $"mean {means[i]}"))]),
            Height = 36 * samples.Count,
            Reference = curves[0].MeanMs,
            Marks =
            [
                .. samples.Select((sample, i) => Outline(axis, sample, curves[i], i)),
                .. samples.Select((sample, i) => new Point(
                    curves[i].MeanMs, i + 0.35, FamilyOf(sample), $"{Name(sample)}: mean {means[i]}")),
            ],
        };
    }

    static StepLine Outline(Axis axis, Sample sample, CumulativeDistribution curve, int row)
    {
        var heights = curve.Outline(axis, Parts);
        return new()
        {
            X = [.. Enumerable.Range(0, Parts + 1)
                .Select(i => CumulativeDistribution.Edge(axis, (double)i / Parts))],
            Y = [.. heights.Append(0).Select(height => row + 0.35 - (height * 0.75))],
            Name = Name(sample),
            Family = FamilyOf(sample),
            Filled = true,
        };
    }

    static Panel Estimates(EstimationScale scale, IReadOnlyList<(Sample Sample, Estimate Estimate)> shown) => new()
    {
        X = scale.Estimates,
        Y = Axis.OfRows([.. shown.Select(other => new Row(Name(other.Sample), Digits.Of(other.Estimate)))]),
        Height = 34 * shown.Count,
        Reference = scale.NoDifference,
        Marks =
        [
            new Band(scale.MarginLow, scale.MarginHigh, $"margin {scale.MarginText}"),
            .. shown.SelectMany((other, row) => Estimate(other.Sample, other.Estimate, row)),
        ],
    };

    static IEnumerable<Mark> Estimate(Sample sample, Estimate estimate, int row)
    {
        var text = $"{Name(sample)}: {Digits.Of(estimate)}";
        if (estimate is { Low: { } low, High: { } high })
        {
            yield return new Interval(low, high, row, FamilyOf(sample), text);
        }

        yield return new Point(estimate.Value, row, FamilyOf(sample), text, Hollow: estimate.Low is null);
    }

    static string Sentence(EstimationScale scale, Sample baseline, (Sample Sample, Estimate Estimate) other) =>
        $"{Name(other.Sample)} {scale.Operator} {Name(baseline)}: {Digits.Of(other.Estimate)}, "
        + $"n = {Digits.Count(other.Sample.Count)} and {Digits.Count(baseline.Count)}.";

    // A doubt that several estimates share is said once.
    static IEnumerable<string> Doubts(IReadOnlyList<(Sample Sample, Estimate Estimate)> shown) => shown
        .SelectMany(other => other.Estimate.Warnings, (other, warning) => (Name(other.Sample), warning.Text))
        .GroupBy(doubt => doubt.Text, doubt => doubt.Item1)
        .Select(group => $"{(group.Count() == shown.Count ? "Each" : string.Join(", ", group))}: {group.Key}");
}
