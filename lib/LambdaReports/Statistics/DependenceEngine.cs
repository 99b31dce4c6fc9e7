namespace LambdaReports.Statistics;

/// <summary>The uncertainty of an estimate whose records share sandboxes and time.</summary>
/// <remarks>Deterministic and closed: sums of ψ over sandboxes, blocks and cells, for every
/// statistic that has an influence function.</remarks>
static class DependenceEngine
{
    /// <summary>From the evidence (above <see cref="Scope.Records"/>) and the influence sums of its
    /// parts, in the same order.</summary>
    internal static Dependence Assess(Evidence evidence, IReadOnlyList<InfluenceSums> sums)
    {
        var time = evidence.Simultaneous
            ? TimePart.Of(AddBlocks(sums))
            : TimePart.Sum([.. sums.Select(part => TimePart.Of(part.Blocks))]);
        var variance = evidence.Scope == Scope.Run
            ? new TwoWayVariance(0, null, time.Variance, time.DegreesOfFreedom, 0)
            : TwoWay(evidence, sums, time);
        var independent = sums.Sum(part => part.IndependentVariance);
        var records = sums.Sum(part => part.Sandboxes.Sum(sandbox => sandbox.Count));
        var known = evidence.Shares.Count > 0;
        var effect = independent > 0 ? variance.Total / independent : 1;
        return new()
        {
            SandboxVariance = evidence.Scope == Scope.Run ? null : variance.Sandbox,
            TimeVariance = variance.Time,
            CellVariance = evidence.Scope == Scope.Run ? null : variance.Cell,
            SandboxDegreesOfFreedom = variance.SandboxDegreesOfFreedom,
            TimeDegreesOfFreedom = variance.TimeDegreesOfFreedom,
            Sandboxes = known ? evidence.Shares.Sum(share => share.Count) : null,
            EffectiveSandboxes = known ? evidence.Shares.Min(share => share.Effective) : null,
            BalancedSandboxes = known
                ? evidence.Shares.Count / evidence.Shares.Sum(share => 1 / share.Effective)
                : null,
            Blocks = evidence.Blocks,
            BlockSeconds = evidence.BlockSeconds,
            DesignEffect = effect,
            EffectiveRecords = effect > 0 ? records / effect : records,
            IndependentVariance = independent,
            Autocorrelation = time.Autocorrelation,
        };
    }

    static TwoWayVariance TwoWay(
        Evidence evidence,
        IReadOnlyList<InfluenceSums> sums,
        TimePart time)
    {
        var parts = sums.Zip(evidence.Shares, (part, shares) =>
            (Variance: part.SandboxVariance, Df: shares.DegreesOfFreedom)).ToArray();
        return new(
            parts.Sum(part => part.Variance),
            WelchSatterthwaite.DegreesOfFreedom(parts),
            time.Variance,
            time.DegreesOfFreedom,
            sums.Sum(part => part.CellVariance));
    }

    static double[] AddBlocks(IReadOnlyList<InfluenceSums> sums)
    {
        var blocks = new double[sums[0].Blocks.Length];
        foreach (var part in sums)
        {
            for (var t = 0; t < blocks.Length; t++)
            {
                blocks[t] += part.Blocks[t];
            }
        }

        return blocks;
    }
}
