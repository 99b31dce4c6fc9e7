using System.Globalization;
using System.Text;
using System.Text.Json;
using LambdaReports.Logs;
using LambdaReports.Tables;

namespace Tests.Tables;

/// <summary>Records as CSV and JSON lines: what others read is what was there, and runs nowhere.</summary>
public class RecordTextTests
{
    static string Written(Action<IEnumerable<InvocationReport>, Stream> write, params IEnumerable<InvocationReport> records)
    {
        using var target = new MemoryStream();
        write(records, target);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    static List<Dictionary<string, object?>> ReadBack(string csv)
    {
        using var folder = new Folder();
        return DuckDb.Rows($$"""
            SELECT * FROM read_csv('{{folder.Write("r.csv", csv)}}', all_varchar = true, header = true, delim = ',',
                quote = '"', escape = '"', new_line = '\r\n', nullstr = 'no such text')
            """);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("=\"a\",\"b\"", "'=\"a\",\"b\"")]
    [InlineData("a \"quoted\", name", "a \"quoted\", name")]
    [InlineData("two\nlines", "two\nlines")]
    [InlineData("two\r\nlines", "two\r\nlines")]
    [InlineData("'", "'")]
    [InlineData("ünïcode ✓", "ünïcode ✓")]
    public void A_hostile_text_reads_back_and_no_spreadsheet_runs_it(string text, string cell)
    {
        var csv = Written(RecordText.WriteCsv, Reports.Plain with { Function = text, LogStream = text, OtherFields = new Dictionary<string, string> { [text] = "1" } });
        var row = Assert.Single(ReadBack(csv));
        Assert.Equal((cell, cell, cell + ": 1"), (row["function"], row["logStream"], row["otherFields"]));
        Assert.Equal("orders.log:3", row["source"]);
    }

    [Fact]
    public void Lines_end_as_RFC_4180_wants()
    {
        var lines = Written(RecordText.WriteCsv, Reports.Plain, Reports.Full).Split("\r\n");
        Assert.Equal(4, lines.Length);
        Assert.Equal(string.Join(',', RecordField.All.Select(field => field.Name)), lines[0]);
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public void All_fields_stand_in_the_contracts_order()
    {
        using var json = JsonDocument.Parse(Written(RecordText.WriteJsonLines, Reports.Full));
        Assert.Equal(
            [
                "requestId", "timestamp", "function", "logGroup", "logStream", "version", "architecture", "runtime",
                "start", "durationMs", "billedDurationMs", "memorySizeMB", "maxMemoryUsedMB", "initDurationMs",
                "restoreDurationMs", "billedRestoreDurationMs", "status", "errorType", "traceId", "billing", "flags",
                "otherFields", "source",
            ],
            json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal("2026-11-24T23:02:03.045Z", json.RootElement.GetProperty("timestamp").GetString());
        Assert.Equal("30000.00 ms", json.RootElement.GetProperty("otherFields").GetProperty("Runtime Duration").GetString());
        Assert.Equal("[\"requestIdNotUuid\",\"unknownField\"]", json.RootElement.GetProperty("flags").GetRawText());
    }

    [Fact]
    public void What_a_record_lacks_is_absent_and_never_zero()
    {
        using var json = JsonDocument.Parse(Written(RecordText.WriteJsonLines, Reports.Plain with { Start = null }));
        Assert.Equal(
            ["requestId", "function", "durationMs", "billing", "flags", "source"],
            json.RootElement.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public void No_culture_changes_a_number_or_a_time()
    {
        var culture = CultureInfo.CurrentCulture;
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ",";
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.TimeSeparator = ".";
        odd.DateTimeFormat.DateSeparator = "/";
        var usual = Written(RecordText.WriteCsv, Reports.Full);
        using var table = new StringWriter();
        try
        {
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(usual, Written(RecordText.WriteCsv, Reports.Full));
            new[] { Reports.Full }.ToDataFrame().WriteCsv(table);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Contains(",2026-11-24T23:02:03.045Z,", usual);
        Assert.Contains(",30000.01,30001,128,127,345.271,511.25,303,", usual);
        Assert.Equal(usual.Split("\r\n")[1], table.ToString().Split("\r\n")[1]);
    }

    [Fact]
    public void A_DataFrame_has_a_column_a_field()
    {
        var table = new[] { Reports.Plain, Reports.Full }.ToDataFrame();
        Assert.Equal(
            RecordField.All.Select(field => field.Name),
            table.Columns.Select(column => char.ToLowerInvariant(column.Name[0]) + column.Name[1..]));
        Assert.Equal([1.25, 30_000.01], table["DurationMs"].Cast<double?>());
        Assert.Equal([null, "Runtime Duration: 30000.00 ms; Été: a; b"], table["OtherFields"].Cast<string?>());
    }

    public static TheoryData<string> Formats => ["csv", "json"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Records_are_written_while_they_are_read_with_little_garbage(string format)
    {
        const int count = 20_000;
        const int bytesOfBuffers = 1 << 19;
        using var target = new CountingStream();
        Action<IEnumerable<InvocationReport>, Stream> write = format == "csv" ? RecordText.WriteCsv : RecordText.WriteJsonLines;
        write([Reports.Full], Stream.Null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        write(Records(), target);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before - bytesOfBuffers) / count, -bytesOfBuffers, 2048);

        IEnumerable<InvocationReport> Records()
        {
            for (var i = 0; i < count; i++)
            {
                Assert.True(i < 1000 || target.Count > i * 100L, "records are held back");
                yield return Reports.Full;
            }
        }
    }

    sealed class CountingStream : MemoryStream
    {
        internal long Count { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Count += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => Count += count;
    }
}
