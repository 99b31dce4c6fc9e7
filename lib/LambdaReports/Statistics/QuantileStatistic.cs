using LambdaReports.Tables;

namespace LambdaReports.Statistics;

/// <summary>A quantile, with Woodruff's (1952) interval: that of F at the quantile, read back on the axis of
/// values.</summary>
/// <remarks>In contrasts ψ = (p − 1{v ≤ q})/f, where the density f = 2C/(q_high − q_low) is read off that
/// interval; where few sandboxes make it wider than the tail, off the nearer half of the tail.</remarks>
sealed class QuantileStatistic(double p) : Statistic($"{p * 100:0.###} % quantile")
{
    // As many records beyond a quantile make a tail that a density can be read off.
    internal const double EnoughBeyond = 20;

    double Beyond => Math.Min(p, 1 - p);

    internal override double? Of(Sample sample) =>
        sample.Table.Count == 0 ? null : sample.Quantity.Of(sample.Table.DeRoundedUs(p));

    internal override double[]? Influence(SampleOnBlocks part, Scope scope)
    {
        var shares = Shares(part.Sample.Table);
        return part.Sample.Table.ValuesUs.Length == 1 ? shares
            : HalfWidth(part, scope, shares) is { } half && Density(part.Sample, half) is { } density
                ? Array.ConvertAll(shares, share => -share / density)
            : null;
    }

    internal override Estimate Refine(Estimate estimate, Sample sample, Evidence evidence)
    {
        if (estimate.Dependence is not { Variance.Total: > 0 }
            || HalfWidth(evidence.Parts[0], estimate.Scope, Shares(sample.Table)) is not { } half)
        {
            return estimate;
        }

        return Interval(sample, half) is var (low, high)
            ? estimate with { Low = low, High = high }
            : Estimate.None(estimate.Unit, [.. estimate.Warnings, EvidenceWarnings.WiderThanTail(sample, this)], estimate.Value);
    }

    // 1{v ≤ q}, of the values in q's step their share below it; centred, over n.
    double[] Shares(FrequencyTable table)
    {
        var quantile = table.DeRoundedUs(p);
        return Centred(table, i => table.ShareBelow(i, quantile));
    }

    static double? HalfWidth(SampleOnBlocks part, Scope scope, double[] shares) =>
        Dependence.Of(part, scope, InfluenceSums.Of(part, shares, halfStep: 0)).Variance is { Total: > 0 } variance
            ? variance.HalfWidth(Estimate.Alpha) : null;

    double? Density(Sample sample, double half) =>
        Interval(sample, half) is var (low, high) ? 2 * half / (high - low)
        : sample.Count * Beyond >= EnoughBeyond && Interval(sample, Beyond / 2) is var (near, far) ? Beyond / (far - near)
        : null;

    (double Low, double High)? Interval(Sample sample, double half) => p - half > 0 && p + half < 1
        ? (sample.Quantity.Of(sample.Table.DeRoundedUs(p - half)), sample.Quantity.Of(sample.Table.DeRoundedUs(p + half)))
        : null;
}
