namespace LambdaReports.Statistics;

/// <summary>Where the uncertainty of an estimate comes from.</summary>
/// <remarks>Variances are in squared units of the estimate, of its logarithm for a ratio. What the
/// scope <see cref="Scope.Run"/> does not look at is <see langword="null"/>.</remarks>
public sealed record Dependence
{
    /// <summary>Log streams, over all samples of the estimate; <see langword="null"/> where the
    /// input does not tell them.</summary>
    public int? Sandboxes { get; init; }

    /// <summary>The smallest G* = 1/Σh² among the samples, h a sandbox's share of the
    /// records.</summary>
    public double? EffectiveSandboxes { get; init; }

    /// <summary>The harmonic mean of the samples' G*: so many in each would spread V_s
    /// alike.</summary>
    public double? BalancedSandboxes { get; init; }

    /// <summary>Blocks of time from the first to the last of all samples, empty ones
    /// included.</summary>
    public required long Blocks { get; init; }

    /// <summary>The length of a block in seconds.</summary>
    public required int BlockSeconds { get; init; }

    /// <summary>Variance over independent-invocation variance: how many records one is
    /// worth.</summary>
    public required double DesignEffect { get; init; }

    /// <summary>Records over <see cref="DesignEffect"/>: as many independent ones say as
    /// much.</summary>
    public required double EffectiveRecords { get; init; }

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
        SandboxVariance ?? 0,
        SandboxDegreesOfFreedom,
        TimeVariance,
        TimeDegreesOfFreedom,
        CellVariance ?? 0);
}
