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

    public static TheoryData<string> Cut =>
    [
        AllContainers.Raw.Name, AllContainers.Detailed.Name, AllContainers.Filter.Name,
        AllContainers.Subscription.Name, AllContainers.Console.Name,
    ];

    [Theory]
    [MemberData(nameof(Cut))]
    public void Truncated_gzip_delivers_every_record_before_the_cut(string container)
    {
        LogEvent[] events =
        [
            .. EventGenerator.Generate(9_000, seed: 8, streams: 1)
                .Where(e => e.Stream.Function == "orders-go"),
        ];
        using var folder = new Folder();
        var cut = CutGzip(AllContainers.Plain.Single(one => one.Name == container), events);
        folder.Write("orders-go/cut.gz", cut);

        var result = CommandLine.Run("records", folder.Path);

        Assert.Equal(1, result.Exit);
        Assert.Matches(@"cut\.gz: .*[0-9]", result.Errors);
        NoStackTrace(result);
        // An event is over where the next one's RequestId stands, so all but the last are whole.
        var text = FuzzText.Decode(cut);
        string[] told =
            [.. events.Select(e => e.RequestId).OfType<string>().Where(text.Contains).Distinct()];
        Assert.InRange(told.Length, 100, events.Length / 4);
        Assert.Equal(told[..^1], RequestIds(result).Distinct().Except([told[^1]]));
    }

    // The last eight bytes of gzip are a checksum and the length.
    [Theory]
    [InlineData(8)]
    [InlineData(4)]
    public void Gzip_with_a_wrong_checksum_or_length_gives_what_it_holds(int fromTheEnd)
    {
        using var folder = new Folder();
        var damaged = Folder.Gzip(Encoding.UTF8.GetBytes(Good));
        damaged[^fromTheEnd] ^= 0x55;
        folder.Write("logs/damaged.gz", damaged);
        folder.Write("logs/good.log", Lines.Invocation(9, Lines.RequestId(9)));

        var result = CommandLine.Run("records", Path.Combine(folder.Path, "logs"));

        Assert.Equal((1, 4), (result.Exit, RequestIds(result).Length));
        Assert.Contains("damaged.gz: cannot be read past line", result.Errors);
    }

    [Fact]
    public void Text_behind_gzip_data_is_told()
    {
        using var folder = new Folder();
        var gzip = Folder.Gzip(Encoding.UTF8.GetBytes(Good));
        folder.Write("whole.gz", [.. gzip, .. gzip]);
        var whole = CommandLine.Run("records", folder.Path);
        Assert.Equal((0, 3, ""), (whole.Exit, RequestIds(whole).Length, whole.Errors));
        folder.Write("whole.gz", [.. gzip, .. Encoding.UTF8.GetBytes(Lines.Invocation(9, Lines.RequestId(9)))]);
        var result = CommandLine.Run("records", folder.Path);
        Assert.Equal((0, 3), (result.Exit, RequestIds(result).Length));
        Assert.Contains("whole.gz: text behind its gzip data was not read", result.Errors);
    }

    [Fact]
    public void A_record_in_JSON_that_is_cut_at_the_end_of_what_was_read_is_rejected()
    {
        const string start = "{\"time\":\"2026-11-24T10:00:00.000Z\",\"type\":\"platform.start\",\"record\":{\"requestId\":\"" + Lines.Id
            + "\",\"version\":\"$LATEST\"}}\n";
        const string cut = "{\"time\":\"2026-11-24T10:00:00.022Z\",\"type\":\"platform.report\",\"record\":{\"requestId\":\"" + Lines.Id
            + "\",\"metrics\":{\"durationMs\":22.709,\"billedDurationMs\":23,\"memorySizeMB\":1024,\"maxMemoryUsedMB\":87},\"status\":\"success\"\n";
        using var folder = new Folder();
        var account = LambdaReports.Tables.Logs.Read(folder.Write("orders.json", start + cut)).Account;
        Assert.Equal((1, "the JSON is cut or broken", 0, 1), (account.RejectedCount, account.Rejected.Single().Reason, account.ApplicationLines, account.OtherPlatformLines));
    }

    [Fact]
    public void Bytes_that_are_no_text_do_not_hide_the_records_around_them()
    {
        using var folder = new Folder();
        var noise = Enumerable.Range(0, 4096).Select(i => (byte)(i * 7)).Where(letter => letter != '\n');
        byte[] notUtf8 = [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80];
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes(Good + "2026-11-24T10:00:00.000Z "), .. noise, .. notUtf8,
            .. Encoding.UTF8.GetBytes("\n" + Lines.Invocation(9, Lines.RequestId(9))),
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
            .. "REPORT RequestId: "u8, 0xFF, 0xC0, .. "\tDuration: 7.25 ms\tBilled Duration: 8 ms\t"u8,
            .. "Memory Size: 128 MB\tMax Memory Used: 36 MB\t\n"u8,
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
        var alone = CommandLine.Run("summary", folder.Write("noise.bin", noise));
        Assert.Equal((2, ""), (alone.Exit, alone.Output));
        NoStackTrace(alone);
        folder.Write("orders.log", Good);
        var beside = CommandLine.Run("summary", folder.Path, "--format", "json");
        Assert.Equal(0, beside.Exit);
        var skipped = JsonNode.Parse(beside.Output)!["input"]!["skipped"]!.AsArray();
        Assert.Equal("noise.bin", (string?)Assert.Single(skipped));
    }

    [Theory]
    [InlineData("events")]
    [InlineData("logEvents")]
    [InlineData("results")]
    public void A_functions_own_list_with_a_containers_name_does_not_hide_the_records_behind_it(string name)
    {
        using var folder = new Folder();
        var own = $$"""{"level":"INFO","{{name}}":[1,"two",null,{"x":3}]}""";
        var result = CommandLine.Run("records", folder.Write("orders.log", $"{own}\n{Good}"));
        Assert.Equal((0, 3, ""), (result.Exit, RequestIds(result).Length, result.Errors));
    }

    [Theory]
    [InlineData("-7.25")]
    [InlineData("NaN")]
    [InlineData("1000000.01")]
    [InlineData("1e9")]
    public void An_impossible_duration_is_rejected_by_name(string duration)
    {
        using var folder = new Folder();
        var file = folder.Write("orders.log", Good + Lines.Report(duration: duration) + "\n");
        var result = CommandLine.Run("records", file);
        Assert.Equal((0, 3), (result.Exit, RequestIds(result).Length));
        Assert.Matches(@"orders\.log:10: Duration", result.Errors);
        NoStackTrace(result);
    }

    static byte[] CutGzip(Container container, LogEvent[] events)
    {
        using var folder = new Folder();
        container.Write(folder, events, LogFormat.Text);
        var whole = Folder.Gzip(File.ReadAllBytes(folder.Files()[0]));
        return whole[..(whole.Length * 2 / 3)];
    }

    static void NoStackTrace(CommandLine.Result result)
    {
        Assert.DoesNotContain("   at ", result.Errors);
        Assert.DoesNotContain("Exception", result.Errors);
    }

    static string[] RequestIds(CommandLine.Result result) =>
    [
        .. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => (string)JsonNode.Parse(line)!["requestId"]!),
    ];
}
