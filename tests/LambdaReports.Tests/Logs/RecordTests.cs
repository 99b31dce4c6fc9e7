using LambdaReports.Logs;
using static Tests.Logs.Lines;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs;

/// <summary>What is read of one REPORT record in its shapes.</summary>
public class RecordTests
{
    static InvocationReport Only(string text)
    {
        using var folder = new Folder();
        return Assert.Single(LogSet.Records(folder.Write("function.log", text)));
    }

    static RejectedLine OnlyRejection(string text)
    {
        using var folder = new Folder();
        var records = LogSet.Records(folder.Write("function.log", text));
        Assert.Empty(records);
        return Assert.Single(records.Account.Rejected);
    }

    static TimeSpan Ms(double value) => TimeSpan.FromMicroseconds(Math.Round(value * 1000));

    // A billed duration may have an init phase on top, and no more.
    [Theory]
    [InlineData("")]
    [InlineData("2026-11-01T00:00:00.022Z ")]
    public void A_billed_duration_has_the_same_limit_whatever_stands_before_it(string time)
    {
        var end = $"\n{time}END RequestId: {Id}\n";
        Assert.Equal(TimeSpan.FromSeconds(2000), Only(time + Report(billed: "2000000") + end).BilledDuration);
        Assert.Equal(
            "Billed Duration: expected at most 2,000 s, found more", OnlyRejection(time + Report(billed: "2000001") + end).Reason);
    }

    [Fact]
    public void A_warm_record_has_the_five_base_fields_and_no_init()
    {
        var record = Only(Report() + "\n");
        Assert.Equal(Id, record.RequestId);
        Assert.Equal(Ms(1.25), record.Duration);
        Assert.Equal(Ms(2), record.BilledDuration);
        Assert.Equal(128, record.MemorySizeMB);
        Assert.Equal(36, record.MaxMemoryUsedMB);
        Assert.Null(record.InitDuration);
        Assert.Null(record.Status);
        Assert.Equal(StartKind.Warm, record.Start);
        Assert.Equal("function", record.Function);
        Assert.Equal("function.log:1", record.Source);
        Assert.Equal(ReportOddities.None, record.Flags);
    }

    [Fact]
    public void A_cold_record_has_its_init_duration()
    {
        var record = Only(Report(rest: "Init Duration: 110.10 ms\t"));
        Assert.Equal(Ms(110.1), record.InitDuration);
        Assert.Equal(StartKind.Cold, record.Start);
    }

    // In an export's usual layout, which has a road of its own.
    [Theory]
    [InlineData("Init Duration: 11x.10 ms\t")]
    [InlineData("Init Duration: 110.10 m\t")]
    [InlineData("Init Duration: .10 ms\t")]
    public void A_record_whose_init_duration_is_damaged_is_rejected(string damaged)
    {
        using Folder folder = new();
        var logs = LogSet.Read(folder.Write("function.log", Invocation(1, RequestId(1), rest: damaged) + Invocation(2, RequestId(2))));
        Assert.Equal((1, 1), (logs.Account.Records, logs.Account.RejectedCount));
    }

    [Fact]
    public void A_restored_record_has_restore_and_billed_restore()
    {
        var record = Only(Report(
            duration: "306.34", billed: "610",
            rest: "Restore Duration: 511.25 ms\tBilled Restore Duration: 303 ms\t"));
        Assert.Equal(Ms(511.25), record.RestoreDuration);
        Assert.Equal(Ms(303), record.BilledRestoreDuration);
        Assert.Equal(StartKind.Restored, record.Start);
        Assert.Equal(BillingOutcome.Explained, record.Billing);
    }

    [Theory]
    [InlineData("\t\nXRAY TraceId: 1-5e61292c-cc12\tSegmentId: 07a85e71\tSampled: true\t\n")]
    [InlineData("XRAY TraceId: 1-5e61292c-cc12\tSegmentId: 07a85e71\tSampled: true\t\n")]
    [InlineData("\r\nXRAY TraceId: 1-5e61292c-cc12\tSegmentId: 07a85e71\tSampled: true\t\r\n")]
    public void The_trace_is_read_on_the_next_or_on_the_same_line(string rest)
    {
        var record = Only(Report(rest: rest));
        Assert.Equal("1-5e61292c-cc12", record.TraceId);
    }

    [Fact]
    public void A_failure_has_status_and_error_type()
    {
        var record = Only(Report(rest: "Status: error\tError Type: Runtime.OutOfMemory"));
        Assert.Equal("error", record.Status);
        Assert.Equal("Runtime.OutOfMemory", record.ErrorType);
    }

    [Theory]
    [InlineData("Duration: 0.62 ms  Billed Duration: 100 ms Memory Size: 128 MB Max Memory Used: 51 MB")]
    [InlineData("Duration: 0.62 ms\tBilled Duration: 100 ms \tMemory Size: 128 MB\tMax Memory Used: 51 MB\t")]
    [InlineData("Duration: 0.62ms Billed Duration: 100ms Memory Size: 128MB Max Memory Used: 51MB")]
    [InlineData("Memory Size: 128 MB\tMax Memory Used: 51 MB\tBilled Duration: 100 ms\tDuration: 0.62 ms")]
    public void Fields_are_read_by_name_in_any_order_and_spacing(string fields)
    {
        var record = Only($"REPORT RequestId: {Id} {fields}\n");
        Assert.Equal(Ms(0.62), record.Duration);
        Assert.Equal(Ms(100), record.BilledDuration);
        Assert.Equal(128, record.MemorySizeMB);
        Assert.Equal(51, record.MaxMemoryUsedMB);
    }

    [Fact]
    public void Three_decimals_are_kept() =>
        Assert.Equal(Ms(345.271), Only(Report(duration: "345.271", billed: "346")).Duration);

    [Fact]
    public void A_tab_may_follow_the_request_ids_colon() =>
        Assert.Equal(Id, Only(Report().Replace("RequestId: ", "RequestId:\t")).RequestId);

    [Fact]
    public void A_request_id_that_is_no_uuid_is_kept_and_flagged()
    {
        var record = Only(Report(id: "a1b2c3d4"));
        Assert.Equal("a1b2c3d4", record.RequestId);
        Assert.Equal(ReportOddities.RequestIdNotUuid, record.Flags);
    }

    [Theory]
    [InlineData("REPORT RequestId: 1\tDuration: 3.01 ms\tBilled Dur", "Billed Dur")]
    [InlineData("REPORT RequestId: 1\tDuration: 3.01 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\t", "Max Memory Used is missing")]
    [InlineData("REPORT RequestId: 1\tDuration: 3.01 ms\tBilled Duration: 4 ms\tMemory Size: 12", "Memory Size: expected a whole number and MB, found \"12\"")]
    [InlineData("REPORT RequestId: 1\tDuration: 3.01 m", "Duration: expected a number and ms, found \"3.01 m\"")]
    [InlineData("REPORT RequestId: 8edab1f8-7d34", "Duration is missing")]
    [InlineData("REPORT RequestId: ", "RequestId: the value is missing")]
    [InlineData("REPORT RequestId: \tDuration: 1.25 ms\tBilled Duration: 2 ms", "RequestId: the value is missing")]
    [InlineData("REPORT RequestId:\tDuration: 1.25 ms\tBilled Duration: 2 ms", "RequestId: the value is missing")]
    [InlineData("REPORT RequestId: abc123 Duration: 5234 ms Memory: 2048 MB Max Used: 1234 MB", "Billed Duration is missing")]
    [InlineData("REPORT RequestId: 1\tDuration: -3 ms\tBilled Duration: 4 ms", "Duration: expected")]
    public void A_cut_or_invented_record_is_rejected_by_the_name_of_its_field(string line, string reason)
    {
        var rejected = OnlyRejection("\n" + line + "\n");
        Assert.Contains(reason, rejected.Reason);
        Assert.Equal(("function.log", 2L), (rejected.Path, rejected.Line));
    }

    [Theory]
    [InlineData("  my handler wrote REPORT to stdout")]
    [InlineData("REPORT for today: 5 rows")]
    [InlineData("2026-11-24T10:00:00.000Z\t8edab1f8\tINFO\tREPORT RequestId: 1")]
    public void Text_that_only_mentions_REPORT_is_the_applications(string line)
    {
        using var folder = new Folder();
        var records = LogSet.Records(folder.Write("f.log", "END RequestId: 1\n2026-11-24T10:00:00.000Z " + line + "\n"));
        Assert.Empty(records);
        Assert.Equal((1, 0), (records.Account.ApplicationLines, records.Account.RejectedCount));
    }

    [Fact]
    public void A_dated_record_has_its_time_in_utc() =>
        Assert.Equal(
            new DateTimeOffset(2026, 11, 24, 22, 53, 41, 549, TimeSpan.Zero),
            Only("2026-11-24T22:53:41.549Z " + Report()).Timestamp);

    [Fact]
    public void Version_and_runtime_come_from_START_and_INIT_START()
    {
        var record = Only(
            "INIT_START Runtime Version: python:3.9.v12\tRuntime Version ARN: arn:aws:lambda:x::runtime:1\n"
            + $"START RequestId: {Id} Version: 7\n" + Report());
        Assert.Equal(("python:3.9.v12", "7"), (record.Runtime, record.Version));
    }

    [Fact]
    public void Bare_text_continues_the_event_before_it()
    {
        using var folder = new Folder();
        var records = LogSet.Records(folder.Write(
            "f.log", $"START RequestId: {Id} Version: 7\nhello\nworld\nEND RequestId: {Id}\n" + Report()));
        Assert.Single(records);
        Assert.Equal((3, 0), (records.Account.Lines, records.Account.ApplicationLines));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line()
    {
        var record = Only("\uFEFF" + Report() + "\n");
        Assert.Equal((Id, ReportOddities.None), (record.RequestId, record.Flags));
    }

    [Fact]
    public void A_record_printed_one_field_a_line_is_one_record()
    {
        var record = Only(
            $"REPORT RequestId: {Id}\nInit Duration: 0.03 ms\nDuration: 44.43 ms\nBilled Duration: 45 ms\n"
            + "Memory Size: 128 MB\nMax Memory Used: 128 MB\n");
        Assert.Equal((Ms(0.03), Ms(44.43), 128), (record.InitDuration, record.Duration, record.MaxMemoryUsedMB));
    }

    [Fact]
    public void Text_after_a_record_does_not_change_it()
    {
        var record = Only(Report() + "\nhello\nDuration: long\n");
        Assert.Equal((Ms(1.25), ReportOddities.None), (record.Duration, record.Flags));
    }

    [Theory]
    [InlineData("Status: 200 OK")]
    [InlineData("Duration: 12 items processed")]
    [InlineData("RequestId: other Error: Runtime exited")]
    public void Application_text_behind_a_record_is_not_taken_for_its_fields(string text)
    {
        var record = Only(Report() + "\n\n" + text + "\n");
        Assert.Equal((Id, Ms(1.25), null), (record.RequestId, record.Duration, record.Status));
    }

    [Theory]
    [InlineData("Status: succ")]
    [InlineData("Status: 200")]
    public void A_status_that_Lambda_does_not_write_is_rejected(string status) =>
        Assert.Equal(
            "Status: expected success, error, failure or timeout", OnlyRejection("\n" + Report(rest: status)).Reason);

    [Fact]
    public void Two_records_on_one_line_are_not_one() =>
        Assert.Equal("Duration stands twice", OnlyRejection("\n" + Report() + "Duration: 3.00 ms").Reason);

    [Fact]
    public void The_records_of_the_Datadog_extension_are_read() =>
        Assert.Equal(Ms(456), Only(
            $"REPORT RequestId: {Id} Duration: 123.00 ms Runtime Duration: 90.00 ms Post Runtime Duration: 33.00 ms "
            + "Billed Duration: 456 ms Memory Size: 128 MB Max Memory Used: 64 MB").BilledDuration);

    [Fact]
    public void Fields_that_no_reader_knows_are_kept_with_their_record()
    {
        using var folder = new Folder();
        var file = folder.Write(
            "f.log",
            Report(rest: "Extension Overhead Duration: 3 ms Tenant Id: a\tRuntime Duration: 1.20 ms\t\r\n\r\n")
            + "XRAY TraceId: 1-5e61292c\tSampled: true\tRegion: eu\t\n"
            + Invocation(1, RequestId(1), rest: "Tenant Id: b\tColour: red\t"));
        Assert.Equal(
            [
                "Extension Overhead Duration=3 ms, Tenant Id=a, Runtime Duration=1.20 ms, Region=eu",
                "Tenant Id=b, Colour=red",
            ],
            LogSet.Records(file).Select(record => string.Join(", ", record.OtherFields.Select(field => $"{field.Key}={field.Value}"))));
    }

    [Fact]
    public void A_rejection_does_not_repeat_the_lines_text() =>
        Assert.Equal(
            "Duration: expected a number and ms, found other text",
            OnlyRejection("\nREPORT RequestId: 1\tDuration: hunter2 password\t").Reason);

    [Theory]
    [InlineData("REPORT Reque")]
    [InlineData("2026-11-24T10:00:00.000Z REPORT RequestI")]
    public void A_record_cut_in_its_first_words_is_rejected(string line) =>
        Assert.StartsWith("the line is cut inside a field's name", OnlyRejection("\n" + line).Reason);

    [Fact]
    public void The_version_told_later_is_the_version_of_earlier_records_too()
    {
        using var folder = new Folder();
        folder.Write("f.log", Report(RequestId(1)) + "\n" + Invocation(2, RequestId(2)));
        var logs = LogSet.Read(folder.Path);
        Assert.Equal(("$LATEST", 2L), (Assert.Single(logs.Populations).Durations.Population.Version, logs.Durations("f").Count));
    }

    [Fact]
    public void The_runtime_is_known_wherever_INIT_START_stands()
    {
        using var folder = new Folder();
        folder.Write("f.log", Invocation(1, RequestId(1)) + "2026-11-24T10:00:00.000Z INIT_START Runtime Version: java:21.v38\tX\n");
        Assert.Equal("java:21.v38", Assert.Single(LogSet.Read(folder.Path).Populations).Runtime);
    }
}
