using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

public static partial class Chart
{
    /// <summary>The cumulative distributions of several samples: for each duration, the share of
    /// invocations that took no longer.</summary>
    /// <remarks>The axis is logarithmic, from the lowest 0.1th to the highest 99.9th percentile.
    /// Above 20 functions those with most records are shown, and the figure says so.</remarks>
    /// <param name="samples">Those without records are left out; of none at all, the figure says
    /// so.</param>
    public static Figure Distributions(IEnumerable<Sample> samples)
    {
        Sample[] all = [.. samples.Where(sample => sample.Count > 0)];
        if (all.Length == 0)
        {
            return Nothing("Durations", "There are no successful records to draw.");
        }

        var (shown, note) = Largest(all, sample => sample);
        var names = SampleNames.Of(shown);
        CumulativeDistribution[] curves = [.. shown.Select(sample => new CumulativeDistribution(sample.Table))];
        RuntimeFamily[] families = [.. names.Select(RuntimeFamily.Of)];
        var axis = Axis.LogarithmicMs(
            curves.Min(curve => curve.EndMs(Tail)), curves.Max(curve => curve.EndMs(1 - Tail)));
        var lines = curves.Select((curve, i) =>
        {
            var (x, share) = curve.Steps(axis);
            var dash = families.Take(i).Count(family => family == families[i]);
            return new StepLine(x, share, families[i], names[i], dash);
        });
        return new()
        {
            Title = shown.Count == 1 ? $"Durations of {names[0]}" : "Durations of each function",
            Description = "Cumulative distributions: a line's height is the share of a function's "
                + "invocations that took no longer than the duration below it.",
            Numbers = [.. shown.Select((sample, i) => Percentiles(names[i], sample))],
            Note = note,
            Panels =
            [
                new(axis, new("Share of invocations", 0, 1) { Percent = true }, 300, [.. lines], HasLegend: true),
            ],
        };
    }

    static string Percentiles(string name, Sample sample)
    {
        string Quantile(double p) =>
            Digits.Milliseconds(sample.Quantile(p)!.Value, sample.Table.ResolutionUs);

        return $"{name}: n = {Digits.Count(sample.Count)}, median {Quantile(.5)}, "
            + $"95 % within {Quantile(.95)}, 99 % within {Quantile(.99)}, longest {Quantile(1)}.";
    }
}
