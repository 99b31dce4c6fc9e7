using LambdaReports.Logs;
using static Tests.Logs.Lines;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs;

/// <summary>The billed duration against the rule of the record's date and kind.</summary>
public class BillingTests
{
    const string Cold = "Init Duration: 413.61 ms\t";
    const string Restored = "Restore Duration: 511.25 ms\tBilled Restore Duration: 303 ms\t";
    const BillingOutcome Explained = BillingOutcome.Explained;
    const BillingOutcome Unexplained = BillingOutcome.Unexplained;

    [Theory]
    // 100 ms steps until 2020-11-30, 1 ms steps since.
    [InlineData("2020-11-30T23:59:59.999Z", "2.46", "100", "", Explained)]
    [InlineData("2020-11-30T23:59:59.999Z", "2.46", "3", "", Unexplained)]
    [InlineData("2020-12-01T00:00:00.000Z", "2.46", "3", "", Explained)]
    [InlineData("2020-12-01T00:00:00.000Z", "2.46", "100", "", Unexplained)]
    [InlineData("2020-12-02T09:59:11.668Z", "31920.84", "32733", "Init Duration: 811.55 ms\t", Explained)]
    // Without a time both may be.
    [InlineData("", "2.46", "100", "", Explained)]
    [InlineData("", "2.46", "3", "", Explained)]
    [InlineData("", "2.46", "4", "", Unexplained)]
    // Near a whole number the true sum may lie on its other side.
    [InlineData("2026-01-01T00:00:00.000Z", "3.00", "3", "", Explained)]
    [InlineData("2026-01-01T00:00:00.000Z", "3.00", "4", "", Explained)]
    [InlineData("2026-01-01T00:00:00.000Z", "3.01", "3", "", Unexplained)]
    [InlineData("2026-01-01T00:00:00.000Z", "2.99", "4", "", Unexplained)]
    [InlineData("2026-01-01T00:00:00.000Z", "2.39", "417", Cold, Explained)]
    [InlineData("2026-01-01T00:00:00.000Z", "2.40", "417", Cold, Explained)]
    [InlineData("2026-01-01T00:00:00.000Z", "2.40", "416", "Init Duration: 413.62 ms\tStatus: timeout", Unexplained)]
    [InlineData("2026-01-01T00:00:00.000Z", "2.40", "417", "Init Duration: 414.62 ms\t", Unexplained)]
    [InlineData("2026-01-01T00:00:00.000Z", "2.40", "417", "Init Duration: 414.60 ms\t", Explained)]
    [InlineData("2026-01-01T00:00:00.000Z", "2.40", "418", "Init Duration: 414.60 ms\t", Explained)]
    // The init phase is billed to all since 2025-08-01, before to some.
    [InlineData("2025-07-31T23:59:59.999Z", "2.46", "3", Cold, Explained)]
    [InlineData("2025-07-31T23:59:59.999Z", "2.46", "417", Cold, Explained)]
    [InlineData("2025-08-01T00:00:00.000Z", "2.46", "3", Cold, Unexplained)]
    [InlineData("2025-08-01T00:00:00.000Z", "2.46", "417", Cold, Explained)]
    [InlineData("2026-01-01T00:00:00.000Z", "600000.00", "600517", "Init Duration: 516.31 ms\tStatus: timeout", Explained)]
    // What is billed includes the billed part of a restore.
    [InlineData("2026-01-01T00:00:00.000Z", "306.34", "610", Restored, Explained)]
    [InlineData("2026-01-01T00:00:00.000Z", "306.34", "307", Restored, Unexplained)]
    [InlineData("2026-01-01T00:00:00.000Z", "306.34", "818", Restored, Unexplained)]
    // An old timeout is clamped to its limit.
    [InlineData("2019-01-01T00:00:00.000Z", "3003.28", "3000", "", Explained)]
    [InlineData("2019-01-01T00:00:00.000Z", "3203.28", "3000", "", Unexplained)]
    public void Is_checked(string time, string duration, string billed, string rest, BillingOutcome outcome)
    {
        using var folder = new Folder();
        var file = folder.Write("function.log", $"{time} {Report(duration: duration, billed: billed, rest: rest)}\n".TrimStart());
        Assert.Equal(outcome, Assert.Single(LogSet.Records(file)).Billing);
    }

    [Theory]
    [InlineData("", BillingOutcome.NotApplicable)]
    [InlineData("Billed Duration: 121 ms\tMemory Size: 128 MB\tMax Memory Used: 128 MB\t", Explained)]
    public void Of_emulators_no_init_is_billed(string rest, BillingOutcome outcome)
    {
        using var folder = new Folder();
        var init = rest == "" ? "" : "Init Duration: 0.13 ms\t";
        var file = folder.Write("function.log", $"2026-01-01T00:00:00.000Z REPORT RequestId: {Id}\t{init}Duration: 120.97 ms\t{rest}\n");
        Assert.Equal(outcome, Assert.Single(LogSet.Records(file)).Billing);
    }
}
