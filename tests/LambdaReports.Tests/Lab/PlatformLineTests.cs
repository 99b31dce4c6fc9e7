using LambdaReports.Lab;

namespace Tests.Lab;

public class PlatformLineTests
{
    static readonly TimeSpan Init = TimeSpan.FromMicroseconds(413_610);

    // Shapes: CloudWatch's own lines as public snapshots hold them, trailing tab included.
    [Fact]
    public void A_warm_report_has_five_fields_and_a_last_tab() =>
        Assert.Equal(
            "REPORT RequestId: ID\tDuration: 2.90 ms\t"
            + "Billed Duration: 3 ms\tMemory Size: 1024 MB\tMax Memory Used: 36 MB\t",
            Report(2900, 36));

    // 2.46 + 413.61 is billed as 417: a published record of October 2026.
    [Fact]
    public void A_cold_report_bills_init_and_duration_together() =>
        Assert.Equal(
            "REPORT RequestId: ID\tDuration: 2.46 ms\t"
            + "Billed Duration: 417 ms\tMemory Size: 1024 MB\tMax Memory Used: 95 MB\t"
            + "Init Duration: 413.61 ms\t",
            Report(2460, 95, Init));

    // 600000.00 + 516.31 is billed as 600517: a published record of October 2026. No tab comes last.
    [Fact]
    public void A_timeout_says_so_at_the_end() =>
        Assert.Equal(
            "REPORT RequestId: ID\tDuration: 600000.00 ms\t"
            + "Billed Duration: 600517 ms\tMemory Size: 1024 MB\tMax Memory Used: 1024 MB\t"
            + "Init Duration: 516.31 ms\tStatus: timeout",
            Report(600_000_000, 1024, TimeSpan.FromMicroseconds(516_310), Failure.Timeout));

    // A published record of June 2025.
    [Fact]
    public void A_failed_init_phase_has_a_report_of_its_own() =>
        Assert.Equal(
            "INIT_REPORT Init Duration: 229.04 ms\tPhase: init\tStatus: error\tError Type: Runtime.ImportModuleError",
            PlatformLine.InitReport(new(
                0, TimeSpan.FromMicroseconds(229_040), "init", new("error", "Runtime.ImportModuleError"))));

    [Theory]
    [InlineData(1000, "1.00", 1)]
    [InlineData(1004, "1.00", 1)]
    [InlineData(1006, "1.01", 2)]
    [InlineData(70, "0.07", 1)]
    public void Billing_rounds_up_what_is_printed(int microseconds, string printed, int billed) =>
        Assert.Contains($"Duration: {printed} ms\tBilled Duration: {billed} ms", Report(microseconds, 1));

    [Theory]
    [InlineData("nodejs6.10", "nodejs:6.10")]
    [InlineData("nodejs24.x", "nodejs:24")]
    [InlineData("dotnetcore3.1", "dotnetcore:3.1")]
    [InlineData("python3.11", "python:3.11")]
    [InlineData("provided.al2023", "provided:al2023")]
    public void The_first_line_names_the_runtime(string runtime, string printed) =>
        Assert.Equal(
            $"INIT_START Runtime Version: {printed}.lab\t"
            + "Runtime Version ARN: arn:aws:lambda:local::runtime:lab",
            PlatformLine.InitStart(runtime));

    static string Report(long microseconds, int memoryMB, TimeSpan? init = null, Failure? failure = null)
    {
        Invocation invocation = new() { MaxMemoryMB = memoryMB };
        invocation.Begin(1);
        invocation.TryEnd(1 + RunClock.Ticks(TimeSpan.FromMicroseconds(microseconds)), failure);
        return PlatformLine.Report(invocation, init).Replace($"{invocation.RequestId}", "ID", StringComparison.Ordinal);
    }
}
