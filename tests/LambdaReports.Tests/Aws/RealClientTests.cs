using System.Text.Json.Nodes;
using Tests.Conventions;

namespace Tests.Aws;

/// <summary>AWS's own clients against the tests' server: it is not only this project that takes it for the service.</summary>
public sealed class RealClientTests : IDisposable
{
    const string Group = "/aws/lambda/orders-go";

    readonly LogsServer server = new();
    readonly Folder folder = new();

    public RealClientTests()
    {
        Invocations.Put(server.Store, Group, 20);
        (server.Store.MostEvents, server.Store.ScanBudget, server.Store.PageSize) = (7, 5, 2);
    }

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Debians_client_reads_the_same_events()
    {
        // Another aws on PATH may be one without these commands.
        var aws = ExternalTool.Require("/usr/bin/aws", "awscli", "--version");
        var found = JsonNode.Parse(Aws("filter-log-events", "--log-group-name", Group, "--filter-pattern", "?\"REPORT RequestId:\""))!["events"]!.AsArray();
        Assert.Equal(20, found.Count);
        folder.Write("orders-go.json", new JsonObject { ["events"] = found.DeepClone() }.ToJsonString());
        Assert.Equal(20, Invocations.Account(folder["orders-go.json"]).Records);
        Assert.Equal(Group, (string?)JsonNode.Parse(Aws("describe-log-groups"))!["logGroups"]![0]!["logGroupName"]);
        Assert.Equal(3, JsonNode.Parse(Aws("describe-log-streams", "--log-group-name", Group))!["logStreams"]!.AsArray().Count);
        var read = JsonNode.Parse(Aws("get-log-events", "--log-group-name", Group, "--log-stream-name", Invocations.Stream(0), "--start-from-head"))!;
        Assert.Equal(7, read["events"]!.AsArray().Count);
        var seconds = Invocations.StartMs / 1000;
        var query = (string)JsonNode.Parse(Aws(
            "start-query", "--log-group-names", Group, "--start-time", $"{seconds}", "--end-time", $"{seconds + 60}", "--query-string", "fields @message"))!["queryId"]!;
        Assert.Equal("Scheduled", (string?)JsonNode.Parse(Aws("get-query-results", "--query-id", query))!["status"]);
        Assert.True((bool)JsonNode.Parse(Aws("stop-query", "--query-id", query))!["success"]!);

        string Aws(params string[] arguments) => ExternalTool.Run(
            aws, folder.Path, Connected.Environment(server, folder), ["--endpoint-url", server.Url, "--output", "json", "logs", .. arguments]);
    }

    [Fact]
    public void Amazons_client_for_JavaScript_reads_the_same_events()
    {
        var node = NpmPackages.Require("@aws-sdk/client-cloudwatch-logs");
        var text = ExternalTool.Run(node, NpmPackages.Folder, Connected.Environment(server, folder), ["client.mjs", server.Url, Group, Invocations.Stream(0)]);
        var seen = JsonNode.Parse(text)!;
        Assert.Equal(80, (int)seen["filtered"]!);
        Assert.Equal(28, (int)seen["ofStream"]!);
        Assert.Equal(80, (int)seen["queried"]!);
        Assert.Equal("ResourceNotFoundException", (string?)seen["missing"]);
    }
}
