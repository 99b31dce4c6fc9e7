using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>What was read and what became of every line of it.</summary>
/// <remarks><see cref="Lines"/> is the sum of records, duplicates, other platform lines,
/// application lines and rejected lines.</remarks>
public sealed record Account
{
    /// <summary>Files that hold Lambda's lines.</summary>
    public int Files { get; init; }

    /// <summary>Files met in a folder that hold none, and links that lead nowhere.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Bytes of log text, decompressed.</summary>
    public long Bytes { get; init; }

    /// <summary>Log events; the further lines of an event and blank lines do not count.</summary>
    public long Lines { get; init; }

    /// <summary>REPORT records, each counted once.</summary>
    public long Records { get; init; }

    /// <summary>Further copies of a record.</summary>
    public long Duplicates { get; init; }

    /// <summary>START, END, INIT_START and the like.</summary>
    public long OtherPlatformLines { get; init; }

    /// <summary>The functions' own lines.</summary>
    public long ApplicationLines { get; init; }

    /// <summary>Lines that begin as a record and are not one.</summary>
    public long RejectedCount { get; init; }

    /// <summary>The first 100 of them.</summary>
    public IReadOnlyList<RejectedLine> Rejected { get; init; } = [];

    /// <summary>The billed durations checked against the rules of their dates.</summary>
    public BillingCounts Billing { get; init; } = new(0, 0, 0);

    /// <summary>What was given and could not be read whole: <c>path: what was found; what to do</c>.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Doubts about the counts, each with its remedy.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>How many records' billed durations follow from their own durations.</summary>
/// <param name="Explained">A rule of the record's date gives the billed duration.</param>
/// <param name="Unexplained">No rule gives it: look at these.</param>
/// <param name="NotApplicable">The record has no billed duration.</param>
public sealed record BillingCounts(long Explained, long Unexplained, long NotApplicable)
{
    /// <summary>Records that could be checked.</summary>
    public long Checked => Explained + Unexplained;
}
