using LambdaReports.Logs;

namespace LambdaReports.Tables;

/// <summary>What one file held.</summary>
sealed record FileResult
{
    internal required LogFile File { get; init; }

    internal required LineCounts Counts { get; init; }

    internal required StreamContexts Contexts { get; init; }

    /// <summary>Records by <see cref="BillingOutcome"/>.</summary>
    internal required long[] Billing { get; init; }

    internal required long Copies { get; init; }

    internal required long Bytes { get; init; }

    internal required long PhysicalLines { get; init; }

    internal required bool Opened { get; init; }

    internal required bool IsTable { get; init; }

    /// <summary>Why it could not be read whole, in words, to stand behind its path: <c>: what</c> or
    /// <c>:line: what</c>.</summary>
    internal required IReadOnlyList<string> Failures { get; init; }

    /// <summary>What is doubtful about it, in words.</summary>
    internal required IReadOnlyList<string> Doubts { get; init; }

    /// <summary>The results of a file's parts as one.</summary>
    /// <param name="parts">In the order of the file.</param>
    /// <param name="agree">What the parts tell of versions and functions goes together.</param>
    internal static FileResult Merge(IReadOnlyList<FileResult> parts, out bool agree)
    {
        agree = true;
        if (parts is [var only])
        {
            return only;
        }

        var counts = new LineCounts();
        var contexts = parts[0].Contexts;
        var linesBefore = 0L;
        foreach (var part in parts)
        {
            counts.Add(part.Counts, linesBefore);
            linesBefore += part.PhysicalLines;
            if (part.Contexts != contexts)
            {
                agree &= contexts.TryMerge(part.Contexts);
            }
        }

        return parts[0] with
        {
            Counts = counts,
            Billing = [.. Enumerable.Range(0, 3).Select(outcome => parts.Sum(part => part.Billing[outcome]))],
            Copies = parts.Sum(part => part.Copies),
            Bytes = parts.Sum(part => part.Bytes),
            PhysicalLines = linesBefore,
            Opened = parts.All(part => part.Opened),
            Failures = [.. parts.SelectMany(part => part.Failures)],
            Doubts = [.. parts.SelectMany(part => part.Doubts)],
        };
    }
}
