using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The two panels of an estimation plot, and its words.</summary>
sealed class EstimationPlot
{
    readonly IReadOnlyList<Comparison> comparisons;
    readonly IReadOnlyList<Sample> samples;
    readonly IReadOnlyList<string> names;
    readonly EstimationScale scale;

    internal EstimationPlot(IReadOnlyList<Comparison> comparisons)
    {
        this.comparisons = comparisons;
        samples =
            [comparisons[0].Baseline, .. comparisons.Select(comparison => comparison.Candidate)];
        names = SampleNames.Of(samples);
        scale = EstimationScale.Of(
            samples, [.. comparisons.Select(Estimate)], comparisons[0].Margin);
    }

    internal string Title => $"{scale.Quantity} {names[0]}, with 95\u00a0% intervals";

    internal string Description =>
        "Above: the outline of each function's durations, each scaled to its own peak, with a dot "
        + $"at the mean. Below, right under it: {scale.Meaning} {names[0]}, with the 95 % "
        + $"interval; the band is the margin, {scale.MarginText}.";

    internal IReadOnlyList<string> Numbers => [.. comparisons.Select(Sentence), .. Doubts()];

    internal Panel Outlines(int parts)
    {
        string[] means = [.. samples.Select(sample =>
            Digits.Milliseconds(sample.Table.MeanMs!.Value, sample.Table.ResolutionUs))];
        return new()
        {
            X = scale.Durations,
            Y = Axis.OfRows([.. names.Select((name, i) =>
                new Row(name, i == 0 ? $"baseline, mean {means[i]}" : $"mean {means[i]}"))]),
            Height = 36 * samples.Count,
            Reference = samples[0].Table.MeanMs,
            Marks =
            [
                .. samples.Select((sample, i) => Outline(sample, i, parts)),
                .. samples.Select((sample, i) => new Point(
                    sample.Table.MeanMs!.Value,
                    i + 0.35,
                    RuntimeFamilies.Of(names[i]),
                    $"{names[i]}: mean {means[i]}")),
            ],
        };
    }

    internal Panel Estimates() => new()
    {
        X = scale.Estimates,
        Y = Axis.OfRows([.. comparisons.Select((comparison, i) =>
            new Row(names[i + 1], Digits.Of(Estimate(comparison))))]),
        Height = 34 * comparisons.Count,
        Reference = scale.NoDifference,
        Marks =
        [
            new Band(scale.MarginLow, scale.MarginHigh, $"margin {scale.MarginText}"),
            .. comparisons.SelectMany((comparison, row) => Marks(Estimate(comparison), row)),
        ],
    };

    static Estimate Estimate(Comparison comparison) =>
        comparison.Margin.Unit == Unit.Ratio ? comparison.Ratio : comparison.Difference;

    StepLine Outline(Sample sample, int row, int parts)
    {
        var heights = new CumulativeDistribution(sample.Table).Outline(scale.Durations, parts);
        return new()
        {
            X = [.. Enumerable.Range(0, parts + 1)
                .Select(i => scale.Durations.At((double)i / parts))],
            Y = [.. heights.Append(0).Select(height => row + 0.35 - (height * 0.75))],
            Name = names[row],
            Family = RuntimeFamilies.Of(names[row]),
            Filled = true,
        };
    }

    IEnumerable<Mark> Marks(Estimate estimate, int row)
    {
        var text = $"{names[row + 1]}: {Digits.Of(estimate)}";
        var family = RuntimeFamilies.Of(names[row + 1]);
        if (estimate is { Low: { } low, High: { } high })
        {
            yield return new Interval(low, high, row, family, text);
        }

        if (estimate.Value is { } value)
        {
            yield return new Point(value, row, family, text, Hollow: estimate.Low is null);
        }
    }

    string Sentence(Comparison comparison, int i) =>
        $"{names[i + 1]} {scale.Operator} {names[0]}: {Digits.Of(Estimate(comparison))}, "
        + $"n = {Digits.Count(comparison.Candidate.Count)} and {Digits.Count(samples[0].Count)}.";

    // A line a kind of doubt.
    IReadOnlyList<string> Doubts() =>
        Warning.InShort(comparisons.SelectMany(comparison => Estimate(comparison).Warnings));
}
