using LambdaReports.Aws;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>Fetches that were stopped, killed, repeated or run twice.</summary>
public sealed class FetchResumingTests : FetchTest
{
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
    public async Task What_a_full_disk_left_at_the_start_is_no_hindrance()
    {
        Invocations.Put(server.Store, Group, 5);
        folder.Write("out/lambda-reports-fetch.json.unfinished", "");
        Assert.True((await Fetch(Request())).IsComplete);
        Assert.Equal((5, 0, 10, 0, 0), Invocations.Account(Out));
    }
}
