using LambdaReports.Aws;
using LambdaReports.Logs;
using LambdaReports.Observations;

namespace Tests.Aws;

/// <summary>Groups that may not be read, are missing, empty or oddly named.</summary>
public sealed class FetchGroupTests : FetchTest
{
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
    public async Task A_group_without_events_costs_one_request()
    {
        server.Store.Put(Group, "s", 0, "");
        await Fetch(Request());
        Assert.Single(server.Of("FilterLogEvents"));
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
}
