using System.Runtime.CompilerServices;

namespace LambdaReports.Logs;

/// <summary>Whether a billed duration follows from the record's own durations.</summary>
public enum BillingOutcome
{
    /// <summary>A rule of the record's date gives the billed duration.</summary>
    Explained,

    /// <summary>No rule of its date gives it.</summary>
    Unexplained,

    /// <summary>The record has no billed duration.</summary>
    NotApplicable,
}

/// <summary>Lambda's billing rules, as far as a record can be checked against them.</summary>
/// <remarks>
/// Steps of 100 ms until 2020-11-30, of 1 ms since
/// (https://aws.amazon.com/blogs/aws/new-for-aws-lambda-1ms-billing-granularity-adds-cost-savings/).
/// What is billed is D (init free), D + Init (custom runtimes and images; all functions since
/// 2025-08-01) or D + Billed Restore: which of them a function pays, the record does not tell.
/// </remarks>
static class BillingRules
{
    static readonly long OneMillisecondSince =
        new DateTimeOffset(2020, 12, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static BillingOutcome Check(in ReportFields fields, long timeMs, bool timedOut)
    {
        var billed = fields.BilledDurationUs;
        if (billed == ReportFields.Absent)
        {
            return BillingOutcome.NotApplicable;
        }

        var duration = fields.DurationUs;
        var explained = Steps(duration, 1)
            || (fields.InitDurationUs != ReportFields.Absent && Steps(duration + fields.InitDurationUs, 2))
            || (fields.BilledRestoreDurationUs != ReportFields.Absent
                && Steps(duration + fields.BilledRestoreDurationUs, 1))
            || IsClampedTimeout();
        return explained ? BillingOutcome.Explained : BillingOutcome.Unexplained;

        bool Steps(long us, int summands) =>
            timeMs == LogScanner.Undated
                ? IsCeiling(us, billed, 1000, summands) || IsCeiling(us, billed, 100_000, summands)
                : IsCeiling(us, billed, timeMs >= OneMillisecondSince ? 1000 : 100_000, summands);

        // An old-style timeout runs a little past its limit and is billed up to the limit.
        bool IsClampedTimeout() =>
            billed < duration && billed % 1_000_000 == 0 && (timedOut || duration - billed <= 100_000);
    }

    // Printed durations are rounded, by half a step a summand: near a whole step n the true sum may
    // lie on its other side, and both n and n + 1 follow.
    static bool IsCeiling(long us, long billedUs, long stepUs, int summands)
    {
        var slack = 5L * summands;
        return billedUs % stepUs == 0 && us <= billedUs + slack && us >= billedUs - stepUs - slack;
    }
}
