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
/// Billed is D, of a restored start D + Billed Restore, of a cold start D + Init since 2025-08-01
/// (https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/); before, only of
/// custom runtimes and images, which the record does not tell.
/// </remarks>
static class BillingRules
{
    static readonly long OneMillisecondSince = new DateTimeOffset(2020, 12, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    static readonly long InitBilledSince = new DateTimeOffset(2025, 8, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    internal static BillingOutcome Check(in ReportFields fields, long timeMs, bool timedOut)
    {
        var (billed, duration) = (fields.BilledDurationUs, fields.DurationUs);
        if (billed == ReportFields.Absent)
        {
            return BillingOutcome.NotApplicable;
        }

        var isExplained = fields switch
        {
            { BilledRestoreDurationUs: not ReportFields.Absent and var restore } => IsBilled(duration + restore, 2),
            { InitDurationUs: not ReportFields.Absent and var init } => IsBilled(duration + init, 2)
                // Emulators measure no init phase and bill none.
                || ((timeMs < InitBilledSince || fields.Flags.HasFlag(ReportOddities.Emulator)) && IsBilled(duration, 1)),
            _ => IsBilled(duration, 1),
        };
        return isExplained || IsClampedTimeout() ? BillingOutcome.Explained : BillingOutcome.Unexplained;

        bool IsBilled(long us, int summands) =>
            (timeMs < OneMillisecondSince && IsCeiling(us, billed, 100_000, summands))
            || ((timeMs >= OneMillisecondSince || timeMs == LogScanner.Undated) && IsCeiling(us, billed, 1000, summands));

        // An old-style timeout runs a little past its limit and is billed up to the limit.
        bool IsClampedTimeout() =>
            billed < duration && billed % 1_000_000 == 0 && duration - billed <= (timedOut ? 1_000_000 : 100_000);
    }

    // Printed durations are rounded, by half a step a summand: near a whole step n the true sum may
    // lie on its other side, and both n and n + 1 follow.
    static bool IsCeiling(long us, long billedUs, long stepUs, int summands)
    {
        var slack = 5L * summands;
        return billedUs % stepUs == 0 && us <= billedUs + slack && us >= billedUs - stepUs - slack;
    }
}
