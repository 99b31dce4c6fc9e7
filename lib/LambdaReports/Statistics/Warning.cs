namespace LambdaReports.Statistics;

/// <summary>A limit of the evidence, as a value that travels with the result it limits.</summary>
/// <param name="Code">Which limit.</param>
/// <param name="Text">One sentence with the numbers and the remedy.</param>
public sealed record Warning(WarningCode Code, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>A sentence for each kind of warning: the first of its kind, and how many more there are.</summary>
    public static IReadOnlyList<string> InShort(IEnumerable<Warning> warnings) =>
    [
        .. warnings.DistinctBy(warning => warning.Text)
            .GroupBy(warning => warning.Code)
            .Select(kind => kind.Skip(1).Any()
                ? $"{kind.First().Text} (And {kind.Count() - 1} more of this kind.)"
                : kind.First().Text),
    ];
}

/// <summary>The limits that a result can have.</summary>
public enum WarningCode
{
    /// <summary>Fewer than 3 effective sandboxes in a function.</summary>
    VeryFewSandboxes,

    /// <summary>Fewer than 10 effective sandboxes in a function.</summary>
    FewSandboxes,

    /// <summary>One sandbox in a function: nothing can be said about others.</summary>
    OneSandbox,

    /// <summary>The input does not tell the log streams.</summary>
    StreamsUnknown,

    /// <summary>Log streams that hold records of both samples.</summary>
    SharedSandboxes,

    /// <summary>Fewer than 20 blocks, or undated records: the time part cannot be
    /// estimated.</summary>
    TooShort,

    /// <summary>Blocks depend on their neighbours so much that the run is too short for its
    /// drift.</summary>
    Drift,

    /// <summary>All values are equal: the interval is as wide as the resolution.</summary>
    ZeroVariance,

    /// <summary>The functions ran at different times, so their disturbances do not
    /// cancel.</summary>
    NotSimultaneous,

    /// <summary>Values are so small that the recorded step matters.</summary>
    CoarseResolution,

    /// <summary>No records, or a ratio to 0: there is no such statistic.</summary>
    NotEstimable,

    /// <summary>All values of one sample lie on one side of the other's.</summary>
    CompleteSeparation,

    /// <summary>Records in so few of the blocks that time alone shows little.</summary>
    Sparse,

    /// <summary>Cold starts of before 2019-10-01: the first record of each stream is taken for one.</summary>
    AssumedStarts,
}
