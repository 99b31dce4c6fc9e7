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
        CumulativeDistribution[] curves =
            [.. shown.Select(sample => new CumulativeDistribution(sample.Table))];
        var axis = Axis.LogarithmicMs(
            curves.Min(curve => curve.EndMs(Tail)), curves.Max(curve => curve.EndMs(1 - Tail)));
        return new()
        {
            Title = shown.Count == 1 ? $"Durations of {names[0]}" : "Durations of each function",
            Description = "Cumulative distributions: a line's height is the share of a function's "
                + "invocations that took no longer than the duration below it.",
            Numbers = [.. shown.Select((sample, i) => Percentiles(names[i], sample))],
            Note = note,
            Panels = [new()
            {
                X = axis,
                Y = new() { Title = "Share of invocations", Low = 0, High = 1, Percent = true },
                Height = 300,
                HasLegend = true,
                Marks = [.. Curves(names, [.. curves.Select(curve => curve.Steps(axis))])],
            }],
        };
    }

    static IEnumerable<StepLine> Curves(
        IReadOnlyList<string> names,
        IReadOnlyList<(IReadOnlyList<double> X, IReadOnlyList<double> Share)> steps)
    {
        Dictionary<RuntimeFamily, int> seen = [];
        for (var i = 0; i < names.Count; i++)
        {
            var family = RuntimeFamilies.Of(names[i]);
            seen[family] = seen.TryGetValue(family, out var last) ? last + 1 : 0;
            yield return new()
            {
                X = steps[i].X,
                Y = steps[i].Share,
                Name = names[i],
                Family = family,
                Dash = seen[family],
            };
        }
    }

    static string Percentiles(string name, Sample sample)
    {
        string Quantile(double p) =>
            Digits.Milliseconds(sample.Quantile(p)!.Value, sample.Table.ResolutionUs);

        return $"{name}: n = {Digits.Count(sample.Count)}, median {Quantile(.5)}, "
            + $"95 % within {Quantile(.95)}, 99 % within {Quantile(.99)}, longest {Quantile(1)}.";
    }
}
