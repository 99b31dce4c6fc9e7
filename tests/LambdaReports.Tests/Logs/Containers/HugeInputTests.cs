using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Tests.Logs.Containers;

/// <summary>Lines of 50 MB and a million streams: read as what they are, in a gigabyte of memory.</summary>
public class HugeInputTests
{
    const int Long = 50_000_000;
    const int Streams = 1_000_000;

    static readonly string First = Lines.Invocation(1, Lines.RequestId(1));
    static readonly string Last = Lines.Invocation(2, Lines.RequestId(2));

    [Fact]
    public void A_line_of_50_MB_is_an_application_line() =>
        Check($"{First}2026-11-24T10:00:00.000Z {new string('x', Long)}\n{Last}", 1, 0);

    [Fact]
    public void A_record_of_50_MB_is_rejected() =>
        Check(
            $"{First}2026-11-24T10:00:00.000Z REPORT RequestId: {new string('x', Long)}\n{Last}", 0, 1);

    [Fact]
    public void A_message_of_50_MB_in_json_is_an_application_line() =>
        Check(
            "{\"events\":[" + Event(1, Lines.Report(Lines.RequestId(1))) + ","
            + Event(2, new('x', Long)) + "," + Event(3, Lines.Report(Lines.RequestId(2))) + "]}",
            1, 0);

    [Fact]
    public void A_csv_cell_of_50_MB_is_an_application_line() =>
        Check(
            "timestamp,message\n"
            + $"1795514400001,\"{Lines.Report(Lines.RequestId(1))}\n\"\n"
            + $"1795514400002,\"{new string('x', Long)}\"\n"
            + $"1795514400003,\"{Lines.Report(Lines.RequestId(2))}\"\n",
            1, 0);

    [Fact]
    public void A_million_streams_of_a_cold_and_a_warm_record_fit_into_a_gigabyte()
    {
        using var folder = new Folder();
        WriteStreams(folder["orders.json.gz"]);
        var result = LimitedProgram.RunWithinGigabyte("summary", folder["orders.json.gz"], "--format", "json");
        Assert.True(result.Exit == 0, result.Errors);
        Assert.Equal(
            [("warm", Streams, Streams), ("cold", Streams, Streams)],
            JsonNode.Parse(result.Output)!["functions"]!.AsArray().Select(
                function => ((string?)function!["start"], (int)function["n"]!, (int)function["streams"]!)));
    }

    static void Check(string text, int applicationLines, int rejected)
    {
        using var folder = new Folder();
        var file = folder.Write("orders.log", text);
        var result = LimitedProgram.Run("summary", file, "--format", "json");
        Assert.True(result.Exit == 0, result.Errors);
        var input = JsonNode.Parse(result.Output)!["input"]!;
        Assert.Equal(
            (2, applicationLines, rejected),
            (
                (int)input["records"]!, (int)input["applicationLines"]!,
                (int)input["rejectedCount"]!));
    }

    static string Event(int number, string message) =>
        $"{{\"timestamp\":{1_795_514_400_000 + number},"
        + $"\"message\":\"{message.Replace("\t", "\\t")}\\n\"}}";

    static void WriteStreams(string file)
    {
        using var writer = new StreamWriter(
            new GZipStream(File.Create(file), CompressionLevel.Fastest), new UTF8Encoding(false));
        writer.Write("{\"events\":[");
        for (var i = 0; i < 2 * Streams; i++)
        {
            var us = 10L * (1 + (i % 5000));
            var initMs = i % 2 == 0 ? 100 : 0;
            writer.Write(
                $"{(i == 0 ? "" : ",")}\n{{\"logStreamName\":\"2026/11/24/[$LATEST]{i / 2:x32}\","
                + $"\"timestamp\":{1_795_514_400_000 + i},"
                + $"\"message\":\"REPORT RequestId: {Lines.RequestId(i)}\\t"
                + $"Duration: {us / 1000}.{us % 1000 / 10:00} ms\\t"
                + $"Billed Duration: {((us + 999) / 1000) + initMs} ms\\t"
                + "Memory Size: 128 MB\\tMax Memory Used: 36 MB\\t"
                + (initMs == 0 ? "" : $"Init Duration: {initMs}.00 ms\\t")
                + $"\\n\",\"ingestionTime\":{1_795_514_400_100 + i},\"eventId\":\"{i:D56}\"}}");
        }

        writer.Write("],\"searchedLogStreams\":[]}");
    }
}
