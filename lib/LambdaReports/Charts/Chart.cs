using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;

namespace LambdaReports.Charts;

/// <summary>The figures of this analysis.</summary>
public static partial class Chart
{
    /// <summary>As many functions as one figure can show.</summary>
    const int MostFunctions = 20;

    // A distribution's axis shows all but the first and the last thousandth of each function.
    const double Tail = 0.001;

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
        var names = DisplayNames.Of(shown);
        CumulativeDistribution[] curves = [.. shown.Select(sample => new CumulativeDistribution(sample.Table, sample.Quantity))];
        RuntimeFamily[] families = [.. names.Select(RuntimeFamily.Of)];
        var axis = Axis.OfLogarithms(curves.Min(curve => curve.End(Tail)), curves.Max(curve => curve.End(1 - Tail)), all[0].Quantity);
        var lines = curves.Select((curve, i) =>
        {
            var (x, share) = curve.Steps(axis);
            var dash = families.Take(i).Count(family => family == families[i]);
            return new StepLine(x, share, families[i], names[i], dash);
        });
        var (noun, values) = (all[0].Quantity.Noun, Axis.Capital(all[0].Quantity.Plural));
        return new()
        {
            Title = shown.Count == 1 ? $"{values} of {names[0]}" : $"{values} of each function",
            Description = "Cumulative distributions: a line's height is the share of a function's "
                + $"records whose {noun} is no more than the value below it.",
            Numbers = [.. shown.Select((sample, i) => Percentiles(names[i], sample))],
            Note = note,
            Panels = [new(axis, new("Share of records", 0, 1) { Percent = true }, 300, [.. lines])],
        };
    }

    /// <summary>The estimation plot: the distributions of a baseline and of others above, each
    /// other's ratio to the baseline (or difference from it) with its 95 % interval
    /// below.</summary>
    /// <remarks>
    /// After Gardner and Altman (1986): the lower axis is the upper one divided by the baseline's
    /// mean (less it, for differences), so that each estimate stands right below the mean that it
    /// is about. With a relative margin the figure shows ratios and is logarithmic, with one in
    /// milliseconds it shows differences and is linear. Above 20 functions those with most records
    /// are shown, and the figure says so.
    /// </remarks>
    /// <param name="comparisons">With one margin. Those without records are left out; of none at
    /// all, the figure says so. Where they have several baselines (a function in several memory
    /// sizes), the one with most records is drawn and the figure says what is left out.</param>
    /// <exception cref="ArgumentException">Several margins.</exception>
    public static Figure Estimation(IEnumerable<Comparison> comparisons)
    {
        Comparison[] all = [.. comparisons.Where(comparison => comparison.Candidate.Count > 0 && comparison.Baseline.Count > 0)];
        if (all.Length == 0)
        {
            return Nothing("Comparison", "There are no two functions with successful records to compare.");
        }

        if (all.Any(comparison => comparison.Margin != all[0].Margin))
        {
            throw new ArgumentException("An estimation plot has one margin.", nameof(comparisons));
        }

        var baseline = all.MaxBy(comparison => comparison.Baseline.Count)!.Baseline;
        Comparison[] drawn = [.. all.Where(comparison => comparison.Baseline == baseline)];
        var (shown, note) = Largest(drawn, comparison => comparison.Candidate);
        if (drawn.Length < all.Length)
        {
            note = $"{all.Length - drawn.Length} comparisons with other populations of the baseline are left out. {note}".TrimEnd();
        }

        Sample[] samples = [baseline, .. shown.Select(comparison => comparison.Candidate)];
        return new EstimationPlot(samples, [.. shown.Select(comparison => comparison.Estimate)], all[0].Margin).Draw(note);
    }

    static string Percentiles(string name, Sample sample)
    {
        string Quantile(double p) => $"{Digits.Of(sample.Quantile(p)!.Value, sample.Table.ResolutionUs)} {sample.Unit.Sign()}";

        return $"{name}: n = {Digits.Count(sample.Count)}, median {Quantile(.5)}, "
            + $"95 % within {Quantile(.95)}, 99 % within {Quantile(.99)}, longest {Quantile(1)}.";
    }

    /// <summary>The functions with most records, in the order given, and a note where some are
    /// left out.</summary>
    static (IReadOnlyList<T> Shown, string? Note) Largest<T>(IReadOnlyList<T> all, Func<T, Sample> sampleOf)
    {
        var largest = all.OrderByDescending(one => sampleOf(one).Count).Take(MostFunctions).ToHashSet();
        var note = $"{MostFunctions} of {all.Count} functions are shown, those with most records; --function GLOB chooses others.";
        return ([.. all.Where(largest.Contains).Take(MostFunctions)], all.Count > MostFunctions ? note : null);
    }

    /// <summary>A figure that says why there is nothing to draw: logs may hold anything, and a
    /// notebook goes on.</summary>
    static Figure Nothing(string title, string reason) =>
        new() { Title = title, Description = reason, Numbers = [], Note = reason };
}
