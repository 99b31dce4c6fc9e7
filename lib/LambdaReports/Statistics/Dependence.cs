namespace LambdaReports.Statistics;

/// <summary>Where the uncertainty of an estimate comes from.</summary>
/// <remarks>Variances are in squared units of the estimate, of its logarithm for a ratio. What the
/// scope <see cref="Scope.Run"/> does not look at is <see langword="null"/>.</remarks>
public sealed record Dependence
{
    /// <summary>Log streams, over all samples of the estimate; <see langword="null"/> where the
    /// input does not tell them.</summary>
    public int? Sandboxes { get; init; }

    /// <summary>The harmonic mean of the samples' G* = 1/Σh², h a sandbox's share of the records: so
    /// many in each would spread V_s alike.</summary>
    public double? BalancedSandboxes { get; init; }

    /// <summary>Blocks of time from the first to the last of all samples, empty ones
    /// included.</summary>
    public required long Blocks { get; init; }

    /// <summary>The length of a block in seconds.</summary>
    public required int BlockSeconds { get; init; }

    /// <summary>Variance over independent-invocation variance: how many records one is
    /// worth.</summary>
    public double DesignEffect => IndependentVariance > 0 ? Variance.Total / IndependentVariance : 1;

    /// <summary>V_iid, the variance if invocations were independent.</summary>
    public required double IndependentVariance { get; init; }

    /// <summary>V_s, the sandbox part (CR2).</summary>
    public double? SandboxVariance { get; init; }

    /// <summary>V_t, the time part (EWC).</summary>
    public required double TimeVariance { get; init; }

    /// <summary>V_i, the part that both count.</summary>
    public double? CellVariance { get; init; }

    /// <summary>Degrees of freedom of the sandbox part, at least 1.</summary>
    public double? SandboxDegreesOfFreedom { get; init; }

    /// <summary>Degrees of freedom of the time part, at least 2.</summary>
    public required double TimeDegreesOfFreedom { get; init; }

    /// <summary>φ, the lag-1 autocorrelation of the block sums, 0 to 0.97.</summary>
    public required double Autocorrelation { get; init; }

    /// <summary>The parts as the interval combines them.</summary>
    internal TwoWayVariance Variance => new(
        SandboxVariance ?? 0, SandboxDegreesOfFreedom, TimeVariance, TimeDegreesOfFreedom, CellVariance ?? 0);

    /// <summary>Of one sample alone.</summary>
    internal static Dependence Of(SampleOnBlocks part, Scope scope, InfluenceSums sums) => Of(
        new()
        {
            Scope = scope,
            Simultaneous = true,
            Parts = [part],
            Blocks = part.BlockCount,
            BlockSeconds = part.Sample.BlockSeconds,
            Shares = scope == Scope.Sandboxes ? [new SandboxShares(part.Sample.SandboxCounts)] : [],
        },
        [sums]);

    /// <summary>From the evidence (above <see cref="Scope.Records"/>) and the influence sums of its
    /// parts, in the same order.</summary>
    /// <remarks>Deterministic and closed: sums of ψ over sandboxes, blocks and cells, for every
    /// statistic that has an influence function.</remarks>
    internal static Dependence Of(Evidence evidence, IReadOnlyList<InfluenceSums> sums)
    {
        var time = sums is [var only]
            ? TimePart.Of(only.Blocks)
            : evidence.Simultaneous
            ? TimePart.Of([.. sums[0].Blocks.Select((_, t) => sums.Sum(part => part.Blocks[t]))])
            : TimePart.Sum([.. sums.Select(part => TimePart.Of(part.Blocks))]);
        var (shares, seesSandboxes) = (evidence.Shares, evidence.Scope == Scope.Sandboxes);
        var spreads = sums.Zip(shares, (part, share) => new EstimatedVariance(part.SandboxVariance, share.DegreesOfFreedom));
        return new()
        {
            Sandboxes = shares.Count > 0 ? shares.Sum(share => share.Count) : null,
            BalancedSandboxes = shares.Count > 0 ? shares.Count / shares.Sum(share => 1 / share.Effective) : null,
            Blocks = evidence.Blocks,
            BlockSeconds = evidence.BlockSeconds,
            IndependentVariance = sums.Sum(part => part.IndependentVariance),
            SandboxVariance = seesSandboxes ? sums.Sum(part => part.SandboxVariance) : null,
            TimeVariance = time.Variance,
            CellVariance = seesSandboxes ? sums.Sum(part => part.CellVariance) : null,
            SandboxDegreesOfFreedom = seesSandboxes ? WelchSatterthwaite.DegreesOfFreedom(spreads) : null,
            TimeDegreesOfFreedom = time.DegreesOfFreedom,
            Autocorrelation = time.Autocorrelation,
        };
    }
}
