using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>What can be estimated of one sample: its value, and what each record adds to it.</summary>
/// <remarks>A statistic gives its influence function ψ and nothing else; one engine makes intervals of
/// all of them.</remarks>
/// <example><code>
/// go.RatioTo(java, Statistic.MeanAbsoluteDeviation)   // does Go vary less?
/// go.DifferenceTo(java, Statistic.Quantile(.99))      // in ms
/// </code></example>
public abstract class Statistic
{
    private protected Statistic(string name) => Name = name;

    /// <summary>As in "the NAME of Go".</summary>
    public string Name { get; }

    /// <summary>The mean, from exact sums.</summary>
    public static Statistic Mean { get; } = new Average();

    /// <summary>D, the mean absolute deviation from the median (Brown and Forsythe 1974): how much values vary.</summary>
    public static Statistic MeanAbsoluteDeviation { get; } = new Deviation();

    /// <summary>D over the mean: how much values vary for their size.</summary>
    public static Statistic RelativeDeviation { get; } = new Quotient(MeanAbsoluteDeviation, Mean);

    /// <summary>The p-quantile, undone of the recorded step; its interval is Woodruff's (1952).</summary>
    /// <param name="p">A probability between 0 and 1, both left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static Statistic Quantile(double p) => p is > 0 and < 1
        ? new QuantileStatistic(p)
        : throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");

    /// <summary>The p-quantile over the median: how far the tail reaches.</summary>
    /// <param name="p">Such as 0.99.</param>
    /// <exception cref="ArgumentOutOfRangeException">See <see cref="Quantile"/>.</exception>
    public static Statistic TailToMedian(double p) => new Quotient(Quantile(p), Quantile(0.5));

    /// <summary>The p-quantile over the mean.</summary>
    /// <inheritdoc cref="TailToMedian"/>
    public static Statistic TailToMean(double p) => new Quotient(Quantile(p), Mean);

    /// <summary>The share of records above a limit.</summary>
    /// <param name="limit">In the sample's unit, such as ms.</param>
    public static Statistic Exceedance(double limit) => new ExceedanceStatistic(limit);

    /// <summary>The mean after the smallest and the largest values were drawn in to the quantiles of a share.</summary>
    internal static Statistic WinsorizedMean(double share) => new Winsorized(share);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The value; <see langword="null"/> where there is none.</summary>
    internal abstract double? Of(Sample sample);

    /// <summary>What a value is measured in.</summary>
    internal virtual Unit UnitFor(Sample sample) => sample.Unit;

    /// <summary>ψ at each distinct value of the part's table; <see langword="null"/> where the records are
    /// too few for it.</summary>
    internal abstract double[]? Influence(SampleOnBlocks part, Scope scope);

    /// <summary>ψ, summed as the engine needs it.</summary>
    internal virtual InfluenceSums? Sums(SampleOnBlocks part, Scope scope) =>
        Influence(part, scope) is { } influence ? InfluenceSums.Of(part, influence, HalfStep(part.Sample)) : null;

    /// <summary>What half the recorded step may move the value.</summary>
    internal virtual double HalfStep(Sample sample) => sample.HalfStep;

    /// <summary>The interval of one sample's value, where it is not the symmetrical one.</summary>
    internal virtual Estimate Refine(Estimate estimate, Sample sample, Evidence evidence) => estimate;

    /// <summary>ψ = (f(v) − mean of f)/n.</summary>
    private protected static double[] Centred(FrequencyTable table, Func<int, double> f)
    {
        double[] values = [.. Enumerable.Range(0, table.ValuesUs.Length).Select(f)];
        var mean = table.MeanOf(i => values[i]);
        return Array.ConvertAll(values, value => (value - mean) / table.Count);
    }

    /// <summary>ψ of the mean of such steps, in the sample's unit.</summary>
    static double[] CentredSteps(Sample sample, Func<int, double> steps) =>
        Centred(sample.Table, i => steps(i) / sample.Quantity.StepsPerUnit);

    sealed class Average() : Statistic("mean")
    {
        internal override double? Of(Sample sample) => sample.ExactMean;

        internal override double[] Influence(SampleOnBlocks part, Scope scope) =>
            CentredSteps(part.Sample, i => part.Sample.Table.ValuesUs[i]);

        internal override InfluenceSums Sums(SampleOnBlocks part, Scope scope) => MeanInfluence.Of(part);
    }

    // D's derivative with respect to the median vanishes at the median.
    sealed class Deviation() : Statistic("mean absolute deviation")
    {
        internal override double? Of(Sample sample) =>
            sample.Table.MeanAbsoluteDeviationMs * 1000 / sample.Quantity.StepsPerUnit;

        internal override double[] Influence(SampleOnBlocks part, Scope scope)
        {
            var table = part.Sample.Table;
            var median = table.Quantile(0.5)!.Value * 1000;
            return CentredSteps(part.Sample, i => Math.Abs(table.ValuesUs[i] - median));
        }
    }

    sealed class Winsorized(double share) : Statistic("winsorized mean")
    {
        internal override double? Of(Sample sample) =>
            sample.Table is { Count: > 0 } table ? sample.Quantity.Of(table.MeanOf(DrawnIn(table))) : null;

        internal override double[] Influence(SampleOnBlocks part, Scope scope) =>
            CentredSteps(part.Sample, DrawnIn(part.Sample.Table));

        Func<int, double> DrawnIn(FrequencyTable table)
        {
            var (low, high) = (table.Quantile(share)!.Value * 1000, table.Quantile(1 - share)!.Value * 1000);
            return i => Math.Clamp(table.ValuesUs[i], low, high);
        }
    }

    sealed class Quotient(Statistic above, Statistic below) : Statistic($"{above} over the {below}")
    {
        internal override double? Of(Sample sample) =>
            above.Of(sample) / below.Of(sample) is { } value && double.IsFinite(value) ? value : null;

        // A ratio has its interval on the scale of logarithms, where 0 does not lie.
        internal override Unit UnitFor(Sample sample) => Of(sample) > 0 ? Unit.Ratio : Unit.Number;

        internal override double[]? Influence(SampleOnBlocks part, Scope scope)
        {
            if (above.Influence(part, scope) is not { } one || below.Influence(part, scope) is not { } other)
            {
                return null;
            }

            var divisor = below.Of(part.Sample)!.Value;
            var value = Of(part.Sample)!.Value;
            return [.. one.Zip(other, (a, b) => (a - (value * b)) / divisor)];
        }

        internal override double HalfStep(Sample sample) =>
            (above.HalfStep(sample) + (Of(sample)!.Value * below.HalfStep(sample))) / below.Of(sample)!.Value;
    }
}
