using System.Text;
using LambdaReports.Tables;
using static Tests.Logs.Lines;
using LogSet = LambdaReports.Tables.Logs;

namespace Tests.Logs;

/// <summary>Files and folders: what they tell, and what happens where they are damaged.</summary>
public class ContainerTests
{
    [Fact]
    public void An_export_to_S3_tells_function_and_stream_by_its_path()
    {
        using var folder = new Folder();
        folder.Write($"exports/orders-go/{Guid.NewGuid()}/{StreamName}/000000.gz", Invocations(3));
        folder.Write($"other/{StreamName}/000000.gz", Invocation(9, RequestId(9)));
        var records = LogSet.Records(folder.Path).ToList();
        Assert.Equal(["orders-go", "orders-go", "orders-go", "other"], records.Select(r => r.Function));
        Assert.All(records, record => Assert.Equal((StreamName, "$LATEST"), (record.LogStream, record.Version)));
    }

    [Theory]
    [InlineData("orders.log.gz", "orders")]
    [InlineData("orders/000000.gz", "orders")]
    [InlineData("orders/events.txt", "orders")]
    [InlineData("x/orders.0002.log", "orders")]
    [InlineData("x/orders-page-3.txt", "orders")]
    [InlineData("orders/d0c79d4c-6a1b-4d2b-9c5e-6a0c6f2f9b11/custom-stream/000000.gz", "orders")]
    [InlineData("orders/2026-11-24-[3]0123456789abcdef0123456789abcdef.log", "orders")]
    public void Another_file_names_its_function_or_its_folder_does(string path, string function)
    {
        using var folder = new Folder();
        folder.Write(path, Invocations(1));
        Assert.Equal(function, Assert.Single(LogSet.Records(folder.Path)).Function);
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_read_to_its_end()
    {
        using var folder = new Folder();
        byte[] members =
        [
            .. Folder.Gzip(Encoding.UTF8.GetBytes(Invocation(1, RequestId(1)))),
            .. Folder.Gzip(Encoding.UTF8.GetBytes(Invocation(2, RequestId(2)))),
        ];
        Assert.Equal(2, LogSet.Records(folder.Write("f.bin", members)).Count());
    }

    [Theory]
    [InlineData("timestamp,message")]
    [InlineData("Timestamp,Message")]
    [InlineData("\"TIMESTAMP\", \"MESSAGE\"")]
    public void The_head_of_CSV_may_have_capital_letters(string head)
    {
        using var folder = new Folder();
        var record = Assert.Single(LogSet.Records(folder.Write("f.csv", $"{head}\n1700000000123,{Report()}\n")));
        Assert.Equal((Id, 1_700_000_000_123), (record.RequestId, record.Timestamp!.Value.ToUnixTimeMilliseconds()));
    }

    [Fact]
    public void A_long_cell_of_CSV_with_many_quotes_ends_where_it_ends()
    {
        using var folder = new Folder();
        var quotes = string.Concat(Enumerable.Repeat("\"\"letters\"\":1,", 5_000));
        var records = LogSet.Records(
            folder.Write("f.csv", $"timestamp,message\n1700000000122,\"{{{quotes}}}\n\"\n1700000000123,{Report()}\n"));
        Assert.Single(records);
        Assert.Empty(records.Account.Problems);
    }

    [Fact]
    public void A_truncated_gzip_file_delivers_what_is_good_and_says_so()
    {
        using var folder = new Folder();
        var whole = Folder.Gzip(Encoding.UTF8.GetBytes(Invocations(2000)));
        folder.Write("a.gz", whole[..(whole.Length / 2)]);
        folder.Write("b.gz", Invocations(5));
        var logs = LogSet.Read(folder.Path);
        Assert.InRange(logs.Account.Records, 500, 1600);
        var problem = Assert.Single(logs.Account.Problems);
        Assert.StartsWith("a.gz: cannot be read past line", problem);
        Assert.Contains("cut or damaged", problem);
    }

    [Fact]
    public void A_binary_file_met_in_a_folder_is_skipped()
    {
        using var folder = new Folder();
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        folder.Write("noise.bin", noise);
        folder.Write("zip.gz", Folder.Gzip(noise));
        folder.Write("f.log", Invocations(1));
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal((1, 1), (account.Files, account.Records));
        Assert.Equal(["noise.bin", "zip.gz"], account.Skipped);
        Assert.Empty(account.Problems);
    }

    [Fact]
    public void A_named_file_without_a_Lambda_line_beside_others_is_a_problem()
    {
        using var folder = new Folder();
        var account = LogSet.Read(folder.Write("a.txt", "hello\n"), folder.Write("b.log", Invocations(1))).Account;
        Assert.StartsWith("a.txt: holds no line", Assert.Single(account.Problems));
    }

    [Fact]
    public void A_missing_path_is_a_problem_and_the_others_are_read()
    {
        using var folder = new Folder();
        var account = LogSet.Read(folder["none"], folder.Write("b.log", Invocations(1))).Account;
        Assert.StartsWith(folder["none"] + ": there is no such file", Assert.Single(account.Problems));
        Assert.Equal(1, account.Records);
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_skipped_and_a_circle_ends()
    {
        using var folder = new Folder();
        folder.Write("f.log", Invocations(1));
        File.CreateSymbolicLink(folder["lost"], folder["nothing"]);
        Directory.CreateSymbolicLink(folder["again"], folder.Path);
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal(1, account.Records);
        Assert.Equal(["lost"], account.Skipped);
    }

    [Fact]
    public void The_fates_of_all_lines_add_up()
    {
        using var folder = new Folder();
        folder.Write("a.log", "2026-11-24T10:00:00.000Z hello\n\n" + Invocations(3) + "REPORT RequestId: 1\tDur\n" + Report());
        folder.Write("b.log", Invocations(3) + Report() + "\n" + Report() + "\n");
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal(
            account.Lines,
            account.Records + account.Duplicates + account.OtherPlatformLines
                + account.ApplicationLines + account.RejectedCount);
        Assert.Equal((1, 1, 12), (account.ApplicationLines, account.RejectedCount, account.OtherPlatformLines));
        Assert.Equal(5, account.Duplicates);
    }

    [Fact]
    public void The_same_stream_in_two_files_counts_each_record_once()
    {
        using var folder = new Folder();
        folder.Write($"a/orders/{StreamName}/000000.gz", Invocations(10));
        folder.Write($"b/orders/{StreamName}/000000.gz", Invocations(12));
        folder.Write($"b/other/{StreamName.Replace("[$LATEST]0", "[$LATEST]1")}/000000.gz", Invocations(12));
        var logs = LogSet.Read(folder.Path);
        Assert.Equal((24, 10), (logs.Account.Records, logs.Account.Duplicates));
        Assert.Equal(12, logs.Durations("orders").Count);
        Assert.Equal(24, LogSet.Records(folder.Path).Count());
        Assert.Equal(24, logs.Account.Billing.Checked);
        Assert.Equal(
            logs.Durations("other").Cells.Select(cell => (cell.Count, cell.Sum)),
            logs.Durations("orders").Cells.Select(cell => (cell.Count, cell.Sum)));
    }

    [Fact]
    public void A_retry_with_other_values_counts()
    {
        using var folder = new Folder();
        folder.Write("f.log", Invocation(1, Id, "1.25") + Invocation(2, Id, "1.26"));
        Assert.Equal(2, LogSet.Read(folder.Path).Account.Records);
    }

    [Fact]
    public void A_name_that_occurs_in_several_folders_names_no_function()
    {
        using var folder = new Folder();
        folder.Write("go/out.log", Invocations(1));
        folder.Write("java/out.log", Invocations(2));
        folder.Write("java/own.log", Invocations(3));
        Assert.Equal(["go", "java", "own"], LogSet.Read(folder.Path).Functions.Order());
    }

    [Fact]
    public void The_same_records_with_and_without_streams_and_versions_count_once()
    {
        using var folder = new Folder();
        var bare = string.Concat(Enumerable.Range(0, 3000).Select(i => Report(RequestId(i), $"{i % 700}.25", $"{(i % 700) + 1}") + "\n"));
        folder.Write("fn.log", $"START RequestId: {Id} Version: $LATEST\n" + bare);
        folder.Write("fn.txt", bare);
        var logs = LogSet.Read(folder.Path);
        Assert.Equal((3000, 3000), (logs.Account.Records, logs.Account.Duplicates));
        Assert.Equal(3000, Assert.Single(logs.Populations).Durations.Count);
    }

    [Fact]
    public void A_file_without_a_stream_meets_those_with_one()
    {
        using var folder = new Folder();
        folder.Write($"fn/{Guid.NewGuid()}/{StreamName}/000000.gz", Invocations(5));
        folder.Write("fn.log", Invocations(5));
        Assert.Equal((5, 5), (LogSet.Read(folder.Path).Account.Records, LogSet.Read(folder.Path).Account.Duplicates));
    }

    [Fact]
    public void A_circle_of_links_and_an_empty_file_are_skipped()
    {
        using var folder = new Folder();
        folder.Write("f.log", Invocations(1));
        folder.Write("empty.log", "");
        File.CreateSymbolicLink(folder["loop"], folder["loop"]);
        var account = LogSet.Read(folder.Path).Account;
        Assert.Equal(["empty.log", "loop"], account.Skipped);
        Assert.Equal((1, 0), (account.Records, account.Problems.Count));
    }

    [Fact]
    public void A_glob_may_stand_in_any_part_of_a_path()
    {
        using var folder = new Folder();
        folder.Write("a/x/one.log", Invocations(1));
        folder.Write("a/y/one.log", Invocations(2));
        folder.Write("a/y/two.txt", Invocations(3));
        Assert.Equal(2, LogSet.Read(folder["a/*/one.log"]).Account.Files);
        Assert.Equal(3, LogSet.Read(folder["**/*"]).Account.Files);
    }

    [Fact]
    public void A_study_is_found_beside_a_named_file_and_in_a_list_of_files()
    {
        using var folder = new Folder();
        var file = folder.Write("f.log", Invocations(1));
        var study = folder.Write("study.json", "{\"functions\":[{\"name\":\"f\",\"runtime\":\"dotnet10\"}]}");
        Assert.Equal("dotnet10", LogSet.Read(file).Study.Find("f")?.Runtime);
        var both = LogSet.Read(file, study);
        Assert.Equal(("dotnet10", 0), (both.Study.Find("f")?.Runtime, both.Account.Problems.Count));
    }
}
