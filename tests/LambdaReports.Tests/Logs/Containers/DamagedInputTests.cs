using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Tests.Cli;
using Tests.Logs.Fuzz;

namespace Tests.Logs.Containers;

/// <summary>Files that are cut, or hold what no log holds: the good is delivered, the bad is told in a
/// clear line.</summary>
public class DamagedInputTests
{
    static readonly string Good = string.Concat(
        Enumerable.Range(0, 3).Select(i => Lines.Invocation(i, Lines.RequestId(i))));

    static void NoStackTrace(CommandLine.Result result)
    {
        Assert.DoesNotContain("   at ", result.Errors);
        Assert.DoesNotContain("Exception", result.Errors);
        Assert.DoesNotContain("Unhandled", result.Errors);
    }

    static string[] RequestIds(CommandLine.Result result) =>
    [
        .. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (string)JsonNode.Parse(line)!["requestId"]!),
    ];

    public static TheoryData<string> Containers =>
        
    [
        AllContainers.Raw.Name, AllContainers.Detailed.Name, AllContainers.Filter.Name,
        AllContainers.Subscription.Name, AllContainers.Console.Name,
    ];

    [Theory]
    [MemberData(nameof(Containers))]
    public void Truncated_gzip_delivers_every_record_before_the_cut(string container)
    {
        using var folder = new Folder();
        LogEvent[] events =
        [
            .. EventGenerator.Generate(9_000, 8, streams: 1).Where(e => e.Stream.Function == "orders-go"),
        ];
        using var source = new Folder();
        AllContainers.Plain.Single(one => one.Name == container).Write(source, events, LogFormat.Text);
        var file = Directory.GetFiles(source.Path, "*", SearchOption.AllDirectories).Order().First();
        var whole = Folder.Gzip(File.ReadAllBytes(file));
        folder.Write("orders-go/cut.gz", whole[..(whole.Length * 2 / 3)]);
        var before = FuzzText.Decode(whole[..(whole.Length * 2 / 3)]);

        var result = CommandLine.Run("records", folder.Path);

        Assert.Equal(1, result.Exit);
        Assert.Matches(@"cut\.gz: .*[0-9]", result.Errors);
        NoStackTrace(result);
        // An event is over where the next event's RequestId stands: the last but one is whole.
        string[] complete = [.. events.Where(e => e.Kind == EventKind.Report)
            .Select(e => e.RequestId!).Where(before.Contains)];
        Assert.InRange(complete.Length, 100, events.Length);
        Assert.Equal(
            complete.Order(StringComparer.Ordinal).Distinct().Except([complete[^1]]),
            RequestIds(result).Order(StringComparer.Ordinal).Distinct().Except([complete[^1]]));
    }

    [Fact]
    public void A_line_of_50_MB_is_an_application_line()
    {
        var text = new string('x', 50_000_000);
        Check($"{Good}2026-11-24T10:00:00.000Z {text}\n{Lines.Invocation(9, Lines.RequestId(9))}", 4, 1, 0);
    }

    [Fact]
    public void A_record_of_50_MB_is_rejected()
    {
        var text = new string('x', 50_000_000);
        Check($"{Good}2026-11-24T10:00:00.000Z REPORT RequestId: {text}\n{Lines.Invocation(9, Lines.RequestId(9))}", 4, 0, 1);
    }

    [Fact]
    public void A_message_of_50_MB_in_json_is_an_application_line()
    {
        string[] messages =
        [
            Lines.Report(Lines.RequestId(1)) + "\n", new('x', 50_000_000), Lines.Report(Lines.RequestId(2)) + "\n",
        ];
        Check(
            "{\"events\":[" + string.Join(',', messages.Select((message, i) =>
                $"{{\"timestamp\":{1_795_514_400_000 + i},\"message\":\"{message.Replace("\t", "\\t").Replace("\n", "\\n")}\"}}"))
            + "]}",
            2, 1, 0);
    }

    [Fact]
    public void A_csv_cell_of_50_MB_is_an_application_line() =>
        Check(
            $"timestamp,message\n1795514400000,\"{Lines.Report(Lines.RequestId(1))}\n\"\n"
            + $"1795514400001,\"{new string('x', 50_000_000)}\"\n1795514400002,\"{Lines.Report(Lines.RequestId(2))}\"\n",
            2, 1, 0);

    static void Check(string text, int records, int applicationLines, int rejected)
    {
        using var folder = new Folder();
        var result = LimitedProgram.Run("summary", folder.Write("orders.log", text), "--format", "json");
        Assert.Equal(0, result.Exit);
        NoStackTrace(result);
        var input = JsonNode.Parse(result.Output)!["input"]!;
        Assert.Equal(
            (records, applicationLines, rejected),
            ((int)input["records"]!, (int)input["applicationLines"]!, (int)input["rejectedCount"]!));
    }

    [Fact]
    public void Bytes_that_are_no_text_do_not_hide_the_records_around_them()
    {
        using var folder = new Folder();
        byte[] noise = [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))];
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes(Good + "2026-11-24T10:00:00.000Z "),
            .. noise.Where(letter => letter != '\n'), 0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, (byte)'\n',
            .. Encoding.UTF8.GetBytes(Lines.Invocation(9, Lines.RequestId(9))),
        ];
        var result = CommandLine.Run("records", folder.Write("orders.log", bytes));
        Assert.Equal((0, 4), (result.Exit, RequestIds(result).Length));
        NoStackTrace(result);
    }

    [Fact]
    public void A_request_id_that_is_no_utf8_is_written_as_valid_json()
    {
        using var folder = new Folder();
        byte[] bytes =
        [
            .. "REPORT RequestId: "u8, 0xFF, 0xC0,
            .. "\tDuration: 7.25 ms\tBilled Duration: 8 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n"u8,
        ];
        var result = CommandLine.Run("records", folder.Write("orders.log", bytes));
        Assert.Equal((0, 1), (result.Exit, RequestIds(result).Length));
    }

    [Fact]
    public void A_binary_file_is_skipped_beside_logs_and_nothing_to_analyse_alone()
    {
        using var folder = new Folder();
        var noise = new byte[2_000_000];
        new Random(3).NextBytes(noise);
        var binary = folder.Write("noise.bin", noise);
        var alone = CommandLine.Run("summary", binary);
        Assert.Equal((2, ""), (alone.Exit, alone.Output));
        NoStackTrace(alone);
        folder.Write("orders.log", Good);
        var beside = CommandLine.Run("summary", folder.Path, "--format", "json");
        Assert.Equal(0, beside.Exit);
        Assert.Equal("noise.bin", (string?)Assert.Single(JsonNode.Parse(beside.Output)!["input"]!["skipped"]!.AsArray()));
    }

    [Theory]
    [InlineData("-7.25")]
    [InlineData("NaN")]
    [InlineData("1000000.01")]
    [InlineData("1e9")]
    public void An_impossible_duration_is_rejected_by_name(string duration)
    {
        using var folder = new Folder();
        var result = CommandLine.Run("records", folder.Write("orders.log", Good + Lines.Report(duration: duration) + "\n"));
        Assert.Equal((0, 3), (result.Exit, RequestIds(result).Length));
        Assert.Matches(@"orders\.log:10: Duration", result.Errors);
        NoStackTrace(result);
    }

    [Fact]
    public void A_million_streams_fit_into_a_gigabyte()
    {
        const int streams = 1_000_000;
        using var folder = new Folder();
        var file = folder["orders.json.gz"];
        WriteStreams(file, streams);
        var result = LimitedProgram.Run("summary", file, "--format", "json");
        Assert.Equal(0, result.Exit);
        NoStackTrace(result);
        var function = Assert.Single(JsonNode.Parse(result.Output)!["functions"]!.AsArray())!;
        Assert.Equal((streams, streams), ((int)function["n"]!, (int)function["streams"]!));
    }

    static void WriteStreams(string file, int count)
    {
        using var writer = new StreamWriter(
            new GZipStream(File.Create(file), CompressionLevel.Fastest), new UTF8Encoding(false), 1 << 16);
        writer.Write("{\"events\":[");
        for (var i = 0; i < count; i++)
        {
            var hundredths = 100 + (i % 5000);
            writer.Write(
                $"{(i == 0 ? "" : ",")}\n{{\"logStreamName\":\"2026/11/24/[$LATEST]{i:x32}\",\"timestamp\":{1_795_514_400_000 + i},"
                + $"\"message\":\"REPORT RequestId: {Lines.RequestId(i)}\\tDuration: {hundredths / 100}.{hundredths % 100:00} ms"
                + $"\\tBilled Duration: {(hundredths + 99) / 100} ms\\tMemory Size: 128 MB\\tMax Memory Used: 36 MB\\t\\n\","
                + $"\"ingestionTime\":{1_795_514_400_100 + i},\"eventId\":\"{i:D56}\"}}");
        }

        writer.Write("],\"searchedLogStreams\":[]}");
    }
}
