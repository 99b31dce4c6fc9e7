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

    /// <summary>Where nothing that was asked for is left, what there is, in words.</summary>
    internal string? LeftOut { get; private init; }

    /// <summary>Adds up what the passes over the files counted.</summary>
    internal static Account Of(LogFiles found, IReadOnlyList<FileResult> results)
    {
        FileResult[] read = [.. results.Where(result => result.Counts.HasLambdaLines)];
        var counts = new LineCounts();
        Array.ForEach(read, result => counts.Add(result.Counts));
        List<string> skipped = [.. found.Skipped];
        List<string> problems = [.. found.Problems];
        List<string> warnings = [];
        var bytes = 0L;
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (var result in results)
        {
            var path = result.File.DisplayPath;
            bytes += result.Counts.HasLambdaLines ? result.Bytes : 0;
            var isProblem = result.Failures.Count > 0 && (result.Counts.HasLambdaLines || result.IsUnread
                || found.Named.ContainsKey(result.File.FullPath));
            problems.AddRange(result.Failures.Where(_ => isProblem).Select(failure => path + failure));
            var isSkipped = !isProblem && !result.Counts.HasLambdaLines;
            skipped.AddRange(isSkipped ? [path] : []);
            for (var at = result.File.FullPath; !isSkipped && at?.Length > 0 && told.Add(at);)
            {
                at = Path.GetDirectoryName(at);
            }

            if ((result.IsTable || result.File.IsStandardInput) && result.Counts.Records > 0 && results.Count > 1)
            {
                warnings.Add($"{path} {(result.IsTable ? "is a table file, in which" : "can be read once only, so")} copies of "
                    + "records are not looked for: see that none of the other files holds the same invocations");
            }

            warnings.AddRange(result.Doubts.Select(doubt => $"{path}: {doubt}"));
        }

        // A study is named for its own sake.
        foreach (var (fullPath, path) in found.Named)
        {
            if (read.Length > 0 && !told.Contains(fullPath) && Path.GetFileName(fullPath) != Study.FileName)
            {
                problems.Add($"{path}: holds no line of Lambda's; give CloudWatch logs with REPORT records");
            }
        }

        if (counts.LeftOut.Undated > 0)
        {
            warnings.Add($"{counts.LeftOut.Undated:N0} records without a time were left out, since a time was asked for; "
                + "export them with times.");
        }

        return new()
        {
            Files = read.Length,
            Skipped = [.. skipped.Order(StringComparer.Ordinal)],
            Bytes = bytes,
            Lines = counts.Lines,
            Records = counts.Records - counts.Copies,
            Duplicates = counts.Copies,
            OtherPlatformLines = counts.OtherPlatformLines,
            ApplicationLines = counts.ApplicationLines,
            RejectedCount = counts.RejectedCount,
            Rejected = counts.Rejected,
            Billing = new(counts.Billing[0], counts.Billing[1], counts.Billing[2]),
            Problems = problems,
            Warnings = warnings,
            LeftOut = counts.LeftOut.InWords(),
        };
    }
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
