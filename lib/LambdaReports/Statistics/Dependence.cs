namespace LambdaReports.Statistics;

/// <summary>Where the uncertainty of an estimate comes from.</summary>
public sealed record Dependence
{
    /// <summary>Log streams, over all functions of the estimate.</summary>
    public required int Sandboxes { get; init; }

    /// <summary>The smallest G* = 1/Σh² among the functions.</summary>
    public required double EffectiveSandboxes { get; init; }

    /// <summary>Blocks of time from first to last, empty ones included.</summary>
    public required long Blocks { get; init; }

    /// <summary>The length of a block in seconds.</summary>
    public required int BlockSeconds { get; init; }

    /// <summary>Variance over independent-invocation variance: how many records one is worth.</summary>
    public required double DesignEffect { get; init; }

    /// <summary>V_s, the sandbox part (CR2), in squared units of the estimate (log for ratios).</summary>
    public required double SandboxVariance { get; init; }

    /// <summary>V_t, the time part (EWC).</summary>
    public required double TimeVariance { get; init; }

    /// <summary>V_i, the part that both count.</summary>
    public required double CellVariance { get; init; }

    /// <summary>Degrees of freedom of the sandbox part.</summary>
    public required double SandboxDegreesOfFreedom { get; init; }

    /// <summary>B, the degrees of freedom of the time part.</summary>
    public required double TimeDegreesOfFreedom { get; init; }

    /// <summary>φ, the clipped lag-1 autocorrelation of the block sums.</summary>
    public required double Autocorrelation { get; init; }
}
