using System.Text.Json.Nodes;
using LambdaReports.Logs;
using Tests.Cli;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs;

/// <summary>A record counts once, whatever functions the paths of its copies name.</summary>
public class CopiesTests
{
    const string Name = "2026/09/21/[$LATEST]aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const string Other = "2026/09/21/[$LATEST]bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

    static string Tail(int number, string stream = Name) =>
        $"2026-09-21T14:13:{number:00}.000000+00:00 {stream} {Lines.Report(Lines.RequestId(number))}\n";

    static string Page(int number, string stream = Name, string properties = "") =>
        $"{{\"events\":[{{{properties}\"logStreamName\":\"{stream}\",\"timestamp\":{1_790_000_000_000 + (1000 * number)},"
        + $"\"message\":\"{Lines.Report(Lines.RequestId(number)).Replace("\t", "\\t")}\\n\",\"eventId\":\"{number}\"}}]}}";

    static void Check(Folder folder, int records, int duplicates)
    {
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal((records, duplicates), (account.Records, account.Duplicates));
        var all = LogSet.Records(folder.Path);
        Assert.Equal((records, duplicates), (all.Count(), all.Account.Duplicates));
        Assert.Equal(account.Billing, all.Account.Billing);
    }

    [Fact]
    public void Two_days_of_a_client_share_a_record()
    {
        using var folder = new Folder();
        folder.Write("monday.log", Tail(1) + Tail(2));
        folder.Write("tuesday.log", Tail(2) + Tail(3));
        Check(folder, 3, 1);
    }

    [Fact]
    public void Two_exports_to_different_folders_share_a_stream()
    {
        using var folder = new Folder();
        foreach (var day in (string[])["mon", "tue"])
        {
            folder.Write($"{day}/{Guid.NewGuid()}/{Lines.StreamName}/000000.gz", Lines.Invocation(1));
        }

        Check(folder, 1, 1);
    }

    [Fact]
    public void Pages_named_by_their_files_share_a_record()
    {
        using var folder = new Folder();
        folder.Write("first.json", Page(1));
        folder.Write("second.json", Page(1));
        Check(folder, 1, 1);
    }

    [Fact]
    public void An_empty_name_of_a_stream_is_one_and_a_missing_is_none()
    {
        using var folder = new Folder();
        folder.Write("subscribed.json", Subscribed(1, "\"\"") + Subscribed(2, "null"));
        folder.Write("page.json", Page(2));
        Check(folder, 2, 1);

        static string Subscribed(int number, string stream) => Page(number)
            .Replace("{\"events\":[", $"{{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"/aws/lambda/page\",\"logStream\":{stream},\"logEvents\":[")
            .Replace($"\"logStreamName\":\"{Name}\",", "");
    }

    [Theory]
    [InlineData("3.11", "3.12")]
    [InlineData("3.12", "3.11")]
    public void A_runtime_that_other_files_tell_is_the_last_by_name_whatever_their_order(string first, string second)
    {
        using var folder = new Folder();
        folder.Write("1.log", Start(first) + Tail(1));
        folder.Write("2.log", Start(second) + Tail(2));
        folder.Write("3.log", Tail(3));
        Assert.Equal("python:3.12.v1", LogSet.Records(folder.Path).Last().Runtime);

        static string Start(string version) =>
            $"{Tail(0).Split('R')[0]}INIT_START Runtime Version: python:{version}.v1\tRuntime Version ARN: arn:x\n";
    }

    [Fact]
    public void What_does_not_tell_its_stream_may_be_of_any_stream_of_any_function()
    {
        using var folder = new Folder();
        folder.Write("orders.json", Page(1, properties: "\"logGroup\":\"/aws/lambda/orders\","));
        folder.Write("other.json", Page(2, Other));
        folder.Write("export.log", $"2026-09-21T14:13:21.000Z {Lines.Report(Lines.RequestId(1))}\n"
            + $"2026-09-21T14:13:22.000Z {Lines.Report(Lines.RequestId(2))}\n");
        folder.Write("bare.txt", Lines.Report(Lines.RequestId(2)));
        Check(folder, 2, 3);
    }

    [Fact]
    public void Equal_records_of_different_streams_are_different_records()
    {
        using var folder = new Folder();
        folder.Write("monday.json", Page(1));
        folder.Write("tuesday.json", Page(1, Other));
        Check(folder, 2, 0);
    }

    [Fact]
    public void Ten_names_of_one_file_count_once()
    {
        using var folder = new Folder();
        folder.Write("f0.log", string.Concat(Enumerable.Range(0, 50).Select(i => Lines.Invocation(i, Lines.RequestId(i)))));
        for (var i = 1; i < 10; i++)
        {
            File.CreateSymbolicLink(folder[$"{(char)('f' + i)}.log"], folder["f0.log"]);
        }

        Check(folder, 50, 9 * 50);
    }

    [Theory]
    [InlineData("a.log", "b.log")]
    [InlineData("b.log", "a.log")]
    public void Of_copies_the_one_that_tells_more_stays(string poor, string rich)
    {
        using var folder = new Folder();
        folder.Write(poor, Lines.Report(Lines.RequestId(1)) + $"\n2026-09-21T14:13:02.000Z {Lines.Report(Lines.RequestId(2))}\n");
        folder.Write(rich, Tail(1) + Tail(2));
        Check(folder, 2, 2);
        var sandbox = Assert.Single(Assert.Single(LogSet.Read(folder.Path).Populations).Durations.Sandboxes);
        Assert.Equal(Name.Replace('/', '-'), sandbox.Name);
        Assert.All(LogSet.Records(folder.Path), record => Assert.Equal((Name, rich), (record.LogStream, record.Source.Split(':')[0])));
    }

    [Fact]
    public void Standard_input_beside_a_file_counts_once()
    {
        using var folder = new Folder();
        var file = folder.Write("monday.log", Tail(1) + Tail(2));
        var input = System.Text.Encoding.UTF8.GetBytes(Tail(2) + Tail(3));
        foreach (var paths in (string[][])[["-", file], [file, "-"]])
        {
            var records = CommandLine.Run(input, ["records", .. paths]);
            Assert.Equal((0, 3), (records.Exit, records.Output.Count(letter => letter == '\n')));
            var summary = JsonNode.Parse(CommandLine.Run(input, ["summary", .. paths, "--format", "json"]).Output)!["input"]!;
            Assert.Equal((3, 1), ((int)summary["records"]!, (int)summary["duplicates"]!));
        }
    }

    [Fact]
    public void Three_million_records_are_remembered_in_less_than_200_MB()
    {
        const int count = 3_000_000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var seen = new SeenRecords(undatedOnly: false);
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            Assert.False(seen.IsCopy(Key(random, i)));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
        random = new Random(1);
        Assert.All(Enumerable.Range(0, 1000), i => Assert.True(seen.IsCopy(Key(random, i))));

        static RecordKey Key(Random random, int i) => new((ulong)random.NextInt64(), i, (uint)i, 1, 0, 1);
    }
}
