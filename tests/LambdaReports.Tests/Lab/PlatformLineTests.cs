using LambdaReports.Lab;

namespace Tests.Lab;

public class PlatformLineTests
{
    static readonly Guid RequestId = new("8d5958b5-559f-43f3-b278-b71dd7dd0e01");

    // Shapes: CloudWatch's own lines as public snapshots hold them, trailing tab included.
    [Fact]
    public void A_warm_report_has_five_fields_and_a_last_tab() =>
        Assert.Equal(
            "REPORT RequestId: 8d5958b5-559f-43f3-b278-b71dd7dd0e01\tDuration: 2.90 ms\t"
            + "Billed Duration: 3 ms\tMemory Size: 1024 MB\tMax Memory Used: 36 MB\t",
            PlatformLine.Report(RequestId, TimeSpan.FromMicroseconds(2900), 36, init: null));

    // 2.46 + 413.61 is billed as 417: a published record of October 2026.
    [Fact]
    public void A_cold_report_bills_init_and_duration_together() =>
        Assert.Equal(
            "REPORT RequestId: 8d5958b5-559f-43f3-b278-b71dd7dd0e01\tDuration: 2.46 ms\t"
            + "Billed Duration: 417 ms\tMemory Size: 1024 MB\tMax Memory Used: 95 MB\t"
            + "Init Duration: 413.61 ms\t",
            PlatformLine.Report(
                RequestId,
                TimeSpan.FromMicroseconds(2460),
                95,
                TimeSpan.FromMicroseconds(413_610)));

    [Theory]
    [InlineData(1000, "1.00", 1)]
    [InlineData(1004, "1.00", 1)]
    [InlineData(1006, "1.01", 2)]
    [InlineData(70, "0.07", 1)]
    public void Billing_rounds_up_what_is_printed(int microseconds, string printed, int billed) =>
        Assert.Contains(
            $"Duration: {printed} ms\tBilled Duration: {billed} ms",
            PlatformLine.Report(RequestId, TimeSpan.FromMicroseconds(microseconds), 1, null));

    [Theory]
    [InlineData("nodejs6.10", "nodejs:6.10")]
    [InlineData("nodejs24.x", "nodejs:24")]
    [InlineData("dotnetcore3.1", "dotnetcore:3.1")]
    [InlineData("python3.11", "python:3.11")]
    public void The_first_line_names_the_runtime(string runtime, string printed) =>
        Assert.Equal(
            $"INIT_START Runtime Version: {printed}.lab\t"
            + "Runtime Version ARN: arn:aws:lambda:local::runtime:lab",
            PlatformLine.InitStart(runtime));
}
