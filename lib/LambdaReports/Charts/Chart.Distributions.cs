using LambdaReports.Tables;

namespace LambdaReports.Charts;

public static partial class Chart
{
    /// <summary>The cumulative distributions of several samples: for each duration, the share of
    /// invocations that took no longer.</summary>
    /// <remarks>The axis is logarithmic, from the lowest 0.1th to the highest 99.9th percentile.
    /// Above 20 functions those with most records are shown, and the figure says so.</remarks>
    /// <param name="samples">At least one, each with records.</param>
    /// <exception cref="ArgumentException">No sample, or one without records.</exception>
    public static Figure Distributions(IEnumerable<Sample> samples)
    {
        IReadOnlyList<Sample> all = [.. samples];
        RequireRecords(all);
        var (shown, note) = Largest(all, sample => sample);
        CumulativeDistribution[] curves = [.. shown.Select(sample => new CumulativeDistribution(sample.Table))];
        var axis = Logarithmic(
            "Duration (ms, logarithmic)",
            curves.Min(curve => curve.QuantileMs(Tail)),
            curves.Max(curve => curve.QuantileMs(1 - Tail)));
        return new()
        {
            Title = shown.Count == 1 ? $"Durations of {Name(shown[0])}" : "Durations of each function",
            Description = "Cumulative distributions: a line's height is the share of a function's "
                + "invocations that took no longer than the duration below it.",
            Numbers = [.. shown.Zip(curves, Percentiles)],
            Note = note,
            Panels = [new()
            {
                X = axis,
                Y = new() { Title = "Share of invocations", Low = 0, High = 1, Percent = true },
                Height = 300,
                HasLegend = true,
                Marks = [.. shown.Select((sample, i) => Curve(shown, i, curves[i].Steps(axis)))],
            }],
        };
    }

    static StepLine Curve(
        IReadOnlyList<Sample> shown,
        int i,
        (IReadOnlyList<double> X, IReadOnlyList<double> Share) steps)
    {
        var family = FamilyOf(shown[i]);
        return new()
        {
            X = steps.X,
            Y = steps.Share,
            Name = Name(shown[i]),
            Family = family,
            Dash = shown.Take(i).Count(sample => FamilyOf(sample) == family),
        };
    }

    static string Percentiles(Sample sample, CumulativeDistribution curve)
    {
        string Quantile(double share) =>
            Digits.Milliseconds(curve.QuantileMs(share), sample.Table.ResolutionUs);

        return $"{Name(sample)}: n = {Digits.Count(sample.Count)}, median {Quantile(.5)}, "
            + $"95 % within {Quantile(.95)}, 99 % within {Quantile(.99)}, longest {Quantile(1)}.";
    }
}
