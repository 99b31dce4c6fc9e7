using System.Text.Json.Nodes;
using LambdaReports.Aws;
using LambdaReports.Logs;
using LambdaReports.Observations;
using LambdaReports.Statistics;
using LambdaReports.Tables;
using Tests.Conventions;

namespace Tests.Aws;

public sealed class FetchTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";

    readonly LogsServer server = new();
    readonly Folder folder = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    string Out => folder["out"];

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Platform_lines_alone_come_filtered_by_the_service()
    {
        Invocations.Put(server.Store, Group, 50);
        var fetched = await Fetch(Request());
        Assert.True(fetched.IsComplete);
        Assert.Equal((50, 0, 100, 0, 0), Invocations.Account(Out));
        Assert.All(server.Of("FilterLogEvents"), request => Assert.Contains("filterPattern", request.Body));
        Assert.Equal(Invocations.Expected(server.Store, Group, allLines: false), Invocations.Lines(Out));
    }

    [Fact]
    public async Task All_lines_come_if_asked_for()
    {
        Invocations.Put(server.Store, Group, 50);
        await Fetch(Request() with { AllLines = true });
        Assert.Equal((50, 0, 100, 50, 0), Invocations.Account(Out));
        Assert.All(server.Of("FilterLogEvents"), request => Assert.DoesNotContain("filterPattern", request.Body));
    }

    [Fact]
    public async Task A_server_without_patterns_brings_no_more()
    {
        Invocations.Put(server.Store, Group, 20);
        server.Store.KnowsPatterns = false;
        await Fetch(Request());
        Assert.Equal((20, 0, 40, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task What_is_fetched_says_what_the_same_logs_said()
    {
        var measured = Path.Combine(Repository.Root, "data/measured");
        string[] functions = ["aws-csharp2", "aws-nodejs6"];
        foreach (var function in functions)
        {
            Invocations.PutExport(server.Store, $"/aws/lambda/{function}", Path.Combine(measured, function));
        }

        server.Store.IsFilled = true;
        await Fetch(Request("/aws/lambda/") with { Since = DateTimeOffset.UnixEpoch, Until = Invocations.Start.AddYears(9) });
        LogSelection study = new() { StudyFile = Path.Combine(measured, "study.json") };
        var expected = LambdaReports.Tables.Logs.Read(functions.Select(function => Path.Combine(measured, function)), study);
        var actual = LambdaReports.Tables.Logs.Read([Out], study);
        Assert.Equal(expected.Account.Records, actual.Account.Records);
        Assert.Equal(Functions(expected), Functions(actual));

        static string Functions(LambdaReports.Tables.Logs logs) => SummaryJson.Of(logs, logs.Summaries())["functions"]!.ToJsonString();
    }

    [Theory]
    [InlineData("/aws/lambda/orders", new[] { "/aws/lambda/orders" })]
    [InlineData("/aws/lambda/orders*", new[] { "/aws/lambda/orders", "/aws/lambda/orders-go", "/aws/lambda/orders-node" })]
    [InlineData("/aws/lambda/ord", new[] { "/aws/lambda/orders", "/aws/lambda/orders-go", "/aws/lambda/orders-node" })]
    [InlineData("/aws/lambda/*-go", new[] { "/aws/lambda/orders-go" })]
    public async Task A_group_is_named_begun_or_described(string asked, string[] groups)
    {
        server.Store.PageSize = 1;
        foreach (var name in new[] { "orders", "orders-go", "orders-node", "payments" })
        {
            server.Store.Put($"/aws/lambda/{name}", "s", 0, "x");
        }

        var fetched = await Fetch(Request(asked) with { Until = Invocations.Start.AddMinutes(1) });
        Assert.Equal(groups, fetched.Groups.Select(group => group.Name));
        Assert.Equal(groups.Select(Path.GetFileName), fetched.Groups.Select(group => group.Folder));
    }

    [Fact]
    public async Task The_function_is_the_groups_and_the_stream_its_own()
    {
        server.Store.Put("/teams/web", "2026/11/24/orders[3]0123456789abcdef0123456789abcdef", Invocations.StartMs, Report(1));
        server.Store.Put("/aws/lambda/web", "my own stream/1", Invocations.StartMs, Report(2));
        server.Store.Put("teams/web", "..", Invocations.StartMs, Report(3));
        server.Store.Put("/aws/lambda/Web", "my own stream/1", Invocations.StartMs, Report(4));
        await Fetch(Request("/teams/web", "/aws/lambda/web", "teams/web", "/aws/lambda/Web"));
        var records = LambdaReports.Tables.Logs.Records(Out).ToList();
        Assert.Equal(
            ["aws-lambda-Web-2", "aws-lambda-web", "orders", "teams-web-2"],
            records.Select(record => record.Function).Order(StringComparer.Ordinal));
        Assert.Equal("3", records.Single(record => record.Function == "orders").Version);
    }

    [Fact]
    public async Task Events_of_one_millisecond_on_several_pages_come_once()
    {
        for (var i = 0; i < 100; i++)
        {
            server.Store.Put(Group, Invocations.Stream(i % 2), Invocations.StartMs + (i / 40), Report(i));
        }

        (server.Store.MostEvents, server.Store.ScanBudget) = (7, 3);
        await Fetch(Request());
        Assert.Equal((100, 0, 0, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task Times_count_from_since_to_before_until_and_no_slice_counts_twice()
    {
        for (var minute = 0; minute <= 120; minute++)
        {
            server.Store.Put(Group, "s", Invocations.StartMs + (minute * 60_000), Report(minute));
        }

        await Fetch(Request() with { Since = Invocations.Start.AddMinutes(1), Until = Invocations.Start.AddMinutes(120) });
        Assert.Equal(119, Invocations.Account(Out).Records);
    }

    [Fact]
    public async Task Interrupted_after_any_request_it_goes_on_without_loss_and_counts_nothing_twice()
    {
        Invocations.Put(server.Store, Group, 30, everyMs: 60_000);
        server.Store.MostEvents = 8;
        var expected = Invocations.Expected(server.Store, Group, allLines: false);
        var request = Request() with { BytesBetweenCommits = 1 };
        var stops = 0;
        for (var isComplete = false; !isComplete;)
        {
            // Each attempt gets some requests further; of one alone nothing may come, and of two that are under way at once neither.
            using CancellationTokenSource stop = new();
            var until = server.Requests.Count + 1 + (stops % 5);
            server.OnRequest = count => _ = count >= until ? stop.CancelAsync() : null;
            try
            {
                isComplete = (await Fetch(request, stop.Token)).IsComplete;
            }
            catch (FetchException error)
            {
                stops++;
                Assert.Contains("stopped", error.Message);
            }

            if (stops % 3 == 0)
            {
                server.Store.ForgetTokens();
            }

            Assert.InRange(stops, 0, 200);
        }

        Assert.InRange(stops, 5, 200);
        Assert.Equal(expected, Invocations.Lines(Out));
        Assert.Equal((30, 0, 60, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task What_a_killed_fetch_left_is_fetched_again()
    {
        Invocations.Put(server.Store, Group, 30, everyMs: 60_000);
        server.Store.MostEvents = 8;
        using CancellationTokenSource stop = new();
        server.OnRequest = count => _ = count == 5 ? stop.CancelAsync() : null;
        await Assert.ThrowsAsync<FetchException>(() => Fetch(Request(), stop.Token));
        server.OnRequest = null;
        var begun = FetchManifest.In(Out)!;
        var left = Path.Combine(Out, "orders-go", $"{begun.Task}", "2026-11-24-[$LATEST]ffffffffffffffffffffffffffffffff");
        Directory.CreateDirectory(left);
        File.WriteAllBytes(Path.Combine(left, $"{begun.Commits:d6}.gz"), Folder.Gzip("2026-11-24T00:00:00.000Z REPORT twice"u8.ToArray()));
        File.WriteAllText(Path.Combine(left, $"{begun.Commits:d6}.gz.unfinished"), "half");
        await Fetch(Request());
        Assert.Equal(Invocations.Expected(server.Store, Group, allLines: false), Invocations.Lines(Out));
        Assert.Equal((30, 0, 60, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task A_complete_fetch_is_not_fetched_again()
    {
        Invocations.Put(server.Store, Group, 5);
        await Fetch(Request());
        var requests = server.Requests.Count;
        await Fetch(Request());
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task Another_fetch_and_a_foreign_folder_are_left_alone()
    {
        Invocations.Put(server.Store, Group, 5);
        await Fetch(Request());
        var another = await Assert.ThrowsAsync<FetchException>(() => Fetch(Request() with { AllLines = true }));
        Assert.Contains("another fetch", another.Message);
        folder.Write("mine/notes.txt", "mine");
        var foreign = await Assert.ThrowsAsync<FetchException>(() => Fetch(Request() with { Folder = folder["mine"] }));
        Assert.Contains("holds no fetch", foreign.Message);
        Assert.False(foreign.HasBegun);
    }

    [Fact]
    public async Task One_folder_takes_one_fetch_at_a_time()
    {
        Invocations.Put(server.Store, Group, 5);
        server.HoldsFrom = 2;
        TaskCompletionSource second = new();
        server.OnRequest = count =>
        {
            if (count == 2)
            {
                second.SetResult();
            }
        };
        var first = Fetch(Request());
        await second.Task;
        var refused = await Assert.ThrowsAsync<FetchException>(() => Fetch(Request()));
        Assert.Contains("another fetch writes into", refused.Message);
        server.Release();
        Assert.True((await first).IsComplete);
        Assert.Equal((5, 0, 10, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task A_group_that_may_not_be_read_leaves_the_others()
    {
        Invocations.Put(server.Store, Group, 5);
        Invocations.Put(server.Store, "/aws/lambda/secret", 5);
        server.Denied = "/aws/lambda/secret";
        var denied = await Assert.ThrowsAsync<FetchException>(() => Fetch(Request(Group, "/aws/lambda/secret", "/aws/lambda/none")));
        Assert.True(denied.HasBegun);
        Assert.Contains("/aws/lambda/secret: access is denied; the user or role needs logs:FilterLogEvents", denied.Message);
        Assert.Contains("there is no log group /aws/lambda/none", denied.Message);
        Assert.DoesNotContain("123456789012", denied.Message);
        Assert.Equal(15, Invocations.Lines(Out).Count);
        server.Denied = null;
        denied = await Assert.ThrowsAsync<FetchException>(() => Fetch(Request(Group, "/aws/lambda/secret", "/aws/lambda/none")));
        Assert.DoesNotContain("secret", denied.Message);
        Assert.Equal(30, Invocations.Lines(Out).Count);
    }

    [Fact]
    public async Task A_group_that_was_missing_is_looked_for_again()
    {
        Invocations.Put(server.Store, Group, 5);
        var request = Request(Group, "/aws/lambda/late", "/aws/lambda/never");
        await Assert.ThrowsAsync<FetchException>(() => Fetch(request));
        Assert.False(FetchManifest.In(Out)!.IsComplete);
        Invocations.Put(server.Store, "/aws/lambda/late", 5);
        var missing = await Assert.ThrowsAsync<FetchException>(() => Fetch(request));
        Assert.StartsWith("there is no log group /aws/lambda/never in region", missing.Message);
        Invocations.Put(server.Store, "/aws/lambda/never", 5);
        Assert.True((await Fetch(request)).IsComplete);
        Assert.Equal(45, Invocations.Lines(Out).Count);
        Assert.Equal(["late", "never", "orders-go"], Directory.EnumerateDirectories(Out).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task What_a_group_left_that_was_missing_before_is_fetched_once()
    {
        Invocations.Put(server.Store, Group, 5);
        var request = Request(Group, "/aws/lambda/late");
        await Assert.ThrowsAsync<FetchException>(() => Fetch(request));
        var manifest = File.ReadAllBytes(FetchManifest.PathIn(Out));
        Invocations.Put(server.Store, "/aws/lambda/late", 5);
        await Fetch(request);
        // As if it had been killed before the manifest was written.
        File.WriteAllBytes(FetchManifest.PathIn(Out), manifest);
        var left = Directory.GetFiles(Path.Combine(Out, "late"), "*.gz", SearchOption.AllDirectories)[0];
        File.Copy(left, Path.Combine(Path.GetDirectoryName(left)!, "000900.gz"));
        await Fetch(request);
        Assert.Equal(30, Invocations.Lines(Out).Count);
    }

    [Fact]
    public async Task Half_a_letter_in_a_message_is_no_hindrance()
    {
        Invocations.Put(server.Store, Group, 5);
        const string page = """
            {"events":[{"logStreamName":"s","timestamp":1795557600000,"eventId":"1",
            "message":"START RequestId: 1 \ud800 \ud83d\ude00 \\ud800"}]}
            """;
        server.Fail(1, new(FaultKind.Error, "", 200) { Operation = "FilterLogEvents", Body = System.Text.Encoding.UTF8.GetBytes(page) });
        await Fetch(Request() with { Until = Invocations.Start.AddMinutes(1) });
        Assert.Equal(["2026-11-24T22:00:00.000Z START RequestId: 1 \uFFFD \U0001F600 \\ud800"], Invocations.Lines(Out));
    }

    [Fact]
    public async Task Events_without_order_come_once_and_after_a_forgotten_token_there_is_no_going_on()
    {
        Invocations.Put(server.Store, Group, 30);
        (server.Store.IsBackwards, server.Store.MostEvents) = (true, 8);
        var request = Request() with { Until = Invocations.Start.AddMinutes(10) };
        await Fetch(request);
        Assert.Equal(Invocations.Expected(server.Store, Group, allLines: false), Invocations.Lines(Out));
        var count = server.Requests.Count;
        server.OnRequest = now => _ = now == count + 4 ? Forget() : false;
        var lost = await Assert.ThrowsAsync<FetchException>(() => Fetch(request with { Folder = folder["other"] }));
        Assert.Contains($"{Group}: the service forgot where it was; fetch into another folder", lost.Message);
        Assert.True(lost.HasBegun);

        bool Forget()
        {
            server.Store.ForgetTokens();
            return true;
        }
    }

    [Fact]
    public async Task A_group_without_events_costs_one_request()
    {
        server.Store.Put(Group, "s", 0, "");
        await Fetch(Request());
        Assert.Single(server.Of("FilterLogEvents"));
    }

    [Fact]
    public async Task What_a_full_disk_left_at_the_start_is_no_hindrance()
    {
        Invocations.Put(server.Store, Group, 5);
        folder.Write("out/lambda-reports-fetch.json.unfinished", "");
        Assert.True((await Fetch(Request())).IsComplete);
        Assert.Equal((5, 0, 10, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task A_group_may_have_the_manifests_name()
    {
        Invocations.Put(server.Store, LogFiles.FetchManifest, 5);
        await Fetch(Request(LogFiles.FetchManifest));
        Assert.Equal((5, 0, 10, 0, 0), Invocations.Account(Out));
    }

    [Fact]
    public async Task Reading_what_is_not_complete_says_so()
    {
        Invocations.Put(server.Store, Group, 5);
        Invocations.Put(server.Store, "/aws/lambda/secret", 5);
        server.Denied = "/aws/lambda/secret";
        await Assert.ThrowsAsync<FetchException>(() => Fetch(Request("/aws/lambda/")));
        var logs = LambdaReports.Tables.Logs.Read(Out);
        Assert.Equal(5, logs.Account.Records);
        Assert.Equal(["lambda-reports-fetch.json: the fetch is not complete; run the same fetch again"], logs.Account.Problems);
    }

    [Fact]
    public void Time_that_has_not_been_is_not_asked_for()
    {
        var before = DateTimeOffset.UtcNow;
        var until = FetchRequest.Of([Group], "2026-11-24", "2999-01-01", allLines: false, Out).Until;
        Assert.InRange(until, before, DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task Several_slices_are_under_way_at_once()
    {
        Invocations.Put(server.Store, Group, 120, everyMs: 60_000);
        server.HoldsFrom = 2;
        server.OnRequest = count =>
        {
            if (count == 5)
            {
                server.Release();
            }
        };
        await Fetch(Request());
        Assert.Equal(4, server.MostAtOnce);
        Assert.Equal(120, Invocations.Account(Out).Records);
    }

    [Fact]
    public async Task Requests_come_no_faster_than_five_a_second()
    {
        Invocations.Put(server.Store, Group, 120, everyMs: 60_000);
        server.Store.MostEvents = 50;
        using var client = Connected.To(server, new());
        await LogFetch.RunAsync(client, Request() with { Folder = Out }, null, Cancellation);
        DateTimeOffset[] times = [.. server.Requests.Select(request => request.Time)];
        Assert.InRange(times.Length, 10, 30);
        // On a busy machine some come late, and then two are close to each other.
        Assert.InRange((times[^1] - times[0]).TotalSeconds, (times.Length - 2) / 5.0, 60);
    }

    [Fact]
    public async Task Throttled_it_goes_slower()
    {
        Invocations.Put(server.Store, Group, 5);
        server.Fail(2, Fault.Throttling with { Operation = "FilterLogEvents" });
        RequestPace pace = new(mostPerSecond: 100);
        using var client = Connected.To(server, pace);
        var request = Request() with { Folder = Out, Until = Invocations.Start.AddMinutes(1) };
        List<string> told = [];
        pace.OnThrottled = () => told.Add(pace.InWords);
        var fetched = await LogFetch.RunAsync(client, request, null, Cancellation);
        Assert.True(fetched.IsComplete);
        Assert.InRange(pace.PerSecond, 20, 60);
        Assert.Equal([", throttled: waiting", ", throttled: waiting"], told);
        Assert.Equal("", pace.InWords);
    }

    [Fact]
    public async Task Progress_tells_events_bytes_and_the_part_that_is_done()
    {
        Invocations.Put(server.Store, Group, 60, everyMs: 60_000);
        server.Store.MostEvents = 50;
        List<FetchProgress> shown = [];
        using var client = Connected.To(server);
        var fetched = await LogFetch.RunAsync(client, Request() with { Folder = Out }, shown.Add, Cancellation);
        Assert.Equal((180, 1.0), (shown[^1].Events, shown[^1].Done));
        Assert.Equal(shown.Select(now => now.Done).Order(), shown.Select(now => now.Done));
        Assert.Equal(fetched.Fetched, shown[^1]);
    }

    [Fact]
    public async Task The_manifest_says_what_was_asked_and_nothing_secret()
    {
        Invocations.Put(server.Store, Group, 5);
        await Fetch(Request());
        var text = await File.ReadAllTextAsync(Path.Combine(Out, LogFiles.FetchManifest), Cancellation);
        Assert.DoesNotContain(Signatures.AccessKey, text);
        Assert.DoesNotContain(Signatures.Secret, text);
        var manifest = JsonNode.Parse(text)!;
        Assert.Equal(Group, (string?)manifest["logGroups"]![0]);
        Assert.Equal(Connected.Region, (string?)manifest["region"]);
        Assert.Equal(Invocations.Start, (DateTimeOffset)manifest["since"]!);
        Assert.True((bool)manifest["isComplete"]!);
        Assert.Equal(15, (long)manifest["groups"]![0]!["events"]!);
    }

    static FetchRequest Request(params string[] groups) =>
        new(groups is [] ? [Group] : groups, Invocations.Start, Invocations.Start.AddHours(3), AllLines: false, "");

    static string Report(int number) => $"REPORT RequestId: {new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)}\tDuration: 10.25 ms\t"
        + "Billed Duration: 11 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t\n";

    async Task<FetchManifest> Fetch(FetchRequest request, CancellationToken? cancellation = null)
    {
        using var client = Connected.To(server);
        return await LogFetch.RunAsync(
            client, request.Folder.Length > 0 ? request : request with { Folder = Out }, null, cancellation ?? Cancellation);
    }
}
