using System.Diagnostics;
using System.Text;
using LambdaReports.Aws;
using LambdaReports.Aws.Engines;
using LambdaReports.Cli;
using LambdaReports.Tables;
using Tests.Cli;

namespace Tests.Aws.Engines;

/// <summary>What Logs Insights gives is the local reader's table file, or an error.</summary>
public sealed class InsightsTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";
    const string Since = "2026-11-24";
    const string Until = "2026-12-24";

    readonly LogsServer server = new();
    readonly Folder folder = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Table => folder["tables.csv"];

    string[] Arguments =>
        ["query", "--engine", "insights", "--log-group", Group, "--since", Since, "--until", Until, "--out", Table];

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_cells_are_those_of_the_local_reader()
    {
        ExportedLogs.Write(folder, 60_000, perStream: 1_000);
        ExportedLogs.Put(server.Store, folder.Path);
        using var client = Connected.To(server);
        var (groups, _) = await KnownLogGroups.Find(client, ["/aws/lambda/orders-*"], Cancellation);
        InsightsScan scan = new(client, groups, (Invocations.StartMs, Invocations.Start.AddDays(30).ToUnixTimeMilliseconds()));
        var tables = await scan.RunAsync(null, Cancellation);
        using MemoryStream written = new();
        TableFile.WriterOf("t.csv")!(tables, written);
        written.Position = 0;
        ExportedLogs.AssertSame(ExportedLogs.LocalRows(folder.Path), ExportedLogs.Rows(TableCsv.Read(written)));
        // Some answers were full and were asked for by halves.
        Assert.True(server.Store.Queries.Started > 5 * 3);
        TestContext.Current.TestOutputHelper!.WriteLine($"{scan.Estimate}; {scan.Account}");
    }

    [Fact]
    public async Task A_millisecond_with_more_rows_than_an_answer_is_an_error()
    {
        for (var i = 0; i <= 10_000; i++)
        {
            server.Store.Put(Group, Invocations.Stream(0), Invocations.StartMs, $"REPORT RequestId: {Guid.NewGuid()}\tDuration: {i}.25 ms\t"
                + "Billed Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n");
        }

        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], "2026-11-24T22:00:00Z", "2026-11-24T22:00:01Z", Cancellation);
        var error = await Assert.ThrowsAsync<FetchException>(() => scan.RunAsync(null, Cancellation));
        Assert.Contains("too many values in one millisecond", error.Message);
    }

    [Fact]
    public async Task What_cannot_be_told_exactly_is_an_error()
    {
        InsightsRow row = new([new() { Field = "n", Value = "1" }, new() { Field = "us", Value = "9.007199254740993E15" }]);
        await Assert.ThrowsAsync<FetchException>(() => Task.FromResult(row.ToTableRow(1)));
    }

    [Fact]
    public async Task An_event_that_comes_between_the_queries_is_an_error()
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.Queries.OnStart = started =>
        {
            if (started == 1)
            {
                Invocations.Put(server.Store, Group, 1);
            }
        };
        Assert.Contains("do not add up, as where events still come in; give an earlier --until; nothing was written", await Failure());
    }

    [Theory]
    [InlineData("-3")]
    [InlineData("NaN")]
    public async Task A_count_that_is_none_is_an_error(string count)
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.Queries.Change = row => row.ConvertAll(field => field.Field == "n" ? (field.Field, count) : field);
        Assert.Contains("no exact number for n", await Failure());
    }

    [Fact]
    public async Task A_field_that_is_there_twice_counts_once()
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.Queries.Change = row => [.. row, row[^1]];
        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], Since, Until, Cancellation);
        Assert.Equal(20, (await scan.RunAsync(null, Cancellation)).Sum(of => of.Durations.Count));
    }

    [Fact]
    public async Task A_duration_that_the_local_reader_rejects_is_left_out()
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.Put(Group, Invocations.Stream(0), Invocations.StartMs, $"REPORT RequestId: {Guid.NewGuid()}\t"
            + "Duration: 99999999.99 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n");
        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], Since, Until, Cancellation);
        Assert.Equal(20, (await scan.RunAsync(null, Cancellation)).Sum(of => of.Durations.Count));
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Timeout")]
    [InlineData("Cancelled")]
    [InlineData("Unknown")]
    public async Task A_query_that_does_not_end_well_is_an_error(string end)
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.Queries.End = end;
        Assert.Contains(
            $"the query ended as {end}; give a shorter time or try again later. Logs Insights read 0.001 GB ($0.00 at us-east-1's price) "
            + "(queries: 1)",
            await Failure());
        Assert.Empty(server.Of("StopQuery"));
    }

    [Fact]
    public async Task Where_there_is_no_record_nothing_more_is_asked()
    {
        server.Store.Put(Group, Invocations.Stream(0), Invocations.StartMs, "an order\n");
        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], Since, Until, Cancellation);
        var nothing = await Assert.ThrowsAsync<FetchException>(() => scan.RunAsync(null, Cancellation));
        Assert.Contains("found no REPORT record in that time; give another --since. Logs Insights read 0.001 GB", nothing.Message);
        Assert.Single(server.Of("StartQuery"));
    }

    [Fact]
    public async Task A_query_whose_answer_cannot_be_had_is_stopped()
    {
        Invocations.Put(server.Store, Group, 20);
        server.Fail(1, Fault.Of("SomethingNew") with { Operation = "GetQueryResults" });
        Assert.Contains("the service refuses the request (400 SomethingNew); nothing was written", await Failure());
        Assert.Equal(["query-0"], server.Store.Queries.Stopped);
    }

    [Theory]
    [InlineData("StartQuery")]
    [InlineData("GetQueryResults")]
    public async Task Stopped_while_nothing_answers_it_ends_within_seconds(string operation)
    {
        Invocations.Put(server.Store, Group, 20);
        using CancellationTokenSource stop = new();
        server.OnRequest = count =>
        {
            if (server.Of(operation).Any() && !stop.IsCancellationRequested)
            {
                server.HoldsFrom = count;
                stop.Cancel();
            }
        };
        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], Since, Until, Cancellation);
        var started = Stopwatch.GetTimestamp();
        var stopped = await Assert.ThrowsAsync<FetchException>(() => scan.RunAsync(null, stop.Token));
        Assert.StartsWith("stopped; nothing was written", stopped.Message);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 30);
    }

    [Fact]
    public async Task Stopped_when_the_query_has_just_ended_it_is_no_refusal()
    {
        Invocations.Put(server.Store, Group, 20);
        using CancellationTokenSource stop = new();
        server.Fail(1, Fault.Of("InvalidParameterException") with { Operation = "StopQuery" });
        server.OnRequest = count => _ = server.Of("GetQueryResults").Any() ? stop.CancelAsync() : null;
        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], Since, Until, Cancellation);
        var stopped = await Assert.ThrowsAsync<FetchException>(() => scan.RunAsync(null, stop.Token));
        Assert.StartsWith("stopped; nothing was written", stopped.Message);
        Assert.Single(server.Of("StopQuery"));
    }

    [Fact]
    public async Task A_time_of_which_all_is_left_out_is_told_as_that()
    {
        using var client = Connected.To(server);
        var wrong = await Assert.ThrowsAsync<FetchException>(() => InsightsScan.PlanAsync(client, [Group], "3m", null, Cancellation));
        Assert.Equal("--since 3m leaves nothing, as the last 5 minutes are left out; give an earlier one", wrong.Message);
    }

    [Fact]
    public async Task Pages_of_rows_without_an_end_are_an_error()
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.Queries.EndlessToken = "again";
        Assert.Contains("answers is not the service's", await Failure());
    }

    [Fact]
    public async Task What_comes_last_is_left_out_and_the_estimate_says_what_it_may_cost()
    {
        Invocations.Put(server.Store, Group, 20);
        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], "2h", null, Cancellation);
        Assert.Contains($"before {DateTimeOffset.UtcNow.AddMinutes(-5):yyyy-MM-dd HH:}", scan.Estimate);
        Assert.Contains("where many values differ, about 0.000 GB ($0.00 at us-east-1's price) in some 4 queries", scan.Estimate);
        InsightsScan large = new(
            client,
            [new() { StoredBytes = 1_000_000_000_000, CreationTime = Invocations.Start.UtcDateTime }],
            (Invocations.StartMs, DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds()));
        Assert.Contains("about 3,000.000 GB ($15.00", large.Estimate);
        Assert.Contains("about 23,000.000 GB ($115.00", large.Estimate);
        // It is no bound.
        Assert.DoesNotContain("up to", large.Estimate);
        Assert.Contains("and more where much of it came within a short time", large.Estimate);
    }

    [Fact]
    public void The_verb_writes_a_table_that_every_other_verb_reads()
    {
        Invocations.Put(server.Store, Group, 200);
        var asked = Run(Arguments);
        Assert.Equal(ExitStatus.Usage, asked.Exit);
        Assert.Contains("will read about 0.000 GB ($0.00", asked.Errors);
        Assert.Contains("give --yes to go on", asked.Errors);
        Assert.Empty(server.Of("StartQuery"));
        var done = Run([.. Arguments, "--yes"]);
        Assert.Equal((ExitStatus.Done, ""), (done.Exit, done.Output));
        Assert.Contains("(queries: 3)", done.Errors);
        var summary = CommandLine.Run("summary", Table, "--format", "json");
        Assert.Equal(ExitStatus.Done, summary.Exit);
        Assert.Contains("\"n\": 200,", summary.Output);
        Assert.Contains("\"function\": \"orders-go\"", summary.Output);
    }

    [Fact]
    public async Task Ended_by_a_signal_it_stops_the_query_at_the_service()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs signals");
        Invocations.Put(server.Store, Group, 20);
        TaskCompletionSource held = new();
        server.HoldsFrom = 3;
        server.OnRequest = count =>
        {
            server.HoldsFrom = server.Of("StopQuery").Any() ? int.MaxValue : server.HoldsFrom;
            if (count == 3)
            {
                held.SetResult();
            }
        };
        using var process = CommandLine.Start([.. Arguments, "--yes"], Connected.Environment(server, folder));
        await held.Task.WaitAsync(Cancellation);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync(Cancellation);
        }

        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(ExitStatus.Incomplete, process.ExitCode);
        Assert.Contains("stopped; nothing was written", await process.StandardError.ReadToEndAsync(Cancellation));
        Assert.Equal(["query-0"], server.Store.Queries.Stopped);
        Assert.False(File.Exists(Table));
    }

    [Theory]
    [InlineData("StartQuery", "AccessDeniedException", ExitStatus.Incomplete, "for query logs:StartQuery, GetQueryResults and StopQuery")]
    [InlineData("GetQueryResults", "ExpiredTokenException", ExitStatus.Incomplete, "the session has expired; log in again")]
    [InlineData("DescribeLogGroups", "ExpiredTokenException", ExitStatus.Usage, "the session has expired; log in again")]
    public void What_the_service_refuses_is_told_in_a_line(string operation, string code, int status, string words)
    {
        Invocations.Put(server.Store, Group, 20);
        server.Fail(1, Fault.Of(code) with { Operation = operation });
        var failed = Run([.. Arguments, "--yes"]);
        Assert.Equal(status, failed.Exit);
        Assert.Contains(words, failed.Errors);
        Assert.DoesNotContain("   at ", failed.Errors);
        Assert.False(File.Exists(Table));
    }

    [Theory]
    [InlineData("say which logs", "--engine", "insights", "--out", "x.csv")]
    [InlineData("say which engine", "--log-group", "x", "--out", "x.csv")]
    [InlineData("say where the tables go", "--engine", "insights", "--log-group", "x")]
    [InlineData("the folder does not exist", "--engine", "insights", "--log-group", "x", "--out", "none/x.csv")]
    public void What_is_missing_is_told(string words, params string[] arguments)
    {
        var wrong = Run(["query", .. arguments]);
        Assert.Equal(ExitStatus.Usage, wrong.Exit);
        Assert.Contains(words, wrong.Errors);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_table_that_cannot_be_written_is_told_before_anything_is_asked()
    {
        Directory.CreateDirectory(Table);
        var wrong = Run([.. Arguments, "--yes"]);
        Assert.Equal(ExitStatus.Usage, wrong.Exit);
        Assert.StartsWith($"lambda-reports: --out {Table}: is a folder; give a file\n", wrong.Errors.ReplaceLineEndings("\n"));
        if (OperatingSystem.IsLinux())
        {
            // Nobody can make a file there.
            wrong = Run([.. Arguments[..^1], "/proc/tables.csv", "--yes"]);
            Assert.Equal(ExitStatus.Usage, wrong.Exit);
            Assert.StartsWith("lambda-reports: --out /proc/tables.csv: a file cannot be made there; check the folder", wrong.Errors);
        }

        Assert.Empty(server.Requests);
        Assert.Equal([Table], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    async Task<string> Failure()
    {
        using var client = Connected.To(server);
        var scan = await InsightsScan.PlanAsync(client, [Group], Since, Until, Cancellation);
        var failure = await Assert.ThrowsAsync<FetchException>(() => scan.RunAsync(null, Cancellation));
        Assert.True(failure.HasBegun);
        return failure.Message;
    }

    CommandLine.Result Run(string[] arguments) => CommandLine.Run(Connected.Environment(server, folder), arguments);
}
