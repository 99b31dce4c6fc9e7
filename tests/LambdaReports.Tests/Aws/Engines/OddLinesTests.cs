using System.Text;
using LambdaReports.Tables;

namespace Tests.Aws.Engines;

/// <summary>Lines that are not as usual have the same fate in SQL as in the local reader.</summary>
public class OddLinesTests
{
    const string Usual = "Billed Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t";
    const string Report = """{"time": "2026-11-24T22:00:00.000Z", "type": "platform.report", "record":""";

    [Theory]
    [InlineData("REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual + "\\nXRAY TraceId: 1-5e1b4151-5ac6c58f5ac6c58f\t")]
    [InlineData("REPORT RequestId: 0\tDuration: 12.50 ms\tBilled Duration: 100 ms \tMemory Size: 128 MB\tMax Memory Used: 60 MB\t")]
    [InlineData("REPORT RequestId: 0 Duration: 12.50 ms Billed Duration: 13 ms Memory Size: 128 MB Max Memory Used: 60 MB")]
    [InlineData("REPORT RequestId: 0\tInit Duration: 100.00 ms\tDuration: 12.50 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 12 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 899999.99 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 12.50 ms\tBilled Durat")]
    [InlineData("REPORT RequestId: 0\tDuration: 99999999999999999999.00 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual + "Status: timeout")]
    [InlineData("an order: REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual + "Status: Error")]
    [InlineData("REPORT RequestId:\t0\tDuration: 12.50 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 40000ms\tBilled Duration: 40000ms\tMemory Size: 128MB\tMax Memory Used: 60MB\t")]
    [InlineData("an order\nand 20 more letters here REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual)]
    [InlineData("an order\n1234567890123456789012345REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual)]
    [InlineData("an order\nabcd-ef-ghTij:kl:mn.opqZ REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual)]
    [InlineData("""{"time":"2026-11-24T22:00:00.000Z","type":"platform.start","record":{"requestId":"0"}}""")]
    [InlineData("""{"note":"platform.report","metrics":{"durationMs":5.0},"memorySizeMB":128}""")]
    [InlineData("""{"type":"app","note":"platform.report","metrics":{"durationMs":5.0},"memorySizeMB":128}""")]
    [InlineData("""{"time":"2026-11-24T22:00:00.000Z","type":"function","record":{"msg":"platform.report","metrics":{"durationMs":5}}}""")]
    [InlineData("""{"time":"2024-02-09T08:42:44.078Z","type":"platform.report","record":{"requestId":"0","metrics":{"durationMs":12.345,"""
        + """ "billedDurationMs":14,"memorySizeMB":128,"maxMemoryUsedMB":60},"status":"success"}}""")]
    [InlineData(Report + """{"requestId":"0","status":"Success","metrics":{"durationMs":12.345,"""
        + """ "billedDurationMs":14,"memorySizeMB":128,"maxMemoryUsedMB":60}}}""")]
    [InlineData(Report + """{"requestId":"0","status":"success","metrics":{"durationMs":1.2345e1,"""
        + """ "billedDurationMs":14,"memorySizeMB":128,"maxMemoryUsedMB":60,"initDurationMs":null}}}""")]
    [InlineData(Report + """ {"requestId": "0", "metrics": {"initDurationMs": 1.5, "durationMs": 12.345, """
        + """ "billedDurationMs": 14, "memorySizeMB": 128, "maxMemoryUsedMB": 60}, "status": "success"}}""")]
    [InlineData(Report + """{"requestId":"0","status":"failure","metrics":{"durationMs":12.345,"""
        + """ "billedDurationMs":14,"memorySizeMB":128,"maxMemoryUsedMB":60}}}""")]
    [InlineData("REPORT RequestId: 0\tDuration: 999999999999.99 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 1000000.00 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 1000000.01 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: .5 ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 5. ms\t" + Usual)]
    [InlineData("REPORT RequestId: 0\tDuration: 1.50 ms\tBilled Duration: 2 ms\tMemory Size: 99999999999 MB\tMax Memory Used: 60 MB\t")]
    [InlineData("REPORT RequestId: 0\tDuration: 1.50 ms\tBilled Duration: 2 ms\tMemory Size: 0 MB\tMax Memory Used: 60 MB\t")]
    [InlineData("REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual + "Billed Restore Duration: 3 ms\t")]
    [InlineData("REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual + "Init Duration: 5.00 ms\tRestore Duration: 3 ms\t")]
    [InlineData("""{"type":"platform.report","metrics":{"durationMs":7.5}}""")]
    [InlineData("""{"time":"2026-11-25T00:00:00.000+02:00","type":"platform.report","record":{"requestId":"0","metrics":"""
        + """{"durationMs":12.345,"billedDurationMs":14,"memorySizeMB":128,"maxMemoryUsedMB":60}}}""")]
    public void The_local_reader_and_DuckDB_agree(string line)
    {
        Compare(line);
    }

    [Fact]
    public void DuckDB_reads_lines_whatever_their_bytes()
    {
        Compare("crlf\r\n2026-11-24T22:00:00.000Z REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual + "\r");
        Compare("a return\rinside\n2026-11-24T22:00:00.000Z REPORT RequestId: 0\tDuration: 12.50 ms\t" + Usual);
        Compare("bytes \u0001, \0 and \u00ff in a line");
        Compare(new string('x', 17 << 20));
    }

    [Theory]
    [InlineData("2120-11-24T22:00:00.000Z")]
    [InlineData("2038-01-19T03:14:08.000Z")]
    [InlineData("1969-12-31T23:59:59.000Z")]
    public void Times_that_32_bits_cannot_tell_are_left_out(string time)
    {
        // The sane line behind the first one.
        Compare($"nothing\n{time} REPORT RequestId: 0\tDuration: 12.50 ms\t{Usual}", isLeftOut: true);
    }

    [Fact]
    public void A_streams_name_that_only_looks_like_one_tells_no_version()
    {
        Compare("nothing", "my,stream [5]");
    }

    // Letters are bytes.
    static void Compare(string line, string stream = "2026-11-24-[$LATEST]00000000000000000000000000000001", bool isLeftOut = false)
    {
        using Folder folder = new();
        var sane = $"2026-11-24T22:00:01.000Z REPORT RequestId: {Guid.NewGuid()}\tDuration: 1.50 ms\t{Usual}\n";
        var path = folder.Write($"orders/0d6ce2c2-6f0e-4c1b-9f7f-52b1c8c5f2aa/{stream}/000000.gz", "");
        var text = $"2026-11-24T22:00:00.000Z {line.Replace("RequestId: 0", $"RequestId: {Guid.NewGuid()}")}\n{sane}";
        File.WriteAllBytes(path, Folder.Gzip(Encoding.Latin1.GetBytes(text)));
        using Folder output = new();
        SqlTests.RunDuckDb(folder.Path, output["tables.parquet"]);
        if (isLeftOut)
        {
            File.WriteAllBytes(path, Folder.Gzip(Encoding.Latin1.GetBytes(sane)));
        }

        using var table = File.OpenRead(output["tables.parquet"]);
        ExportedLogs.AssertSame(ExportedLogs.LocalRows(folder.Path), ExportedLogs.Rows(TableParquet.Read(table)));
    }
}
