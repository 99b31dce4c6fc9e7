using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using Amazon.Runtime;

namespace Tests.Aws;

/// <summary>The operations, and what the service does that surprises.</summary>
public sealed class ClientTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";
    const long Start = 1_795_557_600_000;

    readonly LogsServer server = new();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Groups_come_page_by_page()
    {
        server.Store.PageSize = 2;
        foreach (var name in new[] { "a", "b", "c", "other" })
        {
            server.Store.Put($"/aws/lambda/{name}", "s", Start, "x");
        }

        using var client = Connected.To(server);
        var first = await client.DescribeLogGroupsAsync(new() { LogGroupNamePrefix = "/aws/lambda/" }, Cancellation);
        Assert.Equal(["/aws/lambda/a", "/aws/lambda/b"], first.LogGroups!.Select(group => group.LogGroupName));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000).UtcDateTime, first.LogGroups![0].CreationTime);
        var second = await client.DescribeLogGroupsAsync(new() { NextToken = first.NextToken }, Cancellation);
        Assert.Equal(["/aws/lambda/c", "/aws/lambda/other"], second.LogGroups!.Select(group => group.LogGroupName));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public async Task The_last_millisecond_of_filtered_events_counts()
    {
        server.Store.Put(Group, "s", Start, "first");
        server.Store.Put(Group, "s", Start + 10, "last");
        using var client = Connected.To(server);
        var filtered = await client.FilterLogEventsAsync(
            new() { LogGroupName = Group, StartTime = Start, EndTime = Start + 10 }, Cancellation);
        Assert.Equal(["first", "last"], filtered.Events!.Select(found => found.Message));
    }

    [Fact]
    public async Task A_page_may_be_empty_and_have_a_token()
    {
        for (var i = 0; i < 10; i++)
        {
            server.Store.Put(Group, "s", Start + i, i == 9 ? "REPORT" : "noise");
        }

        server.Store.ScanBudget = 5;
        using var client = Connected.To(server);
        FilterLogEventsRequest request = new() { LogGroupName = Group, FilterPattern = "?REPORT" };
        var page = await client.FilterLogEventsAsync(request, Cancellation);
        Assert.Empty(page.Events!);
        request.NextToken = page.NextToken;
        page = await client.FilterLogEventsAsync(request, Cancellation);
        Assert.Equal("REPORT", Assert.Single(page.Events!).Message);
        Assert.Null(page.NextToken);
    }

    [Fact]
    public async Task A_query_takes_seconds_runs_a_while_and_gives_its_rows_page_by_page()
    {
        for (var i = 0; i < 5; i++)
        {
            server.Store.Put(Group, "s", Start + i, $"row {i}");
        }

        server.Store.Queries.RowsAPage = 3;
        using var client = Connected.To(server);
        StartQueryRequest query = new()
        {
            LogGroupNames = [Group],
            StartTime = Start,
            EndTime = Start + 10,
            QueryString = "fields @message",
        };
        await Assert.ThrowsAsync<AmazonServiceException>(() => client.StartQueryAsync(query, Cancellation));
        (query.StartTime, query.EndTime) = (Start / 1000, (Start / 1000) + 1);
        var id = (await client.StartQueryAsync(query, Cancellation)).QueryId;
        GetQueryResultsRequest request = new() { QueryId = id };
        Assert.Equal(QueryStatus.Scheduled, (await client.GetQueryResultsAsync(request, Cancellation)).Status);
        var running = await client.GetQueryResultsAsync(request, Cancellation);
        Assert.Equal((QueryStatus.Running, 1), (running.Status, running.Results!.Count));
        var page = await client.GetQueryResultsAsync(request, Cancellation);
        Assert.Equal((QueryStatus.Complete, 3, 1e6), (page.Status, page.Results!.Count, page.Statistics!.BytesScanned));
        request.NextToken = page.NextToken;
        page = await client.GetQueryResultsAsync(request, Cancellation);
        Assert.Equal(["row 3", "row 4"], page.Results!.Select(row => row.Single(field => field.Field == "@message").Value));
        Assert.Null(page.NextToken);
        await client.StopQueryAsync(new() { QueryId = id }, Cancellation);
        Assert.Equal([id!], server.Store.Queries.Stopped);
    }

    [Fact]
    public async Task Throttling_failures_and_cut_answers_are_tried_again()
    {
        server.Store.Put(Group, "s", Start, "x");
        server.Fail(1, Fault.Throttling);
        server.Fail(1, Fault.Server);
        server.Fail(1, Fault.Cut);
        server.Fail(1, Fault.CutBody);
        using var client = Connected.To(server);
        var page = await client.FilterLogEventsAsync(new() { LogGroupName = Group }, Cancellation);
        Assert.Single(page.Events!);
    }

    [Fact]
    public async Task An_error_has_its_code()
    {
        using var client = Connected.To(server, retries: 0);
        var missing = await Assert.ThrowsAsync<AmazonServiceException>(
            () => client.FilterLogEventsAsync(new() { LogGroupName = "none" }, Cancellation));
        Assert.Equal("ResourceNotFoundException", missing.ErrorCode);
        server.Fail(1, Fault.Of("com.amazonaws.logs#LimitExceededException"));
        var limit = await Assert.ThrowsAsync<AmazonServiceException>(
            () => client.StartQueryAsync(new() { QueryString = "fields" }, Cancellation));
        Assert.Equal("LimitExceededException", limit.ErrorCode);
    }

    [Fact]
    public async Task Requests_are_signed_for_the_region_with_the_sessions_token()
    {
        server.Signatures.SessionToken = "session";
        server.Store.Put(Group, "s", Start, "x");
        using var client = Connected.To(server, token: "session");
        await client.DescribeLogGroupsAsync(new(), Cancellation);
        Assert.Equal([Connected.Region], server.Signatures.Regions);
        using var other = Connected.To(server, retries: 0);
        var error = await Assert.ThrowsAsync<AmazonServiceException>(() => other.DescribeLogGroupsAsync(new(), Cancellation));
        Assert.Equal("UnrecognizedClientException", error.ErrorCode);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        using AmazonCloudWatchLogsClient client = new(new()
        {
            DefaultAWSCredentials = new BasicAWSCredentials(Signatures.AccessKey, "wrong"),
            ServiceURL = server.Url,
            AuthenticationRegion = Connected.Region,
            MaxErrorRetry = 0,
        });
        var error = await Assert.ThrowsAsync<AmazonServiceException>(() => client.DescribeLogGroupsAsync(new(), Cancellation));
        Assert.Equal("InvalidSignatureException", error.ErrorCode);
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "https://logs.eu-west-1.amazonaws.com")]
    [InlineData("eu-west-1", true, false, "https://logs-fips.eu-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "https://logs.eu-west-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://logs.cn-north-1.amazonaws.com.cn")]
    [InlineData("us-gov-west-1", true, false, "https://logs.us-gov-west-1.amazonaws.com")]
    public void A_regions_address_is_the_services_own(string region, bool fips, bool dualStack, string url)
    {
        AmazonCloudWatchLogsConfig config = new()
        {
            RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
            IgnoreConfiguredEndpointUrls = true,
        };
        Assert.Equal(url, $"{config.DetermineServiceOperationEndpoint(new(new DescribeLogGroupsRequest())).URL}");
    }
}
