namespace LambdaReports.Logs;

/// <summary>A line that begins as a Lambda record and is not one.</summary>
/// <param name="Path">The file, relative to what was given to read.</param>
/// <param name="Line">The physical line, from 1.</param>
/// <param name="Reason">What was found and what was expected.</param>
public sealed record RejectedLine(string Path, long Line, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Line}: {Reason}";
}

/// <summary>How many lines met which fate; every line has one.</summary>
sealed class LineCounts
{
    /// <summary>Rejected lines kept with path, line and reason; all are counted.</summary>
    internal const int KeptRejections = 100;

    internal long Lines => Records + OtherPlatformLines + ApplicationLines + RejectedCount;

    /// <summary>Copies among them.</summary>
    internal long Records { get; set; }

    internal long OtherPlatformLines { get; set; }

    internal long ApplicationLines { get; set; }

    internal long RejectedCount { get; private set; }

    /// <summary>Further copies of records.</summary>
    internal long Copies { get; set; }

    /// <summary>Records by <see cref="BillingOutcome"/>.</summary>
    internal long[] Billing { get; } = new long[3];

    internal List<RejectedLine> Rejected { get; } = [];

    /// <summary>The text holds at least one line of Lambda's, be it wanted or not.</summary>
    internal bool HasLambdaLines => LeftOut.Any || Records + OtherPlatformLines + RejectedCount > 0;

    internal LeftOutLines LeftOut { get; } = new();

    internal void Reject(RejectedLine line)
    {
        RejectedCount++;
        if (Rejected.Count < KeptRejections)
        {
            Rejected.Add(line);
        }
    }

    /// <param name="other">Takes over what was counted.</param>
    /// <param name="linesBefore">Physical lines of the file before the other's first.</param>
    internal void Add(LineCounts other, long linesBefore = 0)
    {
        LeftOut.Add(other.LeftOut);
        Records += other.Records;
        OtherPlatformLines += other.OtherPlatformLines;
        ApplicationLines += other.ApplicationLines;
        foreach (var line in other.Rejected)
        {
            Reject(linesBefore == 0 ? line : line with { Line = line.Line + linesBefore });
        }

        RejectedCount += other.RejectedCount - other.Rejected.Count;
        Copies += other.Copies;
        for (var outcome = 0; outcome < Billing.Length; outcome++)
        {
            Billing[outcome] += other.Billing[outcome];
        }
    }
}
