using LambdaReports.Logs;

namespace Tests.Tables;

/// <summary>Records made for tests of what is written of them.</summary>
static class Reports
{
    /// <summary>A warm success with the fields that every record has.</summary>
    internal static InvocationReport Plain { get; } = new()
    {
        RequestId = "8edab1f8-7d34-4a8e-a965-15ccbbb78d4c",
        Function = "orders",
        Start = StartKind.Warm,
        Duration = TimeSpan.FromMicroseconds(1250),
        Billing = BillingOutcome.NotApplicable,
        Source = "orders.log:3",
    };

    /// <summary>One with every field.</summary>
    internal static InvocationReport Full { get; } = Plain with
    {
        Timestamp = new DateTimeOffset(2026, 11, 25, 1, 2, 3, 45, TimeSpan.FromHours(2)),
        LogGroup = "/aws/lambda/orders",
        LogStream = "2026/11/25/[$LATEST]0123456789abcdef0123456789abcdef",
        Version = "$LATEST",
        Architecture = "arm64",
        Runtime = "python3.12",
        Start = StartKind.Restored,
        Duration = TimeSpan.FromMicroseconds(30_000_010),
        BilledDuration = TimeSpan.FromMilliseconds(30_001),
        MemorySizeMB = 128,
        MaxMemoryUsedMB = 127,
        InitDuration = TimeSpan.FromMicroseconds(345_271),
        RestoreDuration = TimeSpan.FromMicroseconds(511_250),
        BilledRestoreDuration = TimeSpan.FromMilliseconds(303),
        Status = "error",
        ErrorType = "Runtime.OutOfMemory",
        TraceId = "1-5f1b2c3d-0123456789abcdef01234567",
        Billing = BillingOutcome.Unexplained,
        Flags = ReportOddities.RequestIdNotUuid | ReportOddities.UnknownField,
        OtherFields = new Dictionary<string, string> { ["Runtime Duration"] = "30000.00 ms", ["Été"] = "a; b" },
    };
}
