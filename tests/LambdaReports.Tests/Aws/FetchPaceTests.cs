using LambdaReports.Aws;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>How fast requests follow each other, and what is told meanwhile.</summary>
public sealed class FetchPaceTests : FetchTest
{
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
}
