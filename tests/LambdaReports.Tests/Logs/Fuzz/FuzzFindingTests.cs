using System.Text;
using System.Text.Json.Nodes;
using Tests.Logs.Containers;

namespace Tests.Logs.Fuzz;

/// <summary>What long runs of the fuzz have found, each as the smallest file that shows it.</summary>
public class FuzzFindingTests
{
    // The framework takes both for numbers, but Logs Insights writes neither: a digit is lost.
    [Theory]
    [InlineData(".4E7")]
    [InlineData("9.E7")]
    public void A_discovered_field_that_lost_a_digit_at_its_point_is_rejected(string used)
    {
        var read = Read("orders.csv", $"""
            @requestId,@memorySize,@maxMemoryUsed,@billedDuration,@duration
            {Lines.RequestId(1)},1.28E8,{used},4.0,3.28
            {Lines.RequestId(2)},1.28E8,3.4E7,4.0,3.28

            """);
        Assert.Equal([Lines.RequestId(2)], RequestIds(read));
        Assert.Equal(1, read.Account.RejectedCount);
    }

    // The outer layer's text is shorter than what is looked at to tell what it is.
    [Fact]
    public void Damaged_gzip_of_little_that_is_gzip_again_gives_what_it_holds()
    {
        var damaged = Folder.Gzip(Folder.Gzip(Encoding.UTF8.GetBytes(Lines.Invocation(1))));
        damaged[^8] ^= 0x55;
        Assert.Equal([Lines.Id], RequestIds(Read("orders", damaged)));
    }

    [Fact]
    public void A_first_line_of_json_that_ends_in_names_of_columns_is_no_head_of_csv()
    {
        var report = $$$"""
            {"time":"2026-11-24T10:00:48.945Z","type":"platform.report","record":{"requestId":"{{{Lines.Id}}}",
            """
            + """
            "metrics":{"durationMs":3.28,"billedDurationMs":4,"memorySizeMB":128,"maxMemoryUsedMB":34}}}
            """;
        Assert.Equal([Lines.Id], RequestIds(Read("orders.json", $"[{report},{{\"time\":@duration,@requestId\nrest\n")));
    }

    [Fact]
    public void Two_subscription_objects_that_run_into_each_other_give_the_records_of_both()
    {
        var first = Subscription("first", 1);
        var second = Subscription("second", 2);
        var read = Read("orders", $"{first[..^1]},{second[1..]}\n");
        Assert.Equal([Lines.RequestId(1), Lines.RequestId(2)], RequestIds(read));
        Assert.Equal(["first", "second"], read.Records.Select(record => (string?)record["function"]));
    }

    [Fact]
    public void A_time_of_aws_logs_tail_that_was_cut_before_another_is_not_the_time()
    {
        const string time = "2026-11-24T10:00:51.917000+00:00";
        const string stream = "\e[36m2026/11/24/[$LATEST]3a7b605c044f222c15fc416106dcfe39\e[0m";
        var read = Read("orders", $"\e[32m{time[..22]}\e[32m{time}\e[0m {stream} {Lines.Report()}\n");
        Assert.Equal([DateTimeOffset.Parse(time, null).UtcDateTime], read.Records.Select(record => (DateTime)record["timestamp"]!));
    }

    static string Subscription(string function, int number) => new JsonObject
    {
        ["messageType"] = "DATA_MESSAGE",
        ["logGroup"] = $"/aws/lambda/{function}",
        ["logStream"] = Lines.StreamName,
        ["logEvents"] = new JsonArray(new JsonObject
        {
            ["id"] = $"{number}",
            ["timestamp"] = 1_795_514_448_945,
            ["message"] = Lines.Report(Lines.RequestId(number)),
        }),
    }.ToJsonString();

    static ReadLogs Read(string name, string text) => Read(name, Encoding.UTF8.GetBytes(text));

    static ReadLogs Read(string name, byte[] bytes)
    {
        using var folder = new Folder();
        return ReadLogs.From(folder.Write(name, bytes));
    }

    static string[] RequestIds(ReadLogs read) => [.. read.Records.Select(record => (string)record["requestId"]!)];
}
