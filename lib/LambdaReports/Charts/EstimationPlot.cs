using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The two panels of an estimation plot, and its words.</summary>
sealed class EstimationPlot(IReadOnlyList<Sample> samples, IReadOnlyList<Estimate> estimates, Margin margin)
{
    // Of an outline, in the width of a panel.
    const int Parts = 90;

    // The outlines show the middle 99 % of each function.
    const double Tail = 0.005;

    readonly IReadOnlyList<string> names = DisplayNames.Of(samples);

    // Aligned: the estimates' axis is that of the durations, divided by the baseline's mean or less it.
    readonly (Axis Durations, Axis Estimates) scale = ScaleOf(samples, estimates, margin);

    string Noun => samples[0].Quantity.Plural;

    internal Figure Draw(string? note)
    {
        var (quantity, meaning, sign, unit) = margin.Unit == Unit.Ratio
            ? ($"Mean {Noun} as ratios to", "its mean divided by that of", "/", "")
            : ($"Mean {Noun} as differences from", "its mean less that of", "−", $" {samples[0].Unit.Sign()}");
        return new()
        {
            Title = $"{quantity} {names[0]}, with 95\u00a0% intervals",
            Description = $"Above: the outline of each function's {Noun}, each scaled to its own peak, with a dot at the mean. "
                + $"Below, right under it: {meaning} {names[0]}, with the 95 % interval.",
            // The warnings are a line a kind.
            Numbers =
            [
                .. estimates.Select((estimate, i) => $"{names[i + 1]} {sign} {names[0]}: {Digits.Of(estimate)}, "
                    + $"n = {Digits.Count(samples[i + 1].Count)} and {Digits.Count(samples[0].Count)}."),
                .. Warning.InShort(estimates.SelectMany(estimate => estimate.Warnings)),
            ],
            Note = $"The grey band is the margin, {margin.Low:0.###} to {margin.High:0.###}{unit}. {note}".TrimEnd(),
            Panels = [Outlines(), Estimates()],
        };
    }

    Panel Outlines()
    {
        string[] means = [.. samples.Select(sample => $"mean {Digits.Mean(sample)}")];
        return new(
            scale.Durations,
            Axis.OfRows([.. names.Select((name, i) => new Row(name, i == 0 ? $"baseline, {means[i]}" : means[i]))]),
            36 * samples.Count,
            [
                .. samples.Select(Outline),
                .. samples.Select((sample, i) => new Point(
                    sample.ExactMean!.Value, i + 0.35, RuntimeFamily.Of(names[i]), $"{names[i]}: {means[i]} {sample.Unit.Sign()}")),
            ],
            samples[0].ExactMean);
    }

    Panel Estimates() => new(
        scale.Estimates,
        Axis.OfRows([.. estimates.Select((estimate, i) => new Row(names[i + 1], Digits.Of(estimate)))]),
        34 * estimates.Count,
        [
            new Band(margin.Low, margin.High),
            .. estimates.SelectMany((estimate, i) => RowPlot.Marks(
                estimate, i, RuntimeFamily.Of(names[i + 1]), $"{names[i + 1]}: {Digits.Of(estimate)}")),
        ],
        margin.Unit.NoDifference());

    StepLine Outline(Sample sample, int row)
    {
        var heights = new CumulativeDistribution(sample.Table, sample.Quantity).Outline(scale.Durations, Parts);
        return new(
            [.. Enumerable.Range(0, Parts + 1).Select(i => scale.Durations.At((double)i / Parts))],
            [.. heights.Append(0).Select(height => row + 0.35 - (height * 0.75))],
            RuntimeFamily.Of(names[row]),
            names[row],
            Filled: true);
    }

    static (Axis Durations, Axis Estimates) ScaleOf(IReadOnlyList<Sample> samples, IReadOnlyList<Estimate> estimates, Margin margin)
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
        return (durations, durations with
        {
            Title = isRatio ? "Ratio of means (log scale)" : $"Difference of means ({samples[0].Unit.Sign()})",
            Low = FromValue(durations.Low),
            High = FromValue(durations.High),
        });

        double ToValue(double estimate) => isRatio ? estimate * unit : estimate + mean;
        double FromValue(double value) => isRatio ? value / unit : value - mean;
    }
}
