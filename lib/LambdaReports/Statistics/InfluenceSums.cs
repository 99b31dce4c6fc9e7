namespace LambdaReports.Statistics;

/// <summary>One sample's influence function ψ, summed as the engine needs it, and nothing
/// else.</summary>
/// <remarks>
/// ψ(v) is what a record of value v adds to the estimate, divided by n and with the sample's sign
/// in a contrast, so that Σψ = 0 over the sample. The engine serves every statistic that has one.
/// </remarks>
sealed record InfluenceSums
{
    /// <summary>n, over all sandboxes.</summary>
    internal required long Count { get; init; }

    /// <summary>For each sandbox with records: how many, and its Σψ.</summary>
    internal required IReadOnlyList<(long Count, double Sum)> Sandboxes { get; init; }

    /// <summary>Σψ of each block from the first to the last compared; 0 where it is
    /// empty.</summary>
    internal required double[] Blocks { get; init; }

    /// <summary>V_i = Σ of the squared sums of the cells.</summary>
    internal required double CellVariance { get; init; }

    /// <summary>V_iid = Σψ² over the records: the variance if they were independent.</summary>
    internal required double IndependentVariance { get; init; }

    /// <summary>What half the recorded step of every value would add to the estimate.</summary>
    internal required double HalfStep { get; init; }

    /// <summary>V_s = Σψ_g²/(1 − h_g): CR2 of Bell and McCaffrey 2002, closed for sums.</summary>
    /// <remarks>Summed in the order of the terms: names of streams do not show in the last
    /// bit.</remarks>
    internal double SandboxVariance => Sandboxes
        .Select(sandbox => sandbox.Sum * sandbox.Sum * Count / (Count - sandbox.Count)).Order().Sum();
}
